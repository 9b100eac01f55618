"""Rows of 履职."""
