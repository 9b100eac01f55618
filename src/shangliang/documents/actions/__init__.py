"""Acts on files: storing and removing."""
