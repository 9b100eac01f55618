"""Records (履职与统计): views computed from facts, never tables of their own."""
