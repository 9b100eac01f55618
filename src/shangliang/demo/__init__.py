"""Demo (示例城市): a synthetic city that has something true to show on every page."""
