"""Writing a table of points by hand: the head, and a row a rule, each in the office's words."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from ...activities.forms.fields import day
from ...engines.points import Rule, Table
from ...engines.points.count import short
from ..blocks import LABELS
from ..homework import DEFAULT, WORKS, asked_of
from ..wording import (
    BESTS,
    NotUnderstood,
    read_points,
    read_times,
    read_when,
    say_points,
    say_times,
    say_when,
)

MOST_RULES = 120
PART = re.compile(r"^(起始|最多|扣到)\s*([−-]?\d+(?:\.\d+)?)\s*分?(?:为止)?$")
PARTS = {"起始": "start", "最多": "cap", "扣到": "floor"}


class Head(forms.Form):
    """办法本身."""

    title = forms.CharField(
        label="名称", max_length=120, error_messages={"required": "请写办法的名称。"}
    )
    source = forms.CharField(
        label="出处", max_length=200, required=False, help_text="文件名和文号，每个人都看得到。"
    )
    groups = forms.CharField(
        label="分组",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="一行一组：履职，起始 60，最多 100，扣到 0。没有上限就只写名字。",
    )
    grades = forms.CharField(
        label="等次",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="一行一等：优秀 90。不评等次就空着。",
    )
    homework = forms.CharField(
        label="三作每年几件",
        required=False,
        max_length=60,
        help_text="作品 1，作文 1，作业 1。写 0 就是不要求。",
    )
    from_day = day("从哪天起", required=False)
    why = forms.CharField(label="为什么改", max_length=200, required=False)

    def clean_groups(self) -> dict[str, dict[str, str]]:
        """key -> group. The key is the name: a rule says where it counts by the same word."""
        out: dict[str, dict[str, str]] = {}
        for line in filter(None, map(str.strip, self.cleaned_data["groups"].splitlines())):
            label, *rest = [part.strip() for part in re.split(r"[，,；;]+", line) if part.strip()]
            if label in out:
                raise forms.ValidationError(f"“{label}”写了两次。")
            out[label] = {"label": label}
            for part in rest:
                found = PART.match(part)
                if found is None:
                    raise forms.ValidationError(
                        f"看不懂“{part}”，请写成：{label}，起始 60，最多 100，扣到 0。"
                    )
                out[label][PARTS[found[1]]] = found[2].replace("−", "-")
        return out

    def clean_homework(self) -> dict[str, int]:
        """key -> number asked; one of each where nothing is said."""
        names = {name: key for key, name, _, _ in WORKS}
        out = dict(DEFAULT)
        for piece in filter(None, re.split(r"[，,；;、]+", self.cleaned_data["homework"].strip())):
            found = re.match(r"^(\S+?)\s*(\d{1,2})\s*件?$", piece.strip())
            if found is None or found[1] not in names:
                raise forms.ValidationError(
                    f"看不懂“{piece.strip()}”，请写成：作品 1，作文 1，作业 1。"
                )
            out[names[found[1]]] = int(found[2])
        return out

    def clean_grades(self) -> list[dict[str, str]]:
        out = []
        for line in filter(None, map(str.strip, self.cleaned_data["grades"].splitlines())):
            found = re.match(r"^(\S+?)[\s，,]*([−-]?\d+(?:\.\d+)?)\s*分?(?:起|以上)?$", line)
            if found is None:
                raise forms.ValidationError(f"看不懂“{line}”，请写成：优秀 90。")
            out.append({"label": found[1], "least": found[2].replace("−", "-")})
        if len({row["least"] for row in out}) != len(out):
            raise forms.ValidationError("两个等次的分数相同。")
        return out


class RuleRow(forms.Form):
    """一条规则."""

    key = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    label = forms.CharField(label="事项", max_length=60, required=False)
    what = forms.ChoiceField(
        label="数什么", required=False, choices=[("", "请选"), *LABELS.items()]
    )
    points = forms.CharField(label="分", max_length=120, required=False)
    only = forms.CharField(label="限于", max_length=300, required=False)
    group = forms.CharField(label="计入哪一组", max_length=30, required=False)
    most = forms.IntegerField(label="一年最多几次", required=False, min_value=1, max_value=999)
    cap = forms.DecimalField(label="一年最多几分", required=False, min_value=0)
    nth = forms.IntegerField(label="第几件起计", required=False, min_value=1, max_value=999)
    half_day = forms.BooleanField(label="按半天计", required=False)
    half_rest = forms.BooleanField(label="联名平分：第一人得一半", required=False)
    best = forms.CharField(label="就高的一类", max_length=30, required=False)
    one_thing = forms.BooleanField(label="只在同一件里就高", required=False)
    times = forms.CharField(label="倍数", max_length=200, required=False)
    since = day("起", required=False)
    until = day("止", required=False)
    basis = forms.CharField(label="依据", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """What was written, read; a row left blank is no rule."""
        data = super().clean() or {}
        if not data.get("label"):
            if data.get("points") or data.get("what"):
                self.add_error("label", "请写“事项”。")
            return data
        if not data.get("what"):
            self.add_error("what", "请选“数什么”。")
        for name, reader in (("points", read_points), ("only", read_when), ("times", read_times)):
            try:
                data[f"{name}_read"] = reader(data.get(name) or "")
            except NotUnderstood as error:
                self.add_error(name, f"{error}。")
        if data.get("since") and data.get("until") and data["until"] < data["since"]:
            self.add_error("until", "止期早于起期。")
        return data

    def rule(self, key: str) -> dict[str, Any]:
        """The rule as data; only what was said."""
        d = self.cleaned_data
        row: dict[str, Any] = {
            "key": key,
            "label": d["label"],
            "what": d["what"],
            **d["points_read"],
        }
        row |= {"when": d["only_read"]} if d["only_read"] else {}
        row |= {"times": d["times_read"]} if d["times_read"] else {}
        for name in ("group", "best", "basis"):
            if d[name].strip():
                row[name] = d[name].strip()
        if "best" in row:  # a preset's own word stays the same
            row["best"] = {v: k for k, v in BESTS.items()}.get(row["best"], row["best"])
        for name in ("most", "cap", "nth"):
            if d[name] is not None:
                row[name] = str(d[name]) if name == "cap" else d[name]
        for name in ("since", "until"):
            if d[name]:
                row[name] = d[name].isoformat()
        row |= {"per": "half_day"} if d["half_day"] else {}
        row |= {"share": "half_rest"} if d["half_rest"] else {}
        return row | ({"best_of": "source"} if d["one_thing"] and d["best"] else {})


RULES = formset_factory(RuleRow, extra=1, can_order=True, can_delete=True, max_num=MOST_RULES)


def head_of(table: Table, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The head of a table as the form shows it."""
    groups, asked = [], asked_of(body)
    for group in table.groups.values():
        said = [group.label]
        said += [f"起始 {short(group.start)}"] if group.start else []
        said += [f"最多 {short(group.cap)}"] if group.cap is not None else []
        said += [f"扣到 {short(group.floor)}"] if group.floor is not None else []
        groups.append("，".join(said))
    return {
        "title": table.title,
        "source": table.source,
        "homework": "，".join(f"{name} {asked[key]}" for key, name, _, _ in WORKS),
        "groups": "\n".join(groups),
        "grades": "\n".join(f"{word} {short(least)}" for least, word in table.grades),
    }


def row_of(rule: Rule, table: Table) -> dict[str, Any]:
    """A rule as its row shows it."""
    group = table.groups.get(rule.group)
    return {
        "key": rule.key, "label": rule.label, "what": rule.what, "points": say_points(rule),
        "only": say_when(rule.when), "group": group.label if group else "", "most": rule.most,
        "cap": rule.cap, "nth": rule.nth if rule.nth > 1 else None,
        "half_day": rule.per == "half_day", "half_rest": rule.share == "half_rest",
        "best": BESTS.get(rule.best, rule.best), "one_thing": rule.best_of == "source", "times": say_times(rule.times),
        "since": rule.since, "until": rule.until, "basis": rule.basis,
    }  # fmt: skip


def formset_of(table: Table | None, data: Any = None) -> BaseFormSet:  # type: ignore[type-arg]
    initial = [row_of(rule, table) for rule in table.rules] if table else []
    return RULES(data, initial=initial, prefix="rules")


def body_of(head: Head, rows: BaseFormSet, base: Table | None) -> dict[str, Any]:  # type: ignore[type-arg]
    """The whole table as data, from forms that hold; the engine reads it strictly.

    A group of ``base`` keeps its key, so that lines already in the ledger stay in their group.
    """
    d = head.cleaned_data
    keys = {group.label: key for key, group in base.groups.items()} if base else {}
    live = []
    for place, form in enumerate(rows.forms):
        c = form.cleaned_data
        if c.get("label") and not c.get("DELETE"):
            live.append((c.get("ORDER") or 999, place, form))
    taken = {form.cleaned_data["key"] for _, _, form in live}
    rules, n = [], 0
    for _, _, form in sorted(live, key=lambda row: row[:2]):
        key = form.cleaned_data["key"]
        while not key:
            n += 1
            key = f"own{n}" if f"own{n}" not in taken else ""
        taken.add(key)
        row = form.rule(key)
        if "group" in row:
            row["group"] = keys.get(row["group"], row["group"])
        rules.append(row)
    groups = {keys.get(label, label): group for label, group in d["groups"].items()}
    return {
        "title": d["title"].strip(),
        "source": d["source"].strip(),
        "group": groups,
        "rule": rules,
        "grade": d["grades"],
        "homework": d["homework"],
    }
