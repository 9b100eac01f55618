"""The command line: ``shangliang demo | serve | audit | ...``; ``help`` lists them all."""

import os
import sys


def prepare(words: list[str]) -> None:
    """What a command needs before the settings are read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.product")
    if words[:1] == ["demo"]:
        os.environ.setdefault("SHANGLIANG_DEMO", "1")
        os.environ.setdefault("SHANGLIANG_DATA_DIR", os.path.join("var", "demo"))


def main() -> None:
    """Hand the words over to the command of the same name."""
    words = sys.argv[1:]
    if words[:1] == ["read"]:  # quick and without a database: before any setting is read
        from .engines.text.command import main as read

        raise SystemExit(read(words[1:]))
    if words[:1] == ["opinion"]:
        from .engines.opinion.command import main as opinion

        raise SystemExit(opinion(words[1:]))
    if words[:1] == ["gaps"]:
        from .engines.indicators.command import main as gaps

        raise SystemExit(gaps(words[1:]))
    if words[:1] and words[0] in ("classify", "similar", "hot"):  # likewise
        from .engines.search.command import main as engine

        raise SystemExit(engine(words[0], words[1:]))
    if words and not words[0].startswith("-"):
        words[0] = words[0].replace("-", "_")  # start-office is the file start_office
    prepare(words)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["shangliang", *words])


if __name__ == "__main__":
    main()
