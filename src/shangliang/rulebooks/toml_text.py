"""A rulebook as a TOML file and back, so that one office can hand its rules to another."""

import json
import tomllib
from typing import Any

from . import presets
from .troubles import Trouble, check

LARGEST = 200_000  # bytes; the longest rulebook we know is a tenth of it


class BadFile(ValueError):
    """The file cannot be a rulebook; the message is Chinese and says what to mend."""

    def __init__(self, message: str, troubles: list[Trouble] | None = None) -> None:
        super().__init__(message)
        self.troubles = troubles or []


def value(given: Any) -> str:
    """A TOML value: text, number, yes/no, or a list of those."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, (int, float)):
        return repr(given)
    if isinstance(given, (list, tuple)):
        return "[" + ", ".join(value(item) for item in given) + "]"
    # A JSON string is a TOML basic string, but for DEL, which JSON leaves as it is.
    return json.dumps(str(given), ensure_ascii=False).replace("\x7f", "\\u007f")


def dump(name: str, body: dict[str, Any]) -> str:
    """The body as text that :func:`load` reads back to the same body."""
    lines = [f"name = {value(name)}"]
    tables: list[str] = []
    for key, given in body.items():
        if isinstance(given, dict):
            plain = {k: v for k, v in given.items() if not isinstance(v, dict)}
            deep = {k: v for k, v in given.items() if isinstance(v, dict)}
            if plain or not deep:
                tables += ["", f"[{key}]", *(f"{k} = {value(v)}" for k, v in plain.items())]
            for inner, rows in deep.items():
                tables += ["", f"[{key}.{inner}]", *(f"{k} = {value(v)}" for k, v in rows.items())]
        elif isinstance(given, (list, tuple)) and given and isinstance(given[0], dict):
            for row in given:
                tables += ["", f"[[{key}]]", *(f"{k} = {value(v)}" for k, v in row.items())]
        else:
            lines.append(f"{key} = {value(given)}")
    return "\n".join([*lines, *tables, ""])


def load(data: bytes) -> tuple[str, dict[str, Any]]:
    """(name, body) of a file, checked whole. Raises :class:`BadFile` with every trouble in words."""
    if len(data) > LARGEST:
        raise BadFile("文件太大，规程文件不超过 200 KB。请确认选对了文件。")
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadFile("这不是 UTF-8 编码的规程文件。请用本系统导出的 .toml 文件。") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadFile(f"文件读不懂：{str(error)[:120]}。请用本系统导出的 .toml 文件改。") from None
    name = raw.pop("name", "")
    if not isinstance(name, str) or not name.strip():
        raise BadFile('文件开头要有一行 name = "规程名称"。')
    base = raw.pop("base", None)
    if base is not None:
        if base not in presets.names():
            known = "、".join(presets.names())
            raise BadFile(f"base 只能是范本之一：{known}。")
        raw = presets.merged(presets.load(base)[1], raw)
    rules, troubles = check(raw)
    if rules is None:
        raise BadFile("规程内容有几处不对，都列在下面。", troubles)
    return name.strip()[:120], plain(rules.model_dump(mode="json"))


def plain(body: dict[str, Any]) -> dict[str, Any]:
    """The stored form: JSON types only."""
    return json.loads(json.dumps(body))  # type: ignore[no-any-return]
