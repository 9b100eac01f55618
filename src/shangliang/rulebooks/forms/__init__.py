"""The editor's forms: one part of a rulebook at a time, each checked where it is typed."""
