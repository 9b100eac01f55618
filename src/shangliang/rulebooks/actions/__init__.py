"""What may be done with a rulebook: draft, edit, publish, discard. One verb a file."""
