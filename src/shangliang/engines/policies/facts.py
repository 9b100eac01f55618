"""What a firm tells of itself: a number within bounds, or one of a few words. Nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

Value = Decimal | str
Facts = Mapping[str, Value]
# Full-width digits and signs, as phones and input methods write them.
PLAIN = str.maketrans("０１２３４５６７８９．－，", "0123456789.-,")


class FactError(ValueError):
    """What was told cannot be read; ``str()`` says so in the firm's words."""


@dataclass(frozen=True)
class Fact:
    """One question. ``choices``: the words to choose from; without them it is a number in ``unit``."""

    code: str
    label: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**9)
    help: str = ""

    @property
    def is_number(self) -> bool:
        return not self.choices


def read_fact(fact: Fact, said: str) -> Value | None:
    """The value told, or None when nothing was. Raises FactError."""
    text = said.strip().translate(PLAIN)
    if not text:
        return None
    if not fact.is_number:
        if text not in fact.choices:
            raise FactError(f"“{fact.label}”请从{'、'.join(fact.choices)}里选一个。")
        return text
    bare = text.removesuffix(fact.unit).replace(",", "").strip()
    try:
        value = Decimal(bare)
    except InvalidOperation:
        raise FactError(f"“{fact.label}”要填数，“{text[:20]}”不是数。") from None
    if not value.is_finite() or not fact.least <= value <= fact.most:
        raise FactError(
            f"“{fact.label}”应当在 {plain(fact.least)} 到 {plain(fact.most)}{fact.unit}之间。"
        )
    return value


def read_facts(
    facts: Iterable[Fact], said: Mapping[str, str]
) -> tuple[dict[str, Value], list[str]]:
    """(what could be read, what is wrong with the rest): one slip loses no other answer."""
    found: dict[str, Value] = {}
    wrong = []
    for fact in facts:
        try:
            value = read_fact(fact, said.get(fact.code, ""))
        except FactError as error:
            wrong.append(str(error))
        else:
            if value is not None:
                found[fact.code] = value
    return found, wrong


def plain(value: Decimal) -> str:
    """A number without needless noughts: 300, 0.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def words_of(fact: Fact, value: Value) -> str:
    """The value as one says it: 300人, 工业."""
    return value if isinstance(value, str) else f"{plain(value)}{fact.unit}"
