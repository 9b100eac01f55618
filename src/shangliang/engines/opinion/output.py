"""The published shape of an opinion."""

from __future__ import annotations

from typing import Any

from .model import Agreed, Opinion, Typical


def as_json(opinion: Opinion) -> dict[str, Any]:
    """Plain data for ``json.dumps``; no NaN, no infinity."""
    return {
        "participants": opinion.participants,
        "statements": opinion.statements,
        "groups": [
            {"id": g.id, "members": list(g.members), "stability": g.stability}
            for g in opinion.groups
        ],
        "positions": {str(person): list(place) for person, place in opinion.positions.items()},
        "consensus": {
            "agree": [_agreed(point) for point in opinion.consensus_agree],
            "disagree": [_agreed(point) for point in opinion.consensus_disagree],
        },
        "divisive": [
            {
                "statement": d.statement,
                "score": d.score,
                "low": d.low,
                "high": d.high,
                "highest": d.highest,
                "lowest": d.lowest,
            }
            for d in opinion.divisive
        ],
        "representative": {
            str(group): [_typical(point) for point in points]
            for group, points in opinion.representative.items()
        },
        "group_aware_consensus": {str(s): v for s, v in opinion.group_aware_consensus.items()},
        "priorities": {str(s): v for s, v in opinion.priorities.items()},
        "notes": list(opinion.notes),
    }


def _agreed(point: Agreed) -> dict[str, Any]:
    return {
        "statement": point.statement,
        "score": point.score,
        "low": point.low,
        "high": point.high,
        "seen": point.seen,
        "established": point.established,
        **point.detail,
    }


def _typical(point: Typical) -> dict[str, Any]:
    return {
        "statement": point.statement,
        "direction": point.direction,
        "share": point.share,
        "others": point.others,
        "low": point.low,
        "high": point.high,
        "seen": point.seen,
        **point.detail,
    }
