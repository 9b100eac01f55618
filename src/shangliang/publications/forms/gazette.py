"""Forms of an issue and of the press."""

from typing import Any

from django import forms

from ...groups.forms.common import area, blank, pick, pick_id, set_choices, short, today_field
from ...procedures.forms import VerbForm, form_of
from ..models import Clipping, Outlet, Piece


def free_pieces(committee: int, gazette: int | None = None) -> list[Piece]:
    """Approved texts that stand in no issue, and those of this one, in its order."""
    rows = Piece.objects.filter(committee_id=committee, state="approved", gazette__isnull=True)
    here = Piece.objects.filter(committee_id=committee, gazette_id=gazette) if gazette else []
    own = sorted(here, key=lambda p: (p.place, p.pk))
    return [*own, *rows.order_by("pk")[:60]]


@form_of("gazette", "compose_gazette")
class ComposeGazette(VerbForm):
    """Which texts; a number says the place."""

    name = short("刊名", 40, "不写书名号。")
    preface = area("编者的话", 300, "可以不写。", required=False)

    def prepare(self) -> None:
        self.rows = free_pieces(self.case.committee_id, self.case.pk)
        for row in self.rows:
            inside = row.gazette_id == self.case.pk
            field = forms.IntegerField(
                label=row.title, required=False, min_value=1, max_value=99,
                initial=row.place if inside else None,
                error_messages={"invalid": "请写数字。"},
                help_text=f"{row.book.name}。排第几写几，空着就不编进这一期。",
            )  # fmt: skip
            self.fields[f"n_{row.pk}"] = field
        self.initial.setdefault("name", self.case.name)
        self.initial.setdefault("preface", self.case.preface)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        given = [(data.get(f"n_{r.pk}"), k, r.pk) for k, r in enumerate(self.rows)]
        pieces = [pk for place, _, pk in sorted((p, k, pk) for p, k, pk in given if p)]
        return {"name": data["name"], "preface": data["preface"], "pieces": pieces}


class OutletForm(forms.Form):
    """登记媒体."""

    kind = pick("种类", list(Outlet.Kind.choices))
    name = short("名称", 60)
    desk = short("栏目或部门", 60, required=False)
    contact = short("联系人", 40, required=False)
    reach = short("怎么联系", 120, "写办公电话、公用邮箱，不写私人号码。", required=False)
    active = forms.BooleanField(label="在用", required=False, initial=True)


class ClippingForm(forms.Form):
    """记剪报."""

    outlet = pick_id("哪一家")
    title = short("刊播的标题", 120)
    on = today_field("刊播日期")
    link = short("链接", 300, "以 http:// 或 https:// 开头；没有就写版面。", required=False)
    page = short("版面、时段", 40, "如“3 版”“晚间新闻”。", required=False)
    piece = pick_id("用的哪篇稿", required=False)
    faith = pick("与事实对过没有", list(Clipping.Faith.choices), required=False)
    note = short("说明", 200, "有出入的写哪里不一样。", required=False)

    def __init__(self, *args: Any, committee_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {"committee_id": committee_id}
        rows = Outlet.objects.filter(**own, active=True)
        set_choices(self, "outlet", blank([(r.pk, str(r)) for r in rows]))
        texts = Piece.objects.filter(**own, state__in=["published", "withdrawn"])
        some = texts.order_by("-published_on", "-pk")[:100]
        set_choices(self, "piece", blank([(p.pk, p.title) for p in some], "他们自己采写的"))
