"""red-dwarf beside ours in the same run, where ``PEER_PYTHON`` names an interpreter that has it."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from shangliang.engines.opinion import Votes


def there() -> bool:
    return bool(os.environ.get("PEER_PYTHON"))


def asked(rounds: list[Votes], excluded: list[list[int]] | None = None) -> list[dict[str, Any]]:
    """What red-dwarf answers to each; people and statements are known by their index."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for at, votes in enumerate(rounds):
            names.append(str(Path(folder) / f"{at}.npz"))
            np.savez(
                names[-1],
                who=np.repeat(np.arange(len(votes.people)), votes.counts),
                what=votes.column.astype(int),
                how=votes.value,
                out=np.array(excluded[at] if excluded else [], dtype=int),
            )
        done = subprocess.run(
            [os.environ["PEER_PYTHON"], str(Path(__file__).parent / "peer.py"), *names],
            capture_output=True,
            text=True,
            check=True,
        )
    return [json.loads(line) for line in done.stdout.splitlines()]
