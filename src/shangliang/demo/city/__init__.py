"""The sample city 澄州市 and its ten counties: synthetic, deterministic, written by us.

``build()`` fills an empty database through the same tables the product uses. Lives of proposals are
simulated step by step by the procedure tables' own verbs and stop at today, so that every state
has something true to show; ``tests/test_city.py`` replays each life against the tables.
"""

from .build import build

__all__ = ["build"]
