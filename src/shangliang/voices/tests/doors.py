"""The doors of this room, and a real row behind each."""

from typing import Any

from shangliang.accounts.tests.door import MEMBER, SIGNED, UNIT, Door
from shangliang.demo.small import SmallCity
from shangliang.procedures.office_calendar import today
from shangliang.voices.actions.add_charge import add_charge
from shangliang.voices.actions.keep_facts import keep_facts
from shangliang.voices.actions.publish_policy import publish_policy
from shangliang.voices.actions.start_lead import start_lead
from shangliang.voices.actions.start_survey import start_survey
from shangliang.voices.models import SurveyLink
from shangliang.voices.people import nobody

from . import life

EDITOR, ORGANISER = frozenset({"editor"}), frozenset({"organiser"})
LEADER, SUPERVISOR = frozenset({"leader"}), frozenset({"supervisor"})
WRITERS = MEMBER | {"drafter", "approver", "editor", "organiser", "convenor"}
DESK = EDITOR | LEADER
FIRM_OFFICE = EDITOR | ORGANISER
FIRMS = FIRM_OFFICE | SUPERVISOR | LEADER | UNIT
CHARGES = LEADER | ORGANISER | SUPERVISOR
# Of the sample note: its author, the editor's office, the leader who signs.
READERS = MEMBER | DESK

DOORS = {
    "voice-new": Door(WRITERS),
    "voice-keep": Door(WRITERS, "post"),
    "my-voices": Door(WRITERS),
    "voice-shell": Door(SIGNED, public=True),
    "voice-worker": Door(SIGNED, public=True),
    "voice-enter": Door(EDITOR | ORGANISER | {"convenor"}),
    "voice-desk": Door(DESK),
    "voice-form": Door(DESK),
    "voice-do": Door(LEADER, "post"),
    "voice-statistics": Door(DESK | ORGANISER | MEMBER),
    "voice-parts": Door(DESK | ORGANISER | MEMBER),
    "voice": Door(READERS, no=(404,)),
    "voice-edit": Door(MEMBER, no=(403, 404)),
    "voice-sent": Door(MEMBER, no=(403, 404)),
    "voice-consent": Door(MEMBER, no=(404,)),
    "voice-source": Door(MEMBER | EDITOR, no=(403, 404)),
    "voice-excellent": Door(EDITOR, "post"),
    "voice-photo": Door(READERS, no=(404,), missing=True),
    "voice-photo-drop": Door(MEMBER, "post", no=(403, 404)),
    "issues": Door(DESK),
    "issue": Door(DESK),
    "issue-paper": Door(DESK),
    "say": Door(SIGNED, public=True),
    "receipts": Door(SIGNED, public=True),
    "receipt": Door(SIGNED, public=True),
    "survey-fill": Door(SIGNED, public=True),
    "firm-cases": Door(FIRMS),
    "firm-systemic": Door(FIRM_OFFICE),
    "policies": Door(SIGNED, public=True),
    "policies-mine": Door(SIGNED, public=True),
    "policy": Door(SIGNED, public=True),
    "policies-desk": Door(FIRMS),
    "policy-new": Door(FIRM_OFFICE),
    "policy-desk": Door(FIRM_OFFICE | SUPERVISOR | LEADER, no=(403, 404)),
    "surveys": Door(FIRM_OFFICE | LEADER),
    "survey": Door(FIRM_OFFICE | LEADER),
    "firm-charges": Door(CHARGES),
    "charge-page": Door(CHARGES),
    "charge-do": Door(CHARGES, "post"),
    "charge-photo": Door(CHARGES, missing=True),
    "charge-plan": Door(CHARGES),
    "leads": Door(MEMBER | ORGANISER | LEADER),
    "lead-page": Door(MEMBER | ORGANISER | LEADER),
}


def behind(city: SmallCity) -> dict[str, dict[str, Any]]:
    """Arguments of each address that takes some."""
    voice = life.edited(city, from_others=True, source_name="石大娘")
    voice = life.do("voice", "ask_consent", city.seat("editor"), voice)
    voice = life.do("voice", "agree", city.seat("member"), voice)  # it waits for the leader
    issue = life.issued(city, life.signed(city, who="member2"))
    survey = start_survey(
        city.seat("organiser"), title="复工摸底", purpose="汇总后报市政府。", ends_on=today()
    )
    survey = life.do("survey", "invite_firms", city.seat("organiser"), survey, names="甲厂")
    charge = add_charge(
        city.seat("organiser"), kind="firm", leader=city.people["leader"].pk, name="甲厂"
    )
    town = add_charge(
        city.seat("organiser"), kind="township", leader=city.people["leader"].pk, name="甲乡"
    )
    lead = start_lead(
        city.seat("member"), side="need", what="talent", title="要一位模具工程师", conflict="无"
    )
    policy = publish_policy(city.seat("organiser"), life.policy(city).pk)
    facts = keep_facts(nobody(city.committee.pk), said={"staff": "20"})
    pk = {"pk": voice.pk}
    link = SurveyLink.objects.get(survey=survey)
    return {
        "voice-form": pk | {"name": "not_use"}, "voice-do": pk | {"name": "sign_off"},
        "voice-parts": {"key": "received"}, "voice": pk, "voice-edit": pk, "voice-sent": pk,
        "voice-consent": pk, "voice-source": pk, "voice-excellent": pk,
        "voice-photo": pk | {"photo": 10**9}, "voice-photo-drop": pk | {"photo": 10**9},
        "issue": {"pk": issue.pk}, "issue-paper": {"pk": issue.pk, "ext": "docx"},
        "receipt": {"code": voice.public_code}, "survey-fill": {"code": link.public_code},
        "firm-systemic": {"code": "finance"}, "survey": {"pk": survey.pk},
        "charge-page": {"pk": charge.pk}, "charge-do": {"pk": charge.pk, "name": "visit"},
        "charge-photo": {"pk": charge.pk, "photo": 10**9},
        "charge-plan": {"pk": town.pk, "ext": "docx"},
        "lead-page": {"pk": lead.pk}, "policy": {"pk": policy.pk},
        "policy-desk": {"pk": policy.pk}, "policies-mine": {"code": facts.public_code},
    }  # fmt: skip
