"""``shangliang demo``: the product with its synthetic sample city, in one command."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from ....actors.models import Actor
from ....web.server import serve


class Command(BaseCommand):
    """Migrate, build the sample city once, print where to look, serve."""

    help = "用示例城市启动（数据全为虚构）"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--scale", type=int, default=0, help="另造这么多件提案，供测量")
        parser.add_argument("--no-serve", action="store_true", help="只造数据，不启动")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("演示数据只在演示模式下建立（SHANGLIANG_DEMO=1）。")
        call_command("migrate", verbosity=0)
        if not Actor.objects.filter(kind=Actor.Kind.COMMITTEE).exists():
            from ...city import build

            self.stdout.write("正在建立示例城市，约一分钟…")
            build(scale=options["scale"], say=self.stdout.write)
        if options["no_serve"]:
            return
        call_command("collectstatic", verbosity=0, interactive=False)
        address = f"http://{options['host']}:{options['port']}/"
        self.stdout.write(f"商量示例城市：{address}\n选身份进入：{address}demo/\n停止：Ctrl+C")
        serve(options["host"], options["port"])
