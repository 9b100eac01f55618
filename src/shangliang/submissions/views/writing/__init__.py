"""Pages of those who write: member, drafter, approver, and the clerk who enters for somebody."""
