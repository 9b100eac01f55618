"""What the clerk's pages show: the queue and its filter, the case at hand, units by any name."""
