"""Rulebooks (规程): what differs by place, as dated data."""
