"""Forms of the system and the security administrator."""

from typing import Any

from django import forms

from ...actors.forms.days import DayInput
from ...actors.models import Actor, Tie
from ...procedures.seat import Seat

K, A = Tie.Kind, Actor.Kind
# What can be granted: (value, words, kind of tie, title).
GRANT = (
    ("clerk-first", "提案委初审", K.CLERK, "初审"),
    ("clerk-second", "提案委复审", K.CLERK, "复审"),
    ("supervisor", "交办督办", K.SUPERVISOR, ""),
    ("unit-staff", "承办单位经办人", K.UNIT_STAFF, ""),
    ("unit-head", "承办单位负责人", K.UNIT_HEAD, ""),
    ("drafts", "集体提案执笔人", K.DRAFTS, ""),
    ("organiser", "专委会工作人员", K.ORGANISER, ""),
    ("editor", "信息编辑", K.EDITOR, ""),
    ("convenor", "议事召集人", K.CONVENOR, ""),
    ("admin", "系统管理员", K.ADMIN, ""),
    ("security", "安全管理员", K.SECURITY, ""),
    ("auditor", "审计管理员", K.AUDITOR, ""),
)
PLACES = (A.UNIT, A.PARTY, A.SECTOR, A.SPECIAL_COMMITTEE, A.GROUP, A.ORGANISATION, A.ROOM)


class NewAccount(forms.Form):
    """A login for a person of the register."""

    username = forms.CharField(
        label="登录名",
        max_length=60,
        help_text="字母、汉字、数字、点、横线，3 个以上；以后不能改。",
    )


class Grant(forms.Form):
    """A work right from a day on, with its basis."""

    what = forms.ChoiceField(label="职责", choices=[(g[0], g[1]) for g in GRANT])
    where = forms.ChoiceField(
        label="在哪里",
        help_text="经办人、负责人选承办单位；执笔人选党派、界别；议事召集人选议事室；其余选本政协。",
    )
    start = forms.DateField(
        label="起", widget=DayInput(), error_messages={"required": "还没有填从哪天起。"}
    )
    end = forms.DateField(
        label="止", required=False, widget=DayInput(), help_text="不填就是没有定。"
    )
    basis = forms.CharField(
        label="依据", max_length=200, help_text="例如：澄政协办〔2026〕8 号",
        error_messages={"required": "授权要写依据。"},
    )  # fmt: skip

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Actor.objects.filter(committee_id=seat.committee_id, kind__in=PLACES, active=True)
        groups: dict[str, list[tuple[int, str]]] = {A(k).label: [] for k in PLACES}
        for body in bodies:
            groups[A(body.kind).label].append((body.pk, str(body)))
        choices: list[Any] = [(seat.committee_id, seat.committee_name or "本政协")]
        choices += [(name, rows) for name, rows in groups.items() if rows]
        self.fields["where"].choices = choices  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments of ``bind``."""
        given = self.cleaned_data
        _, _, kind, title = next(g for g in GRANT if g[0] == given["what"])
        return {
            "kind": kind,
            "title": title,
            "whom": int(given["where"]),
            "start": given["start"],
            "end": given["end"],
            "basis": given["basis"],
        }
