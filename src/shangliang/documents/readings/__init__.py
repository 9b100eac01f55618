"""From the engine's reading to rows: structure, extracts, and what a new draft keeps."""
