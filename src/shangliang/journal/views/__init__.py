"""Pages of the log: the auditor's, and each person's own."""
