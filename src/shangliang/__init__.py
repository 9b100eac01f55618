"""Shangliang (商量): the working system of a consultative body, from a voice to a verified effect."""

__version__ = "0.1.0"
