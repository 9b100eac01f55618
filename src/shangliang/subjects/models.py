"""Rows of 对象·资金."""
