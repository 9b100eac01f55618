"""Each predicate of the task's table as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import SENTENCES
from . import judge, office, owner

SENTENCES.update(
    {
        owner: "责任单位的人员",
        judge: "督办机构或提案委，不能是责任单位自己",
        office: "督办机构或提案委",
    }
)
