"""``shangliang restore FILE``: a backup into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command

from ....journal import erasures
from ...restore import CannotRestore, restore


class Command(BaseCommand):
    """All or nothing; the event chains are proved before anything is kept."""

    help = "从备份恢复到空数据库"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        listed = parser.add_mutually_exclusive_group()
        listed.add_argument(
            "--erasures", type=Path, help="撤回名单所在的文件夹，默认是本数据目录的 erasures"
        )
        listed.add_argument(
            "--no-erasures", action="store_true", help="确认备份以后没有人撤回过同意"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        place = None if options["no_erasures"] else options["erasures"] or erasures.folder()
        if place is not None and not any(place.glob("*.txt")):
            raise CommandError(
                f"没有恢复，什么都没改。{place} 里没有撤回名单：备份以后撤回了同意的人，姓名会随旧备份"
                "回来。请把原来数据目录里的 erasures 抄过来，或用 --erasures 指明它在哪里；确实没有人"
                "撤回过的，用 --no-erasures。"
            )
        call_command("migrate", verbosity=0)
        try:
            rows = restore(options["file"], place)
        except CannotRestore as error:
            raise CommandError(f"没有恢复，什么都没改。{error}") from error
        self.stdout.write(f"已恢复 {sum(rows.values())} 行，事件链核验完整。")
