"""Rows of 会议闭环."""
