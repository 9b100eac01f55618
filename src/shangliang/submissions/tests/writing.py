"""What a writer's page posts, and what is kept of it."""

import io

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from shangliang.submissions.models import Submission


def sheet(case=None, asks=(("请年内印发办法。", ""),), **over):
    """What the page posts."""
    data = {
        "revision": str(case.revision) if case else "0",
        "title": "关于健全加装电梯后续管养机制的提案",
        "situation": "全市已装三百余台。",
        "analysis": "没有约定谁出钱。",
        "consent_public": "1",
        "may_second": "on",
        "asks-TOTAL_FORMS": str(len(asks)),
        "asks-INITIAL_FORMS": "0",
        "asks-MIN_NUM_FORMS": "0",
        "asks-MAX_NUM_FORMS": "40",
    }
    for n, (text, unit) in enumerate(asks):
        data |= {f"asks-{n}-text": text, f"asks-{n}-addressee": unit, f"asks-{n}-ORDER": str(n + 1)}
    return data | over


def save(client, case, data):
    return client.post(reverse("proposal-save", args=[case.pk]), data)


def fresh(case):
    return Submission.objects.get(pk=case.pk)


def word_file():
    paper = docx.Document()
    for line in (
        "关于完善老旧小区充电设施的提案",
        "一、基本情况",
        "据统计，去年起火 41 起。",
        "二、原因分析",
        "没有明确由谁受理。",
        "三、建议",
        "1. 由市住建局年内出台办法。",
        "2. 由市财政局明年安排补贴。",
    ):
        paper.add_paragraph(line)
    out = io.BytesIO()
    paper.save(out)
    return SimpleUploadedFile("我的提案.docx", out.getvalue())
