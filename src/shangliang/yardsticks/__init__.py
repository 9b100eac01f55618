"""标尺·读数·差距: figures, ranks, gaps, measures, targets."""
