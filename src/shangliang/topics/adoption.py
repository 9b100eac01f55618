"""通过建议案: the vote that runs, named or secret. A secret vote keeps totals and who has voted, apart.

Secret: a choice is added to a total and nowhere else; the roll only says that somebody voted; the
event says the same. The database refuses a choice on a secret roll. Totals are shown at the end only.
"""

from ..procedures.verdicts import refuse
from .models import Adoption, Result


def current(case: Result) -> Adoption:
    row: Adoption | None = case.adoptions.filter(state="open").first()
    if row is None:
        raise refuse("现在没有进行中的表决。")
    return row
