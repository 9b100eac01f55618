"""Where a consultation agrees, where it differs, and how sure that is: votes in, an :class:`Opinion` out.

Plain Python and numpy: no web framework, no database. A vote is 1 agree, 0 pass, -1 disagree.

What a caller needs::

    from shangliang.engines.opinion import Votes, analyse, next_statements

    votes = Votes.of(rows)             # rows of (participant, statement, vote[, timestamp_ms])
    opinion = analyse(votes)           # the sound mode; mode="parity" for the published method of Polis
    analyse(votes, like=opinion)       # again while the round runs: quicker, number of groups kept
    opinion.groups                     # () with fewer than two groups; Group(id, members, stability, size)
    opinion.consensus_agree            # [Agreed(statement, score, low, high, seen, established), ...]
    opinion.consensus_disagree
    opinion.divisive                   # [Divisive(statement, score, low, high, highest, lowest), ...]
    opinion.representative             # {group id: [Typical(statement, direction, ...), ...]}
    opinion.table                      # {statement: Standing}: counts of all and by group, and the class
                                       #   "core" | "near" | "different" | "minority" | "open"
    opinion.positions                  # {participant: (x, y)}
    opinion.notes                      # plain Chinese sentences a person may be shown
    opinion.as_json()                  # the published shape (see docs/developer/opinion.md)

    next_statements(opinion, answered, number, seed=..., open_to=..., planned=20)   # what to ask next
    live = Live(votes, opinion); live.vote(participant, statement, 1); live.measures()
    folding.analyse_folded(parts, run=...)   # votes on many machines: the same answer
    packed(votes, opinion, ...)        # the download: anonymised votes, parameters, result (a zip)
    verify(path)                       # recompute a published result, say whether it is equal

Ids may be int or str; they come back as they went in. ``analyse`` is a function of the set of last
votes of each cell: order of rows and names of participants change nothing, bit for bit. ``analyse``
never raises on odd votes (one person, one statement, all pass ...): it answers with what can be said
and a note. Only values that are not a vote raise :class:`NotAVote`, naming the row.

``excluded`` are statements taken out by moderation (their votes count for nothing but, in the parity
mode, the number of votes of a person); ``meta`` are statements about the person, not the matter.
"""

from . import threads  # noqa: F401  before numpy is read
from .analysis import analyse
from .download import Verdict, packed, verify
from .live import Live, Measures
from .model import Agreed, Divisive, Group, Id, Opinion, Share, Standing, Tally, Typical
from .routing import next_statements
from .scores import WAYS, group_aware
from .votes import NotAVote, Votes

__all__ = [
    "Agreed",
    "Divisive",
    "Group",
    "Id",
    "Live",
    "Measures",
    "NotAVote",
    "Opinion",
    "Share",
    "Standing",
    "Tally",
    "Typical",
    "Verdict",
    "Votes",
    "WAYS",
    "analyse",
    "group_aware",
    "next_statements",
    "packed",
    "verify",
]
