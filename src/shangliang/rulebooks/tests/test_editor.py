"""The editor: two persons, nothing published changes, every error at its field, nothing typed lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.rulebooks.actions.draft_rulebook import draft_rulebook
from shangliang.rulebooks.actions.edit_rulebook import edit_rulebook
from shangliang.rulebooks.actions.publish_rulebook import publish_rulebook
from shangliang.rulebooks.models import Rulebook
from shangliang.rulebooks.toml_text import dump, plain
from shangliang.rulebooks.words import SECTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(city) -> Rulebook:
    return draft_rulebook(city.seat("clerk"), preset="county")


def events(city) -> int:
    return Event.objects.filter(
        committee_id=city.committee.pk, verb__startswith="rulebook."
    ).count()


def signed_in(city, who: str) -> Client:
    client = Client()
    client.force_login(city.account(who))
    return client


def form_of(client: Client, url: str) -> dict[str, Any]:
    """What a browser would post back from the page as it stands."""
    page = client.get(url).context
    part, data = page["part"], {"stamp": page["stamp"]}
    forms = [part.form] if part.form else [part.rows.management_form, *part.rows]
    for form in [*forms, *([part.source] if part.source else [])]:
        for field in form:
            value = field.value()
            if value is True:
                value = "on"
            if value is not None and value is not False:
                data[field.html_name] = value
    return data


@pytest.mark.parametrize("who, may", [
    ("admin", True), ("clerk", True), ("second", True), ("leader", False), ("member", False),
    ("supervisor", False), ("staff_housing", False), ("auditor", False), ("security", False),
])  # fmt: skip
def test_administrators_and_clerks_draft(city, who, may):
    if may:
        assert draft_rulebook(city.seat(who), preset="national").version == 2
        assert events(city) == 1
    else:
        with pytest.raises(Refused):
            draft_rulebook(city.seat(who), preset="national")
        assert events(city) == 0


@pytest.mark.parametrize("who, may", [
    ("leader", True), ("second", True), ("clerk", False), ("admin", False), ("member", False),
    ("supervisor", False),
])  # fmt: skip
def test_a_second_person_publishes(city, draft, who, may):
    if may:
        book = publish_rulebook(city.seat(who), draft.pk, valid_from=today())
        assert (book.state, book.valid_from) == ("published", today())
        said = Event.objects.filter(verb="rulebook.publish").get()
        assert said.detail["version"] == 2
        assert len(said.detail["body"]) == 64
    else:
        with pytest.raises(Refused):
            publish_rulebook(city.seat(who), draft.pk, valid_from=today())
        draft.refresh_from_db()
        assert draft.state == "draft"


def test_a_rulebook_does_not_begin_yesterday(city, draft):
    with pytest.raises(Refused, match="不能早于今天"):
        publish_rulebook(city.seat("leader"), draft.pk, valid_from=today() - timedelta(days=1))


def test_what_is_published_is_never_touched_again(city, draft):
    publish_rulebook(city.seat("leader"), draft.pk, valid_from=today())
    draft.refresh_from_db()
    with pytest.raises(Refused, match="已发布"):
        edit_rulebook(
            city.seat("clerk"), draft.pk, stamp=draft.stamp, part="steps", body=draft.body
        )
    with pytest.raises(Refused, match="已发布"):
        publish_rulebook(city.seat("second"), draft.pk, valid_from=today())
    client = signed_in(city, "clerk")
    assert client.get(reverse("rulebook-edit", args=[draft.pk, "steps"])).status_code == 302


def test_another_committees_draft_is_not_there(city, draft):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="x-")
    client = signed_in(other, "clerk")
    for name in ("rulebook", "rulebook-diff", "rulebook-export"):
        assert client.get(reverse(name, args=[draft.pk])).status_code == 404
    with pytest.raises(Refused) as refused:
        publish_rulebook(other.seat("leader"), draft.pk, valid_from=today())
    assert refused.value.kind == "wall"


def test_members_read_what_is_published_and_not_drafts(city, draft):
    client = signed_in(city, "member")
    assert client.get(reverse("rulebook", args=[city.rulebook.pk])).status_code == 200
    assert client.get(reverse("rulebook", args=[draft.pk])).status_code == 404
    assert "县级" not in client.get(reverse("rulebooks")).content.decode()


@pytest.mark.parametrize("part", list(SECTIONS))
def test_a_part_saved_as_it_stands_changes_nothing(city, draft, part):
    client = signed_in(city, "second")
    before = plain(draft.body)
    url = reverse("rulebook-edit", args=[draft.pk, part])
    answer = client.post(url, form_of(client, url))
    assert answer.status_code == 302, answer.content.decode()
    draft.refresh_from_db()
    full = Rulebook(body=before).rules.model_dump(mode="json")
    assert draft.rules.model_dump(mode="json") == full
    assert draft.edited_by == city.people["second"]
    assert events(city) == 2


WRONG = [
    ("clocks", {"reply_plenary__span": "三个月左右"}, "看不懂期限"),
    ("clocks", {"review__span": ""}, "这一项时限不能空着"),
    ("clocks", {"review__near": "99"}, "60"),
    ("extension", {"extension_limit": "很久"}, "看不懂期限"),
    ("grades", {"rows-0-code": "a1"}, "1"),
    ("grades", {"rows-0-code": "b"}, "一个大写字母"),
    ("grades", {"rows-1-code": "A"}, "重复的代码"),
    ("grades", {"rows-1-means": "explained"}, "列入计划"),
    ("grades", {"rows-0-DELETE": "on", "rows-1-DELETE": "on"}, "至少要有 2 档"),
    ("classes", {"rows-0-name": ""}, "必填"),
    ("natures", {"natures": []}, "至少收一种"),
    ("natures", {"natures": ["individual"]}, "上面没有收"),
    ("contacts", {"contacts_before_reply": "11"}, "10"),
    ("contacts", {"contact_means": "  \n "}, ""),
    ("rating", {"rounds": "0"}, "1"),
    ("award", {"excellent_share": "0"}, "要大于"),
    ("others", {"words_advised": "10"}, "200"),
]


@pytest.mark.parametrize("part, typed, said", WRONG)
def test_what_is_wrong_is_said_and_what_was_typed_stays(city, draft, part, typed, said):
    client = signed_in(city, "clerk")
    url = reverse("rulebook-edit", args=[draft.pk, part])
    data = form_of(client, url) | typed
    answer = client.post(url, data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page or "field-err" in page
    assert said in page
    for value in typed.values():
        if isinstance(value, str) and value.strip() not in ("", "on"):
            assert value in page
    before = plain(draft.body)
    draft.refresh_from_db()
    assert draft.body == before
    assert events(city) == 1


def test_a_new_reason_needs_no_code(city, draft):
    client = signed_in(city, "clerk")
    url = reverse("rulebook-edit", args=[draft.pk, "reasons"])
    data = form_of(client, url)
    n = int(data["rows-TOTAL_FORMS"]) - 1
    client.post(url, data | {f"rows-{n}-name": "内容空泛，没有具体建议"})
    draft.refresh_from_db()
    assert draft.body["reasons"][-1] == {
        "code": "nrkfmyjtjy",
        "name": "内容空泛，没有具体建议",
        "instead": "",
    }


def test_rows_are_put_in_the_order_asked_for(city, draft):
    client = signed_in(city, "clerk")
    url = reverse("rulebook-edit", args=[draft.pk, "classes"])
    data = form_of(client, url)
    data |= {f"rows-{n}-ORDER": 5 - n for n in range(5)}
    client.post(url, data)
    draft.refresh_from_db()
    assert [row["code"] for row in draft.body["classes"]] == [
        "ecology", "society", "culture", "politics", "economy",
    ]  # fmt: skip


def test_two_editors_do_not_overwrite_each_other(city, draft):
    client = signed_in(city, "clerk")
    url = reverse("rulebook-edit", args=[draft.pk, "others"])
    mine = form_of(client, url) | {"name": "我改的名称"}
    theirs = signed_in(city, "second")
    assert theirs.post(url, form_of(theirs, url) | {"name": "别人改的名称"}).status_code == 302
    answer = client.post(url, mine)
    assert answer.status_code == 409
    assert "我改的名称" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.name == "别人改的名称"
    # Having seen the new one, saving again is a decision.
    assert client.post(url, mine | {"stamp": answer.context["stamp"]}).status_code == 302


def test_publishing_shows_the_difference_and_says_why_not(city, draft):
    own = signed_in(city, "clerk")
    url = reverse("rulebook-publish", args=[draft.pk])
    assert "请另一个人发布" in own.get(url).content.decode()
    other = signed_in(city, "leader")
    page = other.get(url).content.decode()
    assert "申退时限" in page
    assert "5个工作日" in page
    late = other.post(url, {"valid_from": "2020-01-01"})
    assert late.status_code == 422
    assert "不能早于今天" in late.content.decode()
    assert other.post(url, {"valid_from": f"{today():%Y-%m-%d}"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "published"


def test_a_rulebook_travels_as_a_file(city, draft):
    client = signed_in(city, "clerk")
    taken = client.get(reverse("rulebook-export", args=[draft.pk]))
    assert "attachment" in taken["Content-Disposition"]
    file = SimpleUploadedFile("rules.toml", taken.content)
    answer = client.post(reverse("rulebook-new"), {"file": file})
    assert answer.status_code == 302
    again = Rulebook.objects.order_by("-version").first()
    assert again.rules == draft.rules
    assert again.state == "draft"


BAD_FILES = [
    (b"\xff\xfe\x00", "UTF-8"),
    (b"name = ", "文件读不懂"),
    (b"x = 1", "name"),
    (b'name = "a"\nbase = "nowhere"', "base"),
    (b'name = "a"\nbase = "national"\nsurprise = 1', "不认识的项"),
    (b'name = "a"\nbase = "national"\n[clocks.review]\nlabel = "x"\nspan = "soon"', "期限"),
    (b"a=[" * 5000, "文件读不懂"),
    (b"#" * 250_000, "太大"),
    (b"", "name"),
]


@pytest.mark.parametrize("data, said", BAD_FILES)
def test_a_bad_file_is_refused_in_words_and_leaves_nothing(city, data, said):
    client = signed_in(city, "clerk")
    answer = client.post(
        reverse("rulebook-new"), {"file": SimpleUploadedFile("r.toml", data or b" ")}
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Rulebook.objects.count() == 1


def test_names_in_a_file_are_escaped(city):
    body = plain(city.rulebook.body)
    body["grades"][0]["name"] = "<script>alert(1)</script>"
    client = signed_in(city, "clerk")
    file = SimpleUploadedFile("r.toml", dump("<b>名</b>", body).encode())
    client.post(reverse("rulebook-new"), {"file": file})
    book = Rulebook.objects.order_by("-version").first()
    page = client.get(reverse("rulebook", args=[book.pk])).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;名" in page


PAGES = ["rulebooks", "rulebook-new", "rulebook", "rulebook-diff", "rulebook-edit", "rulebook-publish", "rulebook-diagram"]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_few_questions(city, draft, name, django_assert_max_num_queries):
    args = {
        "rulebooks": [],
        "rulebook-new": [],
        "rulebook-edit": [draft.pk, "clocks"],
        "rulebook-diagram": [draft.pk, "proposal"],
    }.get(name, [draft.pk])
    for n in range(4):
        draft_rulebook(city.seat("clerk"), preset="shanghai", name=f"第{n}稿")
    client = signed_in(city, "second")
    client.get(reverse(name, args=args))
    with django_assert_max_num_queries(12):
        assert client.get(reverse(name, args=args)).status_code == 200
