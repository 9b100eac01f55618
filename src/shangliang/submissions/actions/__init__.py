"""Verbs on proposals, assignments and replies, one a file. Loaded whole at start."""
