"""Pages without account."""
