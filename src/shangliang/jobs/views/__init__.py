"""Pages: one's jobs, one job, the health of the installation."""
