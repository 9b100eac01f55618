"""专项: long work with partners, a plan and sheets of what was done; the kinds are data."""
