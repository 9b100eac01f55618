"""A name withdrawn after the backup does not come back with it (boundary E5)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from shangliang.groups.actions.withdraw_listed import withdraw_listed
from shangliang.groups.models import Listed
from shangliang.jobs.backup import backup
from shangliang.jobs.restore import restore
from shangliang.journal import erasures
from shangliang.journal.models import Event
from shangliang.journal.verify import verify
from shangliang.procedures.office_calendar import today
from shangliang.voices.actions.start_lead import start_lead
from shangliang.voices.actions.withdraw_consent import withdraw_consent
from shangliang.voices.models import Lead, LeadContact

from .test_backup import emptied

pytestmark = pytest.mark.django_db
NAME = "沈巧云"


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    settings.ANCHOR_DIR = tmp_path / "anchors"
    settings.ERASURE_DIR = tmp_path / "erasures"
    return settings


@pytest.fixture
def lead(city) -> Lead:
    return start_lead(
        city.seat("member"), side=Lead.Side.values[0], what=Lead.What.values[0], title="一家纺织企业想来看看",
        conflict="无", consent_on=today(), consent_until=today() + timedelta(days=90),
        contact_name=NAME, contact="0000-0000",
    )  # fmt: skip


def withdrawn(city, lead, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(city.seat("member"), lead.pk)


def test_a_name_withdrawn_after_the_backup_stays_gone(
    city, lead, tmp_path, django_capture_on_commit_callbacks
):
    file = tmp_path / "monday.zip"
    backup(file)
    withdrawn(city, lead, django_capture_on_commit_callbacks)
    emptied()
    restore(file, erasures.folder())
    assert not LeadContact.objects.filter(name=NAME).exists()
    found = Lead.objects.get(pk=lead.pk)
    assert (found.state, found.text, found.consent_until) == ("ended", "", today())
    assert "已撤回同意" in found.title
    assert Event.objects.filter(verb=erasures.VERB, detail__count=1).count() == 1
    assert list(verify(city.committee.pk)) == []


def test_without_the_list_the_name_would_be_back(city, lead, tmp_path):
    """What the list is for, shown by leaving it out."""
    file = tmp_path / "monday.zip"
    backup(file)
    withdraw_consent(city.seat("member"), lead.pk)
    emptied()
    restore(file)
    assert LeadContact.objects.filter(name=NAME).exists()


def test_the_list_holds_no_name(city, lead, django_capture_on_commit_callbacks):
    withdrawn(city, lead, django_capture_on_commit_callbacks)
    text = "".join(p.read_text(encoding="utf-8") for p in erasures.folder().glob("*.txt"))
    assert "lead.withdraw_consent" in text
    assert NAME not in text
    assert text.isascii()


def test_what_the_list_lost_is_put_back_from_the_log(city, lead):
    """The machine stopped between the deletion and the line."""
    withdraw_consent(city.seat("member"), lead.pk)  # no line: the test's transaction never commits
    assert erasures.read(erasures.folder())[0] == []
    assert erasures.complete() == 1
    assert erasures.complete() == 0


def test_a_later_backup_knows_and_a_row_with_the_same_key_is_left_alone(
    city, lead, tmp_path, django_capture_on_commit_callbacks
):
    """Restored once, another person's lead may get the old key; the old line must not reach it."""
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    backup(first)
    withdrawn(city, lead, django_capture_on_commit_callbacks)
    emptied()
    restore(first, erasures.folder())
    LeadContact.objects.create(
        committee_id=city.committee.pk, lead_id=lead.pk, name="另一位", contact="1"
    )
    backup(second)
    emptied()
    restore(second, erasures.folder())
    assert LeadContact.objects.filter(name="另一位").exists()
    # The oldest backup once more: the line holds for it as before.
    emptied()
    restore(first, erasures.folder())
    assert not LeadContact.objects.exists()


def test_one_on_a_list_who_withdrew_is_emptied_again(
    city, tmp_path, django_capture_on_commit_callbacks
):
    from shangliang.groups.tests.helpers import entry

    row = entry(city)
    name, file = row.name, tmp_path / "a.zip"
    backup(file)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_listed(city.seat("organiser"), row.pk)
    emptied()
    restore(file, erasures.folder())
    found = Listed.objects.get(pk=row.pk)
    assert name not in (found.name, found.phone)
    assert found.state == "gone" or found.gone_on


def test_the_command_asks_for_the_list_and_changes_nothing(city, tmp_path, settings):
    file = tmp_path / "a.zip"
    backup(file)
    with pytest.raises(CommandError, match="没有撤回名单"):
        call_command("restore", str(file), erasures=tmp_path / "nowhere", stdout=StringIO())


def test_a_backup_begins_the_list_and_carries_it(city, tmp_path):
    import zipfile

    backup(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert [n for n in archive.namelist() if n.startswith("erasures/")]
