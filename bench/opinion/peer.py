"""One run of red-dwarf, by its own interpreter: ``python peer.py VOTES.npz... `` prints one line of JSON each.

red-dwarf is never installed beside the product; ``PEER_PYTHON`` names an interpreter that has it.
"""

from __future__ import annotations

import json
import sys
import time
import warnings

import numpy as np


def run(path: str) -> dict[str, object]:
    from reddwarf.implementations import polis

    data = np.load(path)
    votes = [
        {"participant_id": int(p), "statement_id": int(s), "vote": int(v)}
        for p, s, v in zip(data["who"], data["what"], data["how"], strict=True)
    ]
    began, wall = time.process_time(), time.perf_counter()
    result = polis.run_pipeline(
        votes=votes, random_state=1, mod_out_statement_ids=[int(s) for s in data["out"]]
    )
    used, waited = time.process_time() - began, time.perf_counter() - wall
    people = result.participants_df
    placed = people[people["to_cluster"]]
    repness = result.repness
    return {
        "people": [int(i) for i in placed.index],
        "groups": [int(g) for g in placed["cluster_id"]],
        "representative": {str(g): len(repness[g]) for g in repness if g != "comment_id"},
        "agree": [int(s["tid"]) for s in result.consensus["agree"]],
        "disagree": [int(s["tid"]) for s in result.consensus["disagree"]],
        "gac": {str(k): float(v) for k, v in result.group_aware_consensus["agree"].items()},
        "cpu": used,
        "wall": waited,
    }


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    for name in sys.argv[1:]:
        print(json.dumps(run(name)), flush=True)
