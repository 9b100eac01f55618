"""What somebody typed, read as terms: words, phrases in quotes, numbers of cases, names by pinyin.

Anything can be typed. What is not understood is left out and said, never an error.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from .fold import fold
from .tokens import HAN, IS_HAN, IS_KEY, grams_of_run, runs, words

LONGEST, MOST_TERMS = 200, 12
QUOTED = re.compile(r'["“”„‟＂]([^"“”„‟＂]*)["“”„‟＂]|「([^」]*)」|『([^』]*)』|《([^》]*)》')
OPERATOR = re.compile(r"(?<!\S)(?:AND|OR|NOT)(?!\S)")
RIM = re.compile(r"^[\W_]+|[\W_]+$")
NUMBER = re.compile(r"^第?0*(\d{1,6})号?$")
LETTERS = re.compile(r"^[a-z]{2,40}$")
SHORT = 3  # characters of Chinese that stay one term
EMPTY_WORDS = frozenset(
    [
        "的",
        "了",
        "和",
        "与",
        "及",
        "或",
        "在",
        "是",
        "对",
        "把",
        "被",
        "从",
        "关于",
        "有关",
        "提案",
        "建议",
        "我市",
        "我县",
        "我区",
        "什么",
        "怎么",
        "如何",
        "哪些",
        "进一步",
    ]
)


@dataclass(frozen=True)
class Term:
    """One thing sought. ``tokens`` must all be in the text; ``exact`` is then looked for as it
    stands (empty where the tokens say it all); ``prefix``: tokens are beginnings of tokens;
    ``keys``: any of these (number, pinyin) is as good."""

    text: str
    tokens: tuple[str, ...]
    exact: str = ""
    prefix: bool = False
    keys: tuple[str, ...] = ()
    quoted: bool = False

    @property
    def single(self) -> bool:
        """One character of Chinese."""
        return len(self.text) == 1 and bool(IS_HAN.match(self.text))


@dataclass(frozen=True)
class Query:
    """The terms, and what the reader should know about how they were read."""

    raw: str
    whole: str  # folded, without blanks: looked for as one piece when ranking
    terms: tuple[Term, ...]
    notes: tuple[str, ...] = field(default=())

    @cached_property
    def as_one(self) -> re.Pattern[str]:
        """What was typed as one piece, whatever blanks and marks stand between its characters."""
        return re.compile(r"[\W_]*".join(map(re.escape, self.whole)))

    def __bool__(self) -> bool:
        return bool(self.terms)


def term_of(text: str, quoted: bool = False) -> Term | None:
    """A term of folded text; None when nothing of it can be looked for."""
    pieces = list(runs(text))
    if not pieces:
        return None
    text = text.strip()
    keys: list[str] = []
    if not quoted and (number := NUMBER.match(text)):
        keys.append(f"{IS_KEY}n{number.group(1)}")
    if not quoted and LETTERS.match(text):
        keys.append(f"{IS_KEY}p{text}")
    if len(pieces) == 1 and len(text) == len(pieces[0]):
        run = pieces[0]
        if not IS_HAN.match(run):
            return Term(text, (run[:40],), prefix=len(run) > 2, keys=tuple(keys), quoted=quoted)
        if len(run) == 1:
            return Term(text, (run,), prefix=True, quoted=quoted)
        if len(run) == 2:
            return Term(text, (run,), quoted=quoted)
    tokens: list[str] = []
    for n, run in enumerate(pieces):
        got = grams_of_run(run)
        if IS_HAN.match(run) and len(run) > 1:
            got = got[:-1]
        elif IS_HAN.match(run) and n < len(pieces):
            got = []  # one character between others: the check of the text finds it
        elif not IS_HAN.match(run) and n in (0, len(pieces) - 1):
            got = []  # a word at the rim may be part of a longer one
        tokens += got
    if not tokens:
        tokens = [grams_of_run(max(pieces, key=len))[0]]
    return Term(text, tuple(dict.fromkeys(tokens)), text, keys=tuple(keys), quoted=quoted)


def cut(chunk: str) -> list[str]:
    """Words of a chunk without blanks; a short one stays whole, single characters join each other or are
    left out where there are words."""
    han = re.sub(rf"[^{HAN}]", "", chunk)
    if len(han) <= SHORT or NUMBER.match(chunk):
        return [chunk]
    found: list[str] = []
    loose = ""
    for word in words(chunk):
        if word in EMPTY_WORDS:
            if loose:
                found.append(loose)
            loose = ""
        elif len(word) == 1 and IS_HAN.match(word):
            loose += word
            if len(loose) == SHORT:
                found.append(loose)
                loose = ""
        else:
            if loose:
                found.append(loose)
            loose = ""
            found.append(word)
    if loose:
        found.append(loose)
    # A single character between words tells little and is sought through every pair it begins.
    telling = [word for word in found if len(word) > 1]
    return telling or found or [chunk]


def parse(raw: str) -> Query:
    """Read what was typed. Never raises."""
    notes: list[str] = []
    typed = raw.strip()
    if len(typed) > LONGEST:
        notes.append(f"检索词太长，只用了前 {LONGEST} 个字。")
        typed = typed[:LONGEST]
    terms: list[Term] = []
    rest = typed
    for found in QUOTED.finditer(typed):
        phrase = fold(next((g for g in found.groups() if g), "")).strip()
        if phrase and (term := term_of(phrase, quoted=True)):
            terms.append(term)
        rest = rest.replace(found.group(), " ", 1)
    if re.search(r'["“”„‟＂「」『』]', rest):
        notes.append("引号没有成对，按没有引号来找。")
    if OPERATOR.search(rest) and OPERATOR.sub("", rest).strip():
        notes.append("AND、OR、NOT 在这里不起作用，已略过；要一字不差，请加引号。")
        rest, typed = OPERATOR.sub(" ", rest), OPERATOR.sub(" ", typed)
    plain = fold(rest)
    for chunk in re.split(
        r"[\s，,。、；;：:！!？?（）()\[\]【】{}<>|&+*~^\"“”「」『』《》'‘’]+", plain
    ):
        if not (chunk := RIM.sub("", chunk)):
            continue
        for word in cut(chunk):
            if term := term_of(word):
                terms.append(term)
    terms = list(dict.fromkeys(terms))
    if len(terms) > MOST_TERMS:
        notes.append(f"词太多，只用了前 {MOST_TERMS} 个。")
        terms = terms[:MOST_TERMS]
    if typed and not terms:
        notes.append("这里面没有可以检索的字词，请输入汉字、字母或数字。")
    whole = "".join(runs(fold(typed.replace('"', ""))))
    return Query(raw, whole, tuple(terms), tuple(notes))
