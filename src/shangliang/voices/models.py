"""Rows of 来声."""
