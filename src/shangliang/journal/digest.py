"""The chain's arithmetic: canonical bytes of an event, and their digest.

SM3 is the state's hash (GB/T 32905-2016); SHA-256 stays available by setting. Both give 256 bits.
"""

import json
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives import hashes

ALGORITHMS = {"sm3": hashes.SM3, "sha256": hashes.SHA256}


def canonical(fields: dict[str, Any]) -> bytes:
    """The same bytes for the same event, on every database and every Python."""

    def plain(value: Any) -> Any:
        if isinstance(value, datetime):
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        return value

    ordered = {key: plain(fields[key]) for key in sorted(fields)}
    return json.dumps(ordered, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(prev: str, fields: dict[str, Any], algorithm: str) -> str:
    """``algorithm:hex`` shortened to 64 hex digits of H(prev || canonical(fields))."""
    hasher = hashes.Hash(ALGORITHMS[algorithm]())
    hasher.update(prev.encode("ascii"))
    hasher.update(canonical(fields))
    return hasher.finalize().hex()
