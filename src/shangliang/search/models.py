"""Rows of 检索."""
