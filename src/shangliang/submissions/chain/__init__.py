"""The chain (链) of one proposal: from the first voice to the verified effect, on one page."""
