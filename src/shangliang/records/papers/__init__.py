"""Papers of this room: typed content for the official engine."""
