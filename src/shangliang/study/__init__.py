"""学习: the year's plan by layer, papers, the question bank and contests, training and its record."""
