"""``shangliang search-rebuild [--committee 3]``: the search index anew, from what the rooms hold."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ....actors.models import Actor
from ...index import rebuild


class Command(BaseCommand):
    help = "重建检索索引（不指定 --committee 则逐个重建所有政协）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--committee", type=int, help="只重建这一个政协（编号）")

    def handle(self, *args: Any, **options: Any) -> None:
        committees = Actor.objects.filter(kind=Actor.Kind.COMMITTEE)
        if options["committee"]:
            committees = committees.filter(pk=options["committee"])
        if not committees:
            self.stderr.write("没有这个政协。")
            raise SystemExit(2)
        for committee in committees:
            began = time.perf_counter()
            count = rebuild(committee.pk)
            self.stdout.write(f"{committee}：{count} 件，{time.perf_counter() - began:.1f} 秒")
