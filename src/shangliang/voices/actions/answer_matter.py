"""来声：答复群众."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import VOICE
from ..models import Voice
from ..tell import tell_authors
from ..words import remark


@verb(VOICE, "answer_matter", Voice)
def answer_matter(case: Voice, seat: Seat, *, text: str) -> Done:
    """A citizen's matter that needs no report: answered on the receipt page."""
    if case.kind != Voice.Kind.MATTER:
        raise refuse("直接答复只用于群众来声；社情民意请采用或说明不采用的理由。")
    remark(case, seat, "answer_matter", text, "请写答复，来件人凭回执号能看到。")
    tell_authors(case, seat, "answer_matter", f"答复：{text.strip()}"[:220])
    return Done()
