"""Paper in and paper out: official documents to GB/T 9704-2012, and safe reading of uploads."""
