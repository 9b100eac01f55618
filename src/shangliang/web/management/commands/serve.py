"""``shangliang serve``: migrate, collect static files, serve."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, call_command

from ...server import serve


class Command(BaseCommand):
    """The product on this machine; the database and the rest come from the environment."""

    help = "启动服务（先升级数据库、收集静态文件）"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        self.stdout.write(f"商量 http://{options['host']}:{options['port']}/")
        serve(options["host"], options["port"])
