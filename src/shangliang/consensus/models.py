"""Rows of 共识."""
