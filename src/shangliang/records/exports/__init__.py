"""The exports, one a file; each registers itself with ``records.exporting``."""
