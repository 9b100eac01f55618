"""What the pages of handling show: the unit's desk, the reply, supervision."""
