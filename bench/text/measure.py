"""What the reading engine finds against what people found: precision and recall for each kind.

Three bodies of text, kept apart:

- the two source documents and the policy papers, which lie beside the checkout in ``../shared`` (or
  where ``SHANGLIANG_SHARED`` says) and are skipped where they are absent. Their labels hold places
  and values, no sentences;
- pages of our own written for tuning (``pages/tuned``), each also wrapped hard by rule;
- pages of our own only tested (``pages/held``). Rules are not made after them.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from own_pages import page, pages
from policies import policy
from scoring import Score, counted, shared
from seeds import seed

__all__ = ["Score", "counted", "page", "pages", "policy", "seed", "shared"]
