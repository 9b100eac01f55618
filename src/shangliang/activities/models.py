"""Rows of 活动."""
