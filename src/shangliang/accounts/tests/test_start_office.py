"""An empty installation becomes an office in one command, all of it or nothing."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from shangliang import cli
from shangliang.accounts.actions.make_account import make_account
from shangliang.accounts.actions.start_office import founder, open_doors
from shangliang.accounts.models import User
from shangliang.accounts.seats import seat_of
from shangliang.actors.actions.bind import bind
from shangliang.actors.actions.enter_body import enter_body
from shangliang.actors.actions.enter_person import enter_person
from shangliang.actors.models import Actor, Session, Term, Tie
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.procedures.office_calendar import today
from shangliang.procedures.seat import Role
from shangliang.procedures.verdicts import Refused
from shangliang.rulebooks.models import Rulebook
from shangliang.rulebooks.queries import in_force
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.start import start
from shangliang.submissions.actions.submit import submit

pytestmark = pytest.mark.django_db
NAME = "中国人民政治协商会议示例市委员会"
ROLES = {
    "管系统": {Role.ADMIN},
    "安守则": {Role.SECURITY},
    "计审白": {Role.AUDITOR},
    "程录之": {Role.CLERK},
    "方审言": {Role.CLERK, Role.SECOND_REVIEWER},
}


def options(**over: object) -> dict[str, object]:
    year = today().year
    given: dict[str, object] = {
        "name": NAME,
        "short": "政协示例市委员会",
        "system_admin": "管系统",
        "security_admin": "安守则=anquan.1",
        "auditor": "计审白",
        "clerk": "程录之",
        "second_reviewer": "方审言",
        "rulebook": "national",
        "term": "15",
        "term_start": f"{year - 1}-01-08",
        "session": "2",
        "opens": f"{year}-01-12",
        "closes": f"{year}-01-16",
        "window_opens": f"{year}-01-01",
        "cutoff": f"{year}-01-13",
    }
    return given | over


def open_office(**over: object) -> str:
    out = StringIO()
    call_command("start_office", **options(**over), stdout=out)
    return out.getvalue()


def people() -> dict[str, Actor]:
    return {p.name: p for p in Actor.objects.filter(kind=Actor.Kind.PERSON)}


def test_an_office_is_opened_with_its_people_its_rulebook_and_its_calendar():
    said = open_office()
    committee = Actor.objects.get(kind=Actor.Kind.COMMITTEE)
    assert {name: set(seat_of(row).roles) for name, row in people().items()} == ROLES
    assert in_force(committee.pk, today()).name == "通行做法"
    assert (str(Term.objects.get()), str(Session.objects.get())) == ("第十五届", "十五届二次")
    assert Session.objects.get().cutoff_at.astimezone().minute == 0
    assert Actor.objects.filter(kind=Actor.Kind.SECTOR).count() == 34
    assert "登录名 anquan.1" in said
    assert len(re.findall(r"密码 \S{17}", said)) == 5


def test_every_part_of_the_opening_is_an_event_of_nobody_and_the_chain_is_whole():
    open_office()
    committee = Actor.objects.get(kind=Actor.Kind.COMMITTEE)
    events = Event.objects.filter(committee=committee).order_by("seq")
    assert events[0].verb == "office.start"
    assert set(events.values_list("person", flat=True)) == {None}
    verbs = list(events.values_list("verb", flat=True))
    assert verbs.count("account.make") == verbs.count("tie.bind") == 5
    assert list(verify(committee.pk)) == []


def test_the_first_password_lets_in_once_and_asks_for_an_own_one(client):
    said = open_office()
    login, secret = re.findall(r"系统管理员　管系统　登录名 (\S+)　密码 (\S+)", said)[0]
    answer = client.post("/sign-in/", {"username": login, "password": secret}, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/account/password/")
    assert User.objects.get(username=login).initial_until is not None


def test_the_opened_office_takes_its_first_proposal():
    open_office()
    who, committee = people(), Actor.objects.get(kind=Actor.Kind.COMMITTEE)
    admin, security, clerk = (seat_of(who[n]) for n in ("管系统", "安守则", "程录之"))
    unit = enter_body(clerk, "unit", name="示例市住房和城乡建设局")
    member = enter_person(clerk, name="林一舟")
    bind(clerk, kind=Tie.Kind.MEMBER, who=member.pk, whom=committee.pk)
    make_account(admin, person=member.pk, username="linyizhou")
    handler = enter_person(clerk, name="贺承办")
    make_account(admin, person=handler.pk, username="hechengban")
    bind(security, kind=Tie.Kind.UNIT_STAFF, who=handler.pk, whom=unit.pk)
    member.refresh_from_db()
    case = edit(
        seat_of(member),
        start(seat_of(member)).pk,
        fields={"title": "关于示例的提案", "situation": "有十二处。", "analysis": "没有约定。"},
        asks=[{"text": "请定办法。", "addressee": unit.pk}],
    )
    assert submit(seat_of(member), case.pk).state == "submitted"
    assert seat_of(handler).units == {unit.pk}


@pytest.mark.parametrize(
    "over, words",
    [
        ({"auditor": "管系统"}, "写了两次"),
        ({"closes": "2000-01-01"}, "早于开幕"),
        ({"term_start": "2999-01-01"}, "会期不在"),
        ({"rulebook": "mars"}, "没有范本"),
        ({"term": "十五"}, "不是 1 到 99 的数"),
        ({"opens": "一月"}, "不是日期"),
        ({"name": " "}, "不能空着"),
        ({"clerk": "程录之=a b"}, "登录名用"),
        ({"guided_by": "没有的政协"}, "没有找到上级政协"),
    ],
)
def test_what_does_not_fit_is_said_in_words_and_nothing_is_left(over, words):
    with pytest.raises(CommandError, match=words):
        open_office(**over)
    assert not Actor.objects.exists()
    assert not User.objects.exists()
    assert not Rulebook.objects.exists()


def test_an_office_is_opened_once_and_a_county_may_be_opened_beside_it():
    open_office()
    with pytest.raises(CommandError, match="已经开办过"):
        open_office()
    open_office(
        name="中国人民政治协商会议示例县委员会", security_admin="安守则=sx.an", guided_by=NAME
    )
    tie = Tie.objects.get(kind=Tie.Kind.GUIDES)
    assert tie.who.name == NAME
    assert User.objects.filter(username="guanxitong2").exists()


def test_without_a_terminal_the_missing_options_are_named(monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO())
    with pytest.raises(CommandError, match="--clerk --second-reviewer"):
        call_command("start_office", **options(clerk=None, second_reviewer=None))
    assert not Actor.objects.exists()


def test_at_a_terminal_it_asks_and_an_unreadable_answer_is_asked_again(monkeypatch):
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    answers = iter(["十五", "15"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert "不是 1 到 99 的数" in open_office(term=None)
    assert Term.objects.get().number == 15


def test_nobody_opens_an_office_from_a_page(city):
    with pytest.raises(Refused, match="服务器"):
        open_doors(city.seat("admin"))
    assert not founder(city.committee).signed_in


def test_a_command_is_found_by_its_name_with_hyphens(monkeypatch):
    seen: list[list[str]] = []
    monkeypatch.setattr("sys.argv", ["shangliang", "start-office", "--name", "x-y"])
    monkeypatch.setattr("django.core.management.execute_from_command_line", seen.append)
    cli.main()
    assert seen == [["shangliang", "start_office", "--name", "x-y"]]
