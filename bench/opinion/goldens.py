"""Published results of real consultations, read from ``../shared`` (or ``SHANGLIANG_SHARED``)."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from shangliang.engines.opinion import Votes
from shangliang.engines.opinion.files import read_statements, read_votes

NAMES = ("small-strict", "vw", "medium-meta", "biodiversity")


def folder() -> Path | None:
    """Where the consultations lie, or None."""
    named = os.environ.get("SHANGLIANG_SHARED")
    places = [Path(named)] if named else []
    places += [parent / "shared" for parent in Path(__file__).resolve().parents[1:5]]
    return next((p / "data/consensus" for p in places if (p / "data/consensus").is_dir()), None)


@dataclass(frozen=True)
class Golden:
    name: str
    path: Path
    votes: Votes
    published: dict[str, Any]

    @property
    def groups(self) -> dict[Any, Any]:
        """{participant: group} as published."""
        base = self.published["base-clusters"]
        members = dict(zip(base["id"], base["members"], strict=True))
        return {
            person: group["id"]
            for group in self.published["group-clusters"]
            for cluster in group["members"]
            for person in members[cluster]
        }

    def in_order(self, key: str, component: int | None = None) -> np.ndarray:
        """A published array over statements, in the order of ours."""
        values = self.published["pca"][key]
        values = values if component is None else values[component]
        at = dict(zip(self.published["tids"], values, strict=True))
        return np.array([at[s] for s in self.votes.statements])


def golden(name: str) -> Golden:
    place = folder()
    assert place is not None
    with gzip.open(place / name / "polis_math.json.gz") as file:
        published = json.load(file)
    return Golden(name, place / name, read_votes(place / name / "votes.csv.gz"), published)


def statements_of(name: str) -> Any:
    place = folder()
    assert place is not None
    return read_statements(place / name / "comments.csv.gz")
