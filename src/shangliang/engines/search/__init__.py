"""Finding, likeness, classes, signals and summaries of Chinese office texts, in plain Python."""
