"""作系统性建议: several firms' cases become one report draft of the office, with its cases named."""

from django.db import transaction

from ...journal import write as journal
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Voice
from ..people import new_code
from ..rules import rules_of
from ..similar import of_class
from .submit import take_in


def advise_systemic(seat: Seat, *, class_code: str) -> Voice:
    """A report in the editor's queue. Firms are counted, not named; the cases stand in the link."""
    if not seat.has(Role.EDITOR, Role.ORGANISER):
        raise refuse("只有信息编辑或专委会工作人员可以。", "who")
    rules = rules_of()
    matter = rules.matter(class_code)
    cases = of_class(seat, class_code, today().year)
    if matter is None or len(cases) < rules.similar_cases:
        raise refuse(f"同类还不到 {rules.similar_cases} 件。")
    key = f"systemic:{class_code}:{today().year}:{len(cases)}"
    return report_on(seat, cases, f"{matter.name}方面的", f"{matter.name}难题", key, class_code)


def report_on(
    seat: Seat, cases: list[Voice], about: str, name: str, key: str, class_code: str
) -> Voice:
    """The report on these cases; made once by its key. ``about``: of which matter, in the sentence."""
    again = sum(case.round > 1 for case in cases)
    units = sorted({str(case.unit) for case in cases if case.unit})
    causes = [case.cause for case in cases if case.cause]
    with transaction.atomic():
        voice = Voice(
            committee_id=seat.committee_id, kind=Voice.Kind.REPORT, state="received",
            public_code=new_code(), entered_by_id=seat.person_id, channel=Voice.Channel.SURVEY,
            title=f"企业反映{name}较集中，建议系统解决"[:120],
            text=(
                f"本年收到企业{about}难题 {len(cases)} 件，"
                f"其中 {again} 件答复后企业仍说没有解决。涉及单位：{'、'.join(units) or '尚未分派'}。"
            ),
            analysis="\n".join(f"{n}. {cause}" for n, cause in enumerate(causes, 1)),
            client_key=key,
        )  # fmt: skip
        known = Voice.objects.filter(
            committee_id=seat.committee_id, client_key=voice.client_key
        ).first()
        if known:
            return known
        take_in(voice)
        voice.save()
        journal.write(
            committee_id=seat.committee_id, person_id=seat.person_id, verb="voice.receive",
            case=voice, detail={"kind": "report", "class": class_code, "count": len(cases),
                                "first": cases[-1].pk, "last": cases[0].pk},
        )  # fmt: skip
        return voice
