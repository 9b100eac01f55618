"""Presets (范本): real local practices an office starts from. A preset may build on another."""

import tomllib
from importlib.resources import files
from typing import Any


def names() -> list[str]:
    """Keys of the shipped presets, the common practice first."""
    found = sorted(
        f.name.removesuffix(".toml") for f in files(__name__).iterdir() if f.name.endswith(".toml")
    )
    return sorted(found, key=lambda n: n != "national")


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Tables merge key by key, lists and values replace."""
    result = dict(base)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], value)
        else:
            result[key] = value
    return result


def load(name: str) -> tuple[str, dict[str, Any]]:
    """(title, body) of a preset; ``base = "national"`` in a file builds on that one."""
    raw = tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
    base = raw.pop("base", None)
    title = raw.pop("name")
    if base:
        return title, merged(load(base)[1], raw)
    return title, raw
