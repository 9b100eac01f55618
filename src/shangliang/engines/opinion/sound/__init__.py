"""What the votes support, and no more: the number of groups by votes kept back, tests that hold."""

from .answer import answered

__all__ = ["answered"]
