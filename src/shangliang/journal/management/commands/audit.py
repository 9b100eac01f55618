"""``shangliang audit verify | anchor``: prove the event chains, or anchor them now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from ....jobs.nightly import verify_one
from ...anchor import anchor_all
from ...models import Chain, Event


class Command(BaseCommand):
    """Exit code 0: whole. 1: broken; the first place and all others are printed."""

    help = "核验事件链（verify）；锚定访问记录与链尾（anchor）"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["verify", "anchor"])
        parser.add_argument("--committee", type=int, help="只核验这个政协（编号）")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "anchor":
            self.stdout.write(anchor_all())
            return
        chains = Chain.objects.select_related("committee").order_by("committee_id")
        if options["committee"]:
            chains = chains.filter(committee_id=options["committee"])
        broken = False
        for chain in chains:
            faults = verify_one(chain.committee_id)
            count = Event.objects.filter(committee_id=chain.committee_id).count()
            name = f"{chain.committee_id} {chain.committee.name}"
            if not faults:
                self.stdout.write(f"完整 whole  {name}：{count} 条，链尾 {chain.digest}")
                continue
            broken = True
            self.stdout.write(f"断裂 broken {name}：第一处在第 {faults[0].seq} 条")
            for fault in faults:
                self.stdout.write(f"  {fault}")
        if not chains:
            self.stdout.write("没有事件链。No chain.")
        if broken:
            raise SystemExit(1)
