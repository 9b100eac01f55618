"""``shangliang restore FILE``: a backup into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command

from ...restore import CannotRestore, restore


class Command(BaseCommand):
    """All or nothing; the event chains are proved before anything is kept."""

    help = "从备份恢复到空数据库"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        try:
            rows = restore(options["file"])
        except CannotRestore as error:
            raise CommandError(f"没有恢复，什么都没改。{error}") from error
        self.stdout.write(f"已恢复 {sum(rows.values())} 行，事件链核验完整。")
