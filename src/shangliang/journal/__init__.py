"""Journal (事件): the one event log, hash-chained, append-only."""
