"""Jobs (后台作业): long work with a page: progress, errors by row, result."""
