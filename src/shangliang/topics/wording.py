"""What changed between two drafts, sentence by sentence: taken out, put in, left."""

import re
from difflib import SequenceMatcher

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?|\n")


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """[("same" | "add" | "cut", text)], in reading order; a line break stands alone as "\\n"."""
    old, new = SENTENCE.findall(before), SENTENCE.findall(after)
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [("same", x) for x in old[a:b]]
        else:
            found += [("cut", x) for x in old[a:b] if x.strip()]
            found += [("add", x) for x in new[c:d] if x.strip()]
    return found
