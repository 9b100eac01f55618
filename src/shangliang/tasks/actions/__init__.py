"""Verbs on tasks (任务), one a file."""
