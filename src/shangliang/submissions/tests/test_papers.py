"""Papers: what stands on them, who may have them, rare characters, an office's own template."""

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as Word

from shangliang.documents.actions.upload_template import upload_template
from shangliang.documents.actions.use_shipped import use_shipped
from shangliang.documents.actions.use_template import use_template
from shangliang.documents.models import Document
from shangliang.documents.paper_templates import PAPERS, in_use, template_of
from shangliang.engines.papers.official import Letter, paragraphs
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.accept import accept
from shangliang.submissions.actions.ask_extension import ask_extension
from shangliang.submissions.actions.ask_return import ask_return
from shangliang.submissions.actions.assign import assign
from shangliang.submissions.actions.merge import merge
from shangliang.submissions.chain.facts import gather
from shangliang.submissions.models import Submission
from shangliang.submissions.papers import kinds, letters, transfer, words
from shangliang.submissions.papers.pages import lay
from shangliang.submissions.papers.samples import sample

RARE = "㛃䶮𬱖"


def sign_in(client, city, who):
    client.force_login(city.account(who))
    client.get("/session/")


def text_of(data: bytes) -> str:
    """All words of a .docx, headers too."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [
            n for n in package.namelist() if re.fullmatch(r"word/(document|header\d*)\.xml", n)
        ]
        return "".join(re.sub(r"<[^>]+>", "", package.read(p).decode()) for p in parts)


def template_saying(body: str) -> bytes:
    word = Word()
    word.add_paragraph(body)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


@pytest.mark.parametrize("ext,start", [("docx", b"PK"), ("pdf", b"%PDF")])
@pytest.mark.parametrize("kind", ["proposal", "transfer", "reply", "feedback"])
def test_the_office_has_every_paper_as_word_and_pdf(city, client, kind, ext, start):
    case = city.replied()
    sign_in(client, city, "clerk")
    answer = client.get(f"/proposals/{case.pk}/paper/{kind}.{ext}")
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert "filename" in answer["Content-Disposition"]


@pytest.mark.parametrize("kind", ["proposal", "transfer", "reply", "feedback"])
def test_each_sheet_page_stays_within_fifteen_queries(
    city, client, django_assert_max_num_queries, kind
):
    case = city.replied()
    sign_in(client, city, "supervisor")
    with django_assert_max_num_queries(15):
        assert client.get(f"/proposals/{case.pk}/print/{kind}/").status_code == 200


def test_rare_characters_reach_word_pdf_and_screen(city, client):
    case = city.replied(who="member4")
    Submission.objects.filter(pk=case.pk).update(situation=f"住在{RARE}巷的人说。")
    sign_in(client, city, "clerk")
    docx = client.get(f"/proposals/{case.pk}/paper/proposal.docx").content
    assert RARE in text_of(docx)
    assert "欧阳䶮" in text_of(docx)
    page = client.get(f"/proposals/{case.pk}/print/proposal/").content.decode()
    assert RARE in page
    assert client.get(f"/proposals/{case.pk}/paper/proposal.pdf").content.startswith(b"%PDF")


def test_a_character_no_face_can_draw_is_named_on_top(city):
    case = city.replied()
    Submission.objects.filter(pk=case.pk).update(situation="有个字：\U0003134a。")
    facts = gather(city.seat("clerk"), case.pk)
    kind = kinds.KINDS["proposal"]
    said = kinds.lacking(kind, facts, kind.build(facts, None), None)
    assert any("\U0003134a" in line for line in said)


def test_the_reply_letter_answers_ask_by_ask_and_carries_grade_and_promise(city):
    case = city.replied()
    facts = gather(city.seat("member"), case.pk)
    letter = letters.build_reply(facts)
    assert letter.addressee == "林一舟委员"
    assert letter.grade_mark == "B　全文公开"
    assert letter.number == "澄建函〔2026〕41号"
    assert letter.issuer == city.units["housing"].name
    heads = [p.text for p in letter.paragraphs if p.level == "h1"]
    assert [h[:2] for h in heads] == ["一、", "二、"]
    assert any("承诺事项：印发办法" in p.text for p in letter.paragraphs)
    assert letter.title == "关于澄州市政协十五届二次会议\n第0001号提案的答复"


def test_the_letter_is_to_those_merged_in_too(city):
    lead, other = city.filed(units=(("housing", "lead"),)), city.submitted(who="member2")
    merge(city.seat("clerk"), other.pk, into=lead.pk)
    assign(city.seat("supervisor"), lead.pk)
    accept(city.seat("staff_housing"), city.assignment(lead, "housing").pk)
    city.reply(lead)
    letter = letters.build_reply(gather(city.seat("staff_housing"), lead.pk))
    assert letter.addressee == "林一舟委员、苏晚禾委员"
    assert "等2件提案收悉" in letter.paragraphs[0].text


def test_a_draft_letter_says_what_it_lacks(city, client):
    case = city.accepted(units=(("housing", "lead"),))
    reply = city.reply(case)
    reply.answers.filter(recommendation__order=2).update(text="")
    sign_in(client, city, "staff_housing")
    page = client.get(f"/proposals/{case.pk}/print/reply/?of={reply.pk}").content.decode()
    assert "未答：第 2 条" in page
    assert "还没有送达，是草稿" in page
    assert "没有联系人及电话" in page


def test_a_member_cannot_have_a_draft_letter_nor_the_transfer_sheet(city, client):
    case = city.accepted(units=(("housing", "lead"),))
    city.reply(case)
    sign_in(client, city, "member")
    for kind in ("reply", "transfer", "opinion", "return", "nonsense"):
        assert client.get(f"/proposals/{case.pk}/print/{kind}/").status_code == 404
        if kind != "nonsense":
            assert client.get(f"/proposals/{case.pk}/paper/{kind}.pdf").status_code == 404


def test_telephones_are_printed_for_those_at_work_and_not_for_other_members(city, client):
    case = city.accepted()
    for who, seen in (
        ("clerk", True),
        ("staff_housing", True),
        ("member", True),
        ("member2", False),
    ):
        sign_in(client, city, who)
        page = client.get(f"/proposals/{case.pk}/print/proposal/").content.decode()
        assert ("0000-1234567" in page) is seen, who


def test_the_transfer_sheet_has_the_units_the_due_date_and_a_back_side(city):
    facts = gather(city.seat("staff_housing"), city.accepted().pk)
    sheet = transfer.build_transfer(facts)
    assert "主办：市住建局" in sheet.units
    assert sheet.due is not None
    assert len(sheet.requirements) >= 10
    assert [t.label[0] for t in sheet.grades] == ["A", "B", "C"]


def test_a_number_in_the_address_that_is_no_number_is_ignored(city, client):
    case = city.replied()
    sign_in(client, city, "clerk")
    for of in ("x", "-1", "9" * 30, "1;drop"):
        assert client.get(f"/proposals/{case.pk}/print/reply/?of={of}").status_code == 200


@pytest.mark.parametrize(
    "n,text", [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")]
)
def test_headings_count_in_chinese(n, text):
    assert words.numeral(n) == text


def test_requests_to_return_and_for_more_time_print_as_they_were_asked(city, client):
    case = city.assigned()
    row = city.assignment(case, "finance")
    ask_return(
        city.seat("staff_finance"),
        row.pk,
        reason_code="not_ours",
        reason="资金由区县安排",
        better_unit=city.units["civil"].pk,
    )
    ask_extension(
        city.seat("staff_housing"),
        city.assignment(case, "housing").pk,
        reason="须征求各区意见",
        until=today() + timedelta(days=110),
    )
    sign_in(client, city, "supervisor")
    page = client.get(f"/proposals/{case.pk}/print/return/").content.decode()
    assert "资金由区县安排" in page
    assert "不属本单位职责" in page
    assert city.units["civil"].name in page
    page = client.get(f"/proposals/{case.pk}/print/extension/").content.decode()
    assert "须征求各区意见" in page
    sign_in(client, city, "staff_housing")
    assert client.get(f"/proposals/{case.pk}/print/return/").status_code == 404
    sign_in(client, city, "member")
    assert client.get(f"/proposals/{case.pk}/print/extension/").status_code == 404


def test_a_long_letter_is_laid_on_several_sheets_and_the_signature_is_never_alone():
    body = paragraphs("\n".join(f"{i}这是一段说明办理情况的话。" * 6 for i in range(20)))
    letter = Letter("某局", "某〔2027〕1号", "关于某事的答复", "某委员", body, "某局", None)
    pages = lay(letter)
    assert len(pages) > 2
    assert pages[-1].ends
    assert pages[-1].lines
    joined = "".join(line.text for page in pages for line in page.lines)
    assert joined == "".join(p.text for p in body)


# --- templates -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", list(PAPERS))
def test_a_sample_of_every_paper_fills_the_shipped_template(city, client, key):
    sign_in(client, city, "clerk")
    assert client.get(f"/papers/{key}/sample.docx").content.startswith(b"PK")
    assert client.get(f"/papers/{key}/sample.docx?plain=1").content.startswith(b"PK")


def test_a_template_with_an_unknown_name_is_refused_by_that_name(city, client):
    sign_in(client, city, "clerk")
    file = SimpleUploadedFile("我们的.docx", template_saying("{{ title }} {{ nonsense }}"))
    answer = client.post("/papers/", {"paper": "reply", "file": file})
    assert answer.status_code == 422
    assert "nonsense" in answer.content.decode()
    assert not Document.objects.filter(kind="template").exists()


def test_a_file_that_is_no_word_file_is_refused(city, client):
    sign_in(client, city, "clerk")
    file = SimpleUploadedFile("假.docx", b"%PDF-1.4 nonsense")
    answer = client.post("/papers/", {"paper": "reply", "file": file})
    assert answer.status_code == 422
    assert not Document.objects.filter(kind="template").exists()


def test_an_office_replaces_a_template_sees_it_uses_it_and_goes_back(city, client):
    case = city.replied()
    sign_in(client, city, "clerk")
    file = SimpleUploadedFile("函.docx", template_saying("本局格式 {{ title }} {{ addressee }}"))
    answer = client.post("/papers/", {"paper": "reply", "file": file})
    row = Document.objects.get(kind="template")
    assert answer.status_code == 302
    preview = client.get(answer["Location"]).content.decode()
    assert "本局格式" in preview
    assert "没有启用" in preview
    word = f"/proposals/{case.pk}/paper/reply.docx"
    assert "本局格式" not in text_of(client.get(word).content)
    client.post(f"/papers/{row.pk}/use/")
    assert "本局格式" in text_of(client.get(word).content)
    client.post("/papers/reply/shipped/")
    assert "本局格式" not in text_of(client.get(word).content)
    client.post(f"/papers/{row.pk}/use/")
    assert in_use(city.committee.pk, "reply") == row
    verbs = list(Event.objects.filter(verb__startswith="template.").values_list("verb", flat=True))
    assert verbs == ["template.upload", "template.use", "template.use_shipped", "template.use"]


def test_only_the_office_changes_templates_and_only_its_own(city, client):
    from shangliang.demo.small import build_small_city

    far = build_small_city("远山县", prefix="far_")
    data = template_saying("{{ title }}")
    with pytest.raises(Refused, match="提案委工作人员"):
        upload_template(city.seat("supervisor"), "reply", "a.docx", data, sample("reply"))
    row = upload_template(city.seat("admin"), "reply", "a.docx", data, sample("reply"))
    with pytest.raises(Refused, match="没有找到"):
        use_template(far.seat("clerk"), row.pk)
    use_template(city.seat("clerk"), row.pk)
    assert template_of(far.committee.pk, "reply") is None
    sign_in(client, far, "clerk")
    assert client.get(f"/papers/{row.pk}/").status_code == 404
    with pytest.raises(Refused, match="系统自带"):
        use_shipped(far.seat("clerk"), "reply")


def test_a_template_that_does_more_than_read_names_is_refused(city):
    for body in (
        "{{ title.__class__ }}",
        "{{ ''.join(['a']) }}",
        "{% for x in range(9) %}{% endfor %}",
    ):
        with pytest.raises(Refused):
            upload_template(
                city.seat("clerk"), "reply", "a.docx", template_saying(body), sample("reply")
            )
