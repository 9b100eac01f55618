"""``shangliang start-office``: the first committee, its administrators and its rulebook."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command
from django.utils import timezone

from ....actors.models import Tie
from ....procedures.verdicts import Refused
from ....rulebooks import presets
from ...actions.start_office import First, Plan, start_office

K = Tie.Kind
# option -> (the tie it makes, its title, what the prompt calls it)
PEOPLE: dict[str, tuple[str, str, str]] = {
    "system_admin": (K.ADMIN, "", "系统管理员姓名"),
    "security_admin": (K.SECURITY, "", "安全管理员姓名"),
    "auditor": (K.AUDITOR, "", "审计管理员姓名"),
    "clerk": (K.CLERK, "初审", "提案委初审员姓名"),
    "second_reviewer": (K.CLERK, "复审", "提案委复审员姓名"),
}


def whole(text: str) -> int:
    """A number from 1 to 99."""
    if not text.isdigit() or not 1 <= int(text) <= 99:
        raise ValueError(f"“{text}”不是 1 到 99 的数。")
    return int(text)


def day(text: str) -> date:
    """2026-01-10."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}”不是日期，请写成 2026-01-10。") from None


def moment(text: str) -> datetime:
    """2026-01-12T18:00 by the office's clock; a bare day means 18:00."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}”不是时刻，请写成 2026-01-12T18:00。") from None
    if len(text) == 10:
        found = datetime.combine(found.date(), time(18))
    return found if found.tzinfo else timezone.make_aware(found)


def preset(text: str) -> str:
    """The key of a shipped rulebook."""
    if text not in presets.names():
        raise ValueError(f"没有范本“{text}”。有：{'、'.join(presets.names())}。")
    return text


def words(text: str) -> str:
    return text


Reader = Callable[[str], Any]
# option -> (reader, prompt); asked in this order.
ASKED: dict[str, tuple[Reader, str]] = {
    "name": (words, "政协全称（如：中国人民政治协商会议某某市委员会）"),
    "short": (words, "简称（如：政协某某市委员会）"),
    **{
        key: (words, f"{label}（可加登录名：姓名=登录名）") for key, (_, _, label) in PEOPLE.items()
    },
    "rulebook": (preset, f"规程范本（{'、'.join(presets.names())}）"),
    "term": (whole, "现在是第几届（数字）"),
    "term_start": (day, "这一届从哪天起（年-月-日）"),
    "session": (whole, "最近一次会议是第几次（数字）"),
    "opens": (day, "这次会议哪天开幕"),
    "closes": (day, "哪天闭幕"),
    "window_opens": (day, "大会提案从哪天起受理"),
    "cutoff": (moment, "大会提案截止（如 2026-01-12T18:00）"),
}


class Command(BaseCommand):
    """Asks for what is not given; without a terminal it names what is missing and stops."""

    help = "开办一个政协：名称、管理员、规程、届次；给出只用一次的密码"

    def add_arguments(self, parser: ArgumentParser) -> None:
        for key, (_, prompt) in ASKED.items():
            parser.add_argument(f"--{key.replace('_', '-')}", help=prompt)
        parser.add_argument("--guided-by", default="", help="指导它的上级政协全称（已开办的）")
        parser.add_argument("--no-sectors", action="store_true", help="不套用三十四个界别的范本")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        given = {key: self.read(key, options[key]) for key in ASKED if options[key] is not None}
        missing = [key for key in ASKED if key not in given]
        if missing and not sys.stdin.isatty():
            names = " ".join(f"--{key.replace('_', '-')}" for key in missing)
            raise CommandError(f"还缺：{names}")
        given |= {key: self.ask(key) for key in missing}
        try:
            committee, opened = start_office(self.plan(given, options))
        except Refused as refused:
            raise CommandError(f"没有开办，什么都没改。{refused}") from refused
        self.stdout.write(f"已开办：{committee.name}")
        self.stdout.write("下面的密码只显示这一次，二十四小时内有效，第一次登录后须改：")
        for row in opened:
            self.stdout.write(f"  {row.role}　{row.name}　登录名 {row.login}　密码 {row.secret}")

    def read(self, key: str, text: str) -> Any:
        """The value of an option; an empty or unreadable one stops the command in words."""
        try:
            if not text.strip():
                raise ValueError(f"“{ASKED[key][1]}”不能空着。")
            return ASKED[key][0](text.strip())
        except ValueError as error:
            raise CommandError(str(error)) from error

    def ask(self, key: str) -> Any:
        """Ask until it can be read; what was typed before stays."""
        while True:
            try:
                return self.read(key, input(f"{ASKED[key][1]}："))
            except CommandError as error:
                self.stdout.write(str(error))

    def plan(self, given: dict[str, Any], options: dict[str, Any]) -> Plan:
        people = []
        for key, (kind, title, _) in PEOPLE.items():
            name, _, login = given[key].partition("=")
            people.append(First(name.strip(), kind, title, login.strip()))
        return Plan(
            name=given["name"],
            short=given["short"],
            people=people,
            preset=given["rulebook"],
            term=given["term"],
            term_start=given["term_start"],
            session=given["session"],
            opens=given["opens"],
            closes=given["closes"],
            window_opens=given["window_opens"],
            cutoff_at=given["cutoff"],
            guided_by=options["guided_by"].strip(),
            sectors=not options["no_sectors"],
        )
