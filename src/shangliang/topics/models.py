"""Rows of 议题."""
