"""Pages of the rulebooks: list, reading, editing, publishing, files, drawn procedures."""
