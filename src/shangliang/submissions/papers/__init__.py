"""Papers of one proposal: from its facts to the typed content that Word, PDF and screen share."""
