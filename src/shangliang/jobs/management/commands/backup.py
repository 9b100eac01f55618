"""``shangliang backup FILE``: everything in one zip."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from ...backup import backup


class Command(BaseCommand):
    """Refuses to overwrite: the backup of yesterday is not lost by a wrong word."""

    help = "备份：数据库与文件合成一个 zip"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        if file.exists():
            raise CommandError(f"{file} 已经有了，请换一个文件名。")
        if not file.parent.is_dir():
            raise CommandError(f"没有文件夹 {file.parent}。")
        rows = backup(file)
        size = file.stat().st_size / 2**20
        self.stdout.write(f"已备份 {sum(rows.values())} 行，{size:.1f} MB：{file}")
