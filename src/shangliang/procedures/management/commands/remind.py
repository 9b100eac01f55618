"""``shangliang remind``: tell people of limits near or past, once."""

from typing import Any

from django.core.management.base import BaseCommand

from ...reminders import remind_all


class Command(BaseCommand):
    help = "Tell people of limits that are near or past and of which they were not told yet."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{remind_all()} 项时限已提醒")
