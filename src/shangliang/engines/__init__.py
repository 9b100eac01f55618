"""Engines: plain Python, no web framework, no database (decision 6)."""
