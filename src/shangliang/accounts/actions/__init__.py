"""Verbs of accounts: each with one event; secrets never enter it."""
