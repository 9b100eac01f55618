"""Verbs of the registers: one a file, each with one event."""
