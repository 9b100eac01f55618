"""会议闭环: notice with required topics, reports, speech, tasks, the next meeting."""
