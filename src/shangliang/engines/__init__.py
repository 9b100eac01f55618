"""Engines: plain Python, no web framework, no database (design decision 6)."""
