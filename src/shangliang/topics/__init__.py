"""议题: the pool, selection, the yearly consultation plan."""
