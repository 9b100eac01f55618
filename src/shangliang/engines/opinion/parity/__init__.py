"""The statistics Polis publishes, computed from their published formulae.

Source: the mathematics of github.com/compdemocracy/polis (files named in each module), written anew from
a description of it. Given the clustered participants and the groups, every number here is a
function of the votes; without them, groups are found cold, as a first update would.
"""

from .answer import answered

__all__ = ["answered"]
