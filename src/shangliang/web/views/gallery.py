"""Every part on one page, to look at and to check (demo and debug only)."""

import datetime as dt
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from shangliang.web.charts import Bar, Series


class SampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(
        label="案由", max_length=60, help_text="一句话说清要办什么，不写“关于…的提案”。"
    )
    body = forms.CharField(
        label="情况",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        initial="三个小区的充电桩都装在消防通道旁，晚上常被占。",
    )
    kind = forms.ChoiceField(
        label="作为什么交",
        choices=[("report", "社情民意"), ("proposal", "提案草稿")],
        widget=forms.RadioSelect,
        initial="report",
    )
    place = forms.MultipleChoiceField(
        label="在哪里",
        choices=[("1", "一江区"), ("2", "二桥区"), ("3", "三塘区")],
        widget=forms.CheckboxSelectMultiple,
        initial=["1"],
        required=False,
    )
    unit = forms.ChoiceField(
        label="建议承办", choices=[("", "请选择"), ("a", "市住建局")], required=False
    )
    due = forms.DateField(
        label="期限", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    public = forms.BooleanField(label="同意公开", required=False, help_text="公开前还要经审查。")
    paper = forms.FileField(label="原文", required=False, help_text="Word 或 PDF")


class FilterForm(forms.Form):
    """What a list can be narrowed by."""

    q = forms.CharField(label="检索", required=False)
    state = forms.ChoiceField(
        label="状态", choices=[("", "全部"), ("open", "办理中")], required=False
    )


def asks() -> list[dict[str, Any]]:
    year = timezone.localdate().year
    return [
        {"n": 1, "title": "制定管养协议文本", "unit": "市住建局", "answer": "4 月底印发，写明费用比例", "grade": "A",
         "due": dt.date(year, 4, 30), "light": "done", "word": "已办结", "effect": "已核实", "effect_tone": "ok",
         "effect_note": "督查室抽查 20 处，17 处已签"},
        {"n": 2, "title": "设立应急维修周转金", "unit": "市财政局", "answer": "列入年中预算调整", "grade": "B",
         "due": dt.date(year, 9, 30), "light": "green", "word": "按计划", "effect": "单位自报", "effect_tone": "self"},
        {"n": 3, "title": "逐台登记停用电梯", "unit": "市住建局", "answer": "将加强指导", "grade": "B",
         "grade_note": "提案人认为应为 C", "due_missing": True, "light": "yellow", "word": "重办"},
        {"n": 4, "title": "公布维保单位", "unit": "市市场监管局", "unanswered": "答复没有涉及此条",
         "light": "red", "word": "未答，已请补答"},
    ]  # fmt: skip


def sample() -> dict[str, Any]:
    """Invented content, enough to see each part full, empty and wrong."""
    now = timezone.now()
    wrong = SampleForm(data={"kind": "report", "body": "短"})
    return {
        "form": SampleForm(auto_id="s_%s"),
        "wrong": wrong,
        "filters": FilterForm(initial={"state": "open"}, auto_id="f_%s"),
        "chosen": [{"label": "状态", "value": "办理中", "url": "?"}],
        "asks": asks(),
        "kind_help": {"report": "5 个工作日内告诉您是否采用", "proposal": "转到电脑上接着写，可邀联名"},
        "crumbs": [("办理", "/"), ("十五届二次会议提案", "/"), ("第 0131 号", "")],
        "tabs": [{"label": "待我审", "url": "#", "current": True, "count": 23}, {"label": "待复审", "url": "#", "count": 6}],
        "verbs": [
            {"label": "立案", "url": "#", "tone": "primary", "key": "L"},
            {"label": "退回修改", "url": "#", "key": "T", "form": True},
            {"label": "并案", "url": "#", "disabled": "要先选两件"},
            {"label": "不予立案", "url": "#", "tone": "danger", "key": "N", "form": True},
        ],
        "steps": [
            {"label": "察", "note": "9 月 3 日第一声", "state": "done"},
            {"label": "议", "note": "商量一场", "state": "done"},
            {"label": "建", "note": "1 月 20 日立案", "state": "done xx"},
            {"label": "办", "note": "第 2 轮，余 9 个工作日", "state": "now part", "current": True},
            {"label": "效", "note": "4 条中 1 条已核实", "state": "part"},
            {"label": "传", "note": "尚未", "state": ""},
        ],
        "events": [
            {"phase": "建"},
            {"when": "2027-01-20", "title": "立案", "text": "编为第 0131 号。", "kind": "k-ok"},
            {"when": "2027-02-18", "title": "交办", "text": "建议由此成为任务。", "cross": True},
            {"phase": "办"},
            {"when": "2027-05-19", "title": "按规程重办", "text": "第 3 条没有期限。", "kind": "k-late"},
            {"when": "2027-06-30 止", "title": "第 2 轮办理", "quote": "电梯坏了，九楼的老人下不来。", "kind": "k-now"},
        ],
        "queue": [
            {"key": "412", "number": "0412", "url": "#", "title": "关于健全加装电梯后续管养机制的提案", "notes": ["联名 3 人"],
             "warnings": ["相近 2 件"], "current": True},
            {"key": "413", "number": "0413", "url": "#", "title": "关于规范小区电梯广告收益的提案", "notes": ["个人"], "selected": True},
        ],
        "columns": [
            {"label": "案号", "key": "number"}, {"label": "案由"}, {"label": "承办", "key": "unit"},
            {"label": "附议", "key": "cosigners", "num": True},
        ],
        "page_obj": Paginator(range(148), 7).page(6),
        "keys": [{"keys": ["J", "K"], "label": "上下件"}, {"keys": ["X"], "label": "选中"}, {"keys": ["?"], "label": "全部按键"}],
        "facts": [("提案人", "林委员"), ("主办", "市住建局"), ("会办", "")],
        "chunks": [("same", "由市住建局"), ("cut", "加强指导"), ("add", "逐台登记，6 月底前报送"), ("same", "停用电梯。")],
        "job": {"label": "导入委员名册", "percent": 42, "note": "已读 1,090 行，3 行有错", "url": "#", "done": True, "failed": False},
        "parts_of": [("选题", "30%", "8.4"), ("调研", "30%", "7.9"), ("建议", "40%", "11.6")],
        "strokes": {2: 14, 4: 61, 7: 120, 8: 96, 11: 70},
        "bars": [Bar("六和县", 8.1), Bar("一江区", 7.2), Bar("四泉县", -2.1, "act"), Bar("五岭县", None)],
        "labels": ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月"],
        "series": [Series("收到", [120, 180, 90, 60, 44, 38]), Series("办结", [10, 40, None, 92, 110, 131])],
        "now": now,
        "missing": None,
        "negative": -2.1,
    }  # fmt: skip


def parts(request: HttpRequest) -> HttpResponse:
    """The gallery of parts. ``?skeleton=phone`` shows the same shell as a member's page."""
    name = {"phone": "web/parts_phone.html", "desk": "web/parts_desk.html"}.get(
        request.GET.get("skeleton", ""), "web/parts_gallery.html"
    )
    return render(request, name, sample())
