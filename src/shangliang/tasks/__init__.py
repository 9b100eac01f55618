"""Tasks (任务·进展·成效): accepted duties, their progress, their verified effect."""
