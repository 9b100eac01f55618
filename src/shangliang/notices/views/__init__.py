"""Pages: the inbox, how to be told, the delivery log."""
