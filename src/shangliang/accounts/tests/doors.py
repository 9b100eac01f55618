"""Who may open which address. Default deny: an address that is not in this table fails the test.

A new page adds one line here: its name, who comes in, and how the others are turned away
(403 with words, or 404 where even the existence of the row is not theirs to know).
"""

from dataclasses import dataclass

from .street import ROLES, of_rooms

SIGNED = frozenset(ROLES)
THREE = frozenset({"admin", "security", "auditor"})
BUSINESS = SIGNED - THREE
MEMBER = frozenset({"member"})
CLERK = frozenset({"clerk"})
OFFICE = CLERK | {"second"}
DESKS = OFFICE | {"supervisor"}
LEADS = OFFICE | {"leader"}
WATCH = DESKS | {"leader"}
FIGURES = WATCH | MEMBER
YEAR = LEADS | MEMBER
UNIT = frozenset({"staff_housing", "head_housing"})
READERS = FIGURES | UNIT  # of this proposal: its proposer, its unit, the offices
WRITERS = OFFICE | MEMBER | {"drafter", "approver"}
PROPOSER = OFFICE | MEMBER
ADMIN, SECURITY, AUDITOR = (frozenset({w}) for w in ("admin", "security", "auditor"))
KEEPERS = ADMIN | SECURITY
SETTERS = OFFICE | ADMIN


@dataclass(frozen=True)
class Door:
    """``inside`` come in; others meet one of ``no``. ``public``: no account needed.

    ``missing``: the sample row does not exist, so those who may come in find 404.
    """

    inside: frozenset[str]
    method: str = "get"
    no: tuple[int, ...] = (403,)
    public: bool = False
    missing: bool = False


DOORS = {
    "home": Door(SIGNED, public=True),
    "day": Door(SIGNED),
    "mode": Door(SIGNED, method="post", public=True),
    "session": Door(SIGNED, public=True),
    "do": Door(READERS, no=(404,)),
    "parts": Door(SIGNED, public=True),
    "sign-in": Door(SIGNED, public=True),
    "second": Door(SIGNED),
    "sign-out": Door(SIGNED, method="post", public=True),
    "demo-entry": Door(SIGNED, public=True),
    "seat-switch": Door(SIGNED),
    "account": Door(SIGNED),
    "end-sessions": Door(SIGNED, method="post"),
    "password": Door(SIGNED),
    "second-setup": Door(SIGNED),
    "accounts": Door(KEEPERS),
    "person-account": Door(KEEPERS),
    "new-account": Door(ADMIN),
    "grant": Door(SECURITY, method="post"),
    "drop-second": Door(SECURITY, method="post"),
    "account-verb": Door(ADMIN, method="post"),
    "end-grant": Door(SECURITY, method="post"),
    "members": Door(BUSINESS),
    "contacts": Door(OFFICE),
    "person-new": Door(OFFICE),
    "person": Door(BUSINESS),
    "person-edit": Door(OFFICE),
    "tie-new": Door(OFFICE),
    "tie-end": Door(OFFICE),
    "contact-change": Door(SIGNED),
    "units": Door(BUSINESS),
    "unit": Door(BUSINESS),
    "bodies": Door(BUSINESS),
    "sector-preset": Door(OFFICE),
    "body-new": Door(OFFICE),
    "body": Door(BUSINESS),
    "body-edit": Door(OFFICE),
    "body-verb": Door(OFFICE, method="post"),
    "imports": Door(OFFICE),
    "import-template": Door(OFFICE),
    "import": Door(OFFICE),
    "import-create": Door(OFFICE, method="post"),
    "import-commit": Door(OFFICE, method="post"),
    "import-drop": Door(OFFICE, method="post"),
    "import-errors": Door(OFFICE, missing=True),
    "sessions": Door(BUSINESS),
    "term-new": Door(OFFICE),
    "session-new": Door(OFFICE),
    "session-edit": Door(OFFICE),
    "charge": Door(BUSINESS),
    "guidance": Door(LEADS),
    "guidance-new": Door(LEADS),
    "guidance-answer": Door(LEADS),
    "my-proposals": Door(WRITERS),
    "proposal-new": Door(WRITERS),
    "proposal-paste": Door(SIGNED, method="post"),
    "member-search": Door(WRITERS),
    "proposal-edit": Door(MEMBER, no=(403, 404)),
    "proposal-save": Door(READERS, method="post", no=(404,)),
    "proposal-sent": Door(PROPOSER, no=(403, 404)),
    "proposal-invite": Door(MEMBER, no=(403, 404)),
    "proposal-sign": Door(PROPOSER, no=(403, 404)),
    "proposal-approve": Door(PROPOSER, no=(403, 404)),
    "proposal-rate": Door(PROPOSER, no=(403, 404)),
    "proposal-attach": Door(MEMBER, method="post", no=(403, 404)),
    "proposal-detach": Door(MEMBER, method="post", no=(403, 404)),
    "proposal-word-upload": Door(MEMBER, method="post", no=(403, 404)),
    "proposal-word": Door(MEMBER, no=(403, 404)),
    "desk": Door(DESKS),
    "review-desk": Door(OFFICE),
    "review-bulk": Door(OFFICE),
    "review-opinion": Door(OFFICE),
    "review-form": Door(OFFICE),
    "review-do": Door(OFFICE),
    "judge-suggestion": Door(OFFICE),
    "unit-names": Door(DESKS),
    "merge-compare": Door(DESKS, missing=True),
    "assign-desk": Door(DESKS),
    "assign-list": Door(DESKS, missing=True),
    "proposals": Door(SIGNED),
    "handling": Door(SIGNED),
    "unit-desk": Door(UNIT),
    "unit-accept": Door(UNIT, method="post"),
    "assignment-reply": Door(UNIT, method="post"),
    "reply": Door(READERS, no=(404,)),
    "reply-save": Door(UNIT, method="post", no=(403, 404)),
    "supervise": Door(WATCH),
    "supervise-urge": Door(DESKS, method="post"),
    "proposal": Door(READERS, no=(404,)),
    "proposal-print": Door(READERS, no=(404,)),
    "proposal-paper": Door(READERS, no=(404,)),
    "proposal-effects": Door(READERS, no=(404,)),
    "key-proposals": Door(SIGNED),
    "honours": Door(WATCH),
    "leader": Door(WATCH),
    "effects": Door(SIGNED),
    "papers": Door(SETTERS),
    "template": Door(SETTERS, missing=True),
    "template-use": Door(SETTERS, method="post", missing=True),
    "template-sample": Door(SETTERS, missing=True),
    "template-shipped": Door(SETTERS, method="post"),
    "commitments": Door(READERS),
    "task": Door(READERS),
    "rulebooks": Door(SIGNED),
    "rulebook-new": Door(SETTERS),
    "rulebook": Door(SIGNED),
    "rulebook-diff": Door(SIGNED),
    "rulebook-edit": Door(SETTERS),
    "rulebook-publish": Door(LEADS),
    "rulebook-discard": Door(SETTERS),
    "rulebook-export": Door(SIGNED),
    "rulebook-diagram": Door(SIGNED),
    "procedures": Door(SIGNED),
    "calendar": Door(SIGNED),
    "calendar-clear": Door(SETTERS),
    "calendar-declare": Door(SETTERS),
    "journal": Door(AUDITOR),
    "journal-verify": Door(AUDITOR),
    "journal-export": Door(AUDITOR),
    "journal-mine": Door(SIGNED),
    "messages": Door(SIGNED),
    "message": Door(MEMBER, no=(404,)),
    "messages-read": Door(SIGNED),
    "messages-preferences": Door(SIGNED),
    "messages-test": Door(SIGNED),
    "messages-log": Door(SIGNED),
    "jobs": Door(SIGNED),
    "job": Door(CLERK, no=(404,)),
    "job-cancel": Door(SIGNED),
    "health": Door(ADMIN),
    "health-live": Door(SIGNED, public=True),
    "file": Door(SIGNED, missing=True),
    "export": Door(SIGNED),
    "qualities": Door(WATCH),
    "quality": Door(WATCH),
    "year-statistics": Door(FIGURES),
    "year-report": Door(FIGURES),
    "parts-of": Door(FIGURES),
    "my-year": Door(MEMBER),
    "member-year": Door(YEAR),
    "member-year-paper": Door(YEAR),
    "public-list": Door(SIGNED, public=True),
    "public-proposal": Door(SIGNED, public=True, missing=True),
    "api-docs": Door(SIGNED),
    "tokens": Door(SIGNED),
    "token-revoke": Door(SIGNED, missing=True),
}
# A further room keeps its doors beside its tests: <room>/tests/doors.py, DOORS and behind(city).
for further in of_rooms():
    DOORS |= further.DOORS
