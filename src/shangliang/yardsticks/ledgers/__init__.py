"""专项台账: registers defined as data, their rules and what each says as a whole."""
