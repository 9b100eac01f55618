"""What a rulebook for proposals holds: typed, validated, diffable (decision 1).

Every number here differs by place and by year, which is why none stands in the code. The presets
name the place and the rule each value was taken from.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ..engines.calendar import Span, SpanError

Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,30}$")]
Words = Annotated[str, Field(min_length=1, max_length=200)]


class Part(BaseModel):
    """Strict and frozen: an unknown key is an error, a rulebook never changes in place."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ClockRule(Part):
    """A limit: ``span`` as engines.calendar writes it (10wd, 90d, 3m, @06-30)."""

    label: Words
    span: str
    near: int = Field(default=3, ge=0, le=60, description="亮黄灯时余下的工作日")
    basis: str = ""

    @field_validator("span")
    @classmethod
    def readable(cls, value: str) -> str:
        try:
            return Span.parse(value).format()
        except SpanError as error:
            raise ValueError(str(error)) from error


class Grade(Part):
    """A result grade (类别). ``means`` maps local scales onto one: solved, promised, explained."""

    code: str = Field(pattern=r"^[A-Z]$")
    name: Words
    means: Literal["solved", "promised", "explained", "reference"]


class Reason(Part):
    """A reason code (不予立案情形), with where its matter may go instead."""

    code: Code
    name: Words
    instead: str = ""


class ProposalClass(Part):
    """A class (类别) of the committee, mapped to one of the five of the national statistics."""

    code: Code
    name: Words
    five: Literal["economy", "politics", "culture", "society", "ecology"]


class RubricItem(Part):
    """A quality point (审查要点). It advises and never blocks (S-002)."""

    key: Code
    label: Words
    why: str = ""
    weight: int = Field(default=1, ge=1, le=10)


class Award(Part):
    """Selection shares (优秀提案, 重点提案)."""

    excellent_share: float = Field(default=0.05, gt=0, le=0.5)
    key_count: int = Field(default=10, ge=0, le=200)


class Rating(Part):
    """How proposers' ratings (评价) count."""

    headline: Literal["first", "worst"] = "worst"
    second_round: Literal["any", "first", "majority"] = "any"
    rounds: int = Field(default=2, ge=1, le=5, description="最多办几轮")
    attitudes: tuple[Words, ...] = ("满意", "基本满意", "不满意")


class Supervision(Part):
    """How duties are watched (督办): which lamps, and where they turn. Numbers default to the preset's."""

    lamps: Literal["progress", "sheets"] = "progress"
    near: int = Field(default=10, ge=0, le=60, description="剩几个工作日算临期")
    behind: int = Field(default=10, ge=1, le=100, description="落后计划几个百分点亮黄灯")
    serious: int = Field(default=40, ge=1, le=101, description="落后几个百分点亮红灯")


class ProposalRules(Part):
    """The whole local rule for proposals (提案规程)."""

    steps: dict[Code, bool]
    clocks: dict[Code, ClockRule]
    roll: bool = Field(default=True, description="期限末日逢休息日顺延到下一工作日")
    grades: tuple[Grade, ...] = Field(min_length=2, max_length=6)
    reasons: tuple[Reason, ...] = Field(min_length=1)
    return_reasons: tuple[Reason, ...] = ()
    classes: tuple[ProposalClass, ...] = Field(min_length=1)
    natures: tuple[
        Literal[
            "individual", "joint", "party", "organisation", "special_committee", "sector", "group"
        ],
        ...,
    ] = Field(min_length=1)
    plenary_only: tuple[str, ...] = ("sector", "group")
    rubric: tuple[RubricItem, ...] = Field(min_length=1)
    contacts_before_reply: int = Field(default=1, ge=0, le=10)
    face_to_face: bool = False
    contact_means: tuple[Words, ...] = ("面商", "座谈", "走访", "电话", "电子邮件", "书信", "其他")
    rating: Rating = Rating()
    award: Award = Award()
    supervision: Supervision = Supervision()
    extension_limit: str = Field(default="6m", description="自交办起总期限不得超过")
    extension_times: int = Field(default=1, ge=0, le=5)
    undo_minutes: int = Field(default=10, ge=0, le=60)
    effect_voices: int = Field(
        default=0, ge=0, le=1000, description="核实为见效前，至少问几位群众（0 为不要求）"
    )
    words_advised: int = Field(default=1500, ge=200, le=20000)
    number_series: Literal["session", "session_window"] = "session"
    notes: str = ""
    # Where a value was taken from, by the name of its part ("grades", "rating" ...); limits say
    # their own ``basis``. Shown beside the value, so that an office can check it.
    sources: dict[Code, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def codes_are_said_once(self) -> "ProposalRules":
        for name, rows in (
            ("grades", self.grades),
            ("reasons", self.reasons),
            ("classes", self.classes),
        ):
            codes = [row.code for row in rows]
            if len(set(codes)) != len(codes):
                raise ValueError(f"{name}: 有重复的代码")
        missing = NEEDED_CLOCKS - self.clocks.keys()
        if missing:
            raise ValueError("缺少时限：" + "、".join(sorted(missing)))
        if unknown := self.steps.keys() - STEPS.keys():
            raise ValueError("不认识的环节：" + "、".join(sorted(unknown)))
        if not any(grade.means == "promised" for grade in self.grades):
            raise ValueError("类别里至少要有一档表示“列入计划”，否则承诺无处登记")
        return self

    def grade(self, code: str) -> Grade | None:
        return next((g for g in self.grades if g.code == code), None)

    def reason(self, code: str) -> Reason | None:
        return next((r for r in self.reasons if r.code == code), None)

    def class_of(self, code: str) -> ProposalClass | None:
        return next((c for c in self.classes if c.code == code), None)


STEPS = {
    "second_review": "复审：初审后再经复审才能立案",
    "seconding": "附议：提案人可允许其他委员附议",
    "countersign": "会签：会办单位会签后答复才能送出",
    "reply_check": "审核：督办机构审核后答复才送达提案人",
    "head_signs": "签发：答复须经承办单位负责人签发",
    "split": "分案：一件内有两事时可分成两件",
    "seal": "公章：集体提案须由单位审签人审签",
}
NEEDED_CLOCKS = {
    "review",
    "sign",
    "return",
    "reply_plenary",
    "reply_ordinary",
    "co_opinion",
    "rating",
    "rehandle",
}
OPTIONAL_CLOCKS = {"cosign", "assign", "first_contact", "reply_collective", "check", "countersign"}
