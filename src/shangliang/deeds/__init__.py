"""履职: the record of deeds and points, recomputed from facts."""
