"""How days are written in forms, by language."""
