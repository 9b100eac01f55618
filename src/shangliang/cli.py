"""The command line: ``shangliang demo | serve | audit verify | ...``; ``manage`` for the rest."""

import os
import sys


def main() -> None:
    """Hand the words over to Django's commands of the same name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.product")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["shangliang", *sys.argv[1:]])


if __name__ == "__main__":
    main()
