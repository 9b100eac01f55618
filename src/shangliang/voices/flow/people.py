"""Who may do what to a voice: each answers None, or the sentence that says what is missing."""

from ...procedures.seat import Role, Seat
from ..models import Issue, Lead, Policy, Survey, Voice

FIRM_OFFICE = (Role.EDITOR, Role.ORGANISER)


def author(seat: Seat, case: Voice) -> str | None:
    """Who wrote it, or entered it for somebody."""
    if seat.signed_in and seat.person_id in (case.author_id, case.entered_by_id):
        return None
    return "只有写这件的人可以。"


def editor(seat: Seat, case: Voice) -> str | None:
    """The information office; nobody edits what they wrote themselves."""
    if not seat.has(Role.EDITOR):
        return "只有信息编辑可以。"
    if case.author_id == seat.person_id:
        return "自己写的由另一位编辑办。"
    return None


def signer(seat: Seat, case: Voice) -> str | None:
    """A leader of the committee signs off."""
    return None if seat.has(Role.LEADER) else "由政协领导签发。"


def asked_author(seat: Seat, case: Voice) -> str | None:
    """An author who was asked about the edited text and has not answered."""
    waiting = case.consents.filter(person_id=seat.person_id, round=case.round, said="")
    return None if seat.signed_in and waiting.exists() else "只有被征求意见的作者可以。"


def firm_office(seat: Seat, case: Voice) -> str | None:
    """Who coordinates firms' difficulties."""
    return None if seat.has(*FIRM_OFFICE) else "只有信息编辑或专委会工作人员可以。"


def unit(seat: Seat, case: Voice) -> str | None:
    """The unit it was given to."""
    return None if case.unit_id in seat.units else "只有承办这件难题的单位可以。"


def firm(seat: Seat, case: Voice) -> str | None:
    """The firm itself by its receipt, or staff who heard it by phone; never the unit that answered."""
    if seat.extra.get("receipt") == case.public_code:
        return None
    if case.unit_id in seat.units:
        return "解决没有，由企业自己说，承办单位不能代答。"
    if seat.signed_in and (seat.has(*FIRM_OFFICE) or seat.person_id == case.author_id):
        return None
    return "由企业凭回执号自己说，或由工作人员电话回访后记下。"


def issue_editor(seat: Seat, case: Issue) -> str | None:
    """The information office."""
    return None if seat.has(Role.EDITOR) else "只有信息编辑可以。"


def surveyor(seat: Seat, case: Survey) -> str | None:
    """Who runs the survey."""
    return None if seat.has(*FIRM_OFFICE) else "只有信息编辑或专委会工作人员可以。"


def introducer(seat: Seat, case: Lead) -> str | None:
    """The member who introduced it, or the special committees' office."""
    if seat.signed_in and (case.introducer_id == seat.person_id or seat.has(Role.ORGANISER)):
        return None
    return "只有牵线的委员或专委会工作人员可以。"


def policy_office(seat: Seat, case: Policy) -> str | None:
    """Who coordinates firms' difficulties enters the policies they may use."""
    return None if seat.has(*FIRM_OFFICE) else "政策由信息编辑或专委会工作人员登记。"


def policy_hears(seat: Seat, case: Policy) -> str | None:
    """The office that heard it by phone, or the unit that did not grant it."""
    if seat.has(*FIRM_OFFICE) or (case.unit_id and case.unit_id in seat.units):
        return None
    return "没办成由企业自己说，或由工作人员、主管单位记。"
