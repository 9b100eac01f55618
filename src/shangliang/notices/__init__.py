"""Notices (消息): who is told what, by which channel, and whether it arrived."""
