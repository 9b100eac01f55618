"""What a person does with notices: read them, say how to be told, try a channel."""
