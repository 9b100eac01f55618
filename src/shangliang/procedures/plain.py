"""Verbs of registers and accounts: things without a state table, under the same discipline.

Who may, one transaction, one event. ``PLAIN`` lists them with their words, for the journal page.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from ..journal import write as journal
from .again import again
from .perform import Done
from .seat import Role, Seat
from .verdicts import refuse

# verb -> the public function; ``run.label`` is its word in the log.
PLAIN: dict[str, Callable[..., Any]] = {}


def act(verb: str, label: str, *roles: Role) -> Callable[..., Any]:
    """Make ``do(seat, ...) -> Done`` the one public function of a verb.

    ``Done.case`` names the row whose timeline shows the event. With no role named, the action
    itself asks who may. Raises :class:`Refused` and changes nothing when the answer is no.
    """

    def decorate(do: Callable[..., Done]) -> Callable[..., Any]:
        @wraps(do)
        def run(seat: Seat, /, *args: Any, **data: Any) -> Any:
            if roles and not seat.has(*roles):
                names = "、".join(role.label for role in roles)
                raise refuse(f"只有{names}可以{label}。", "who")

            def once() -> Any:
                done = do(seat, *args, **data)
                if done.case is None:
                    raise AssertionError(f"{verb} names no case")
                journal.write(
                    committee_id=seat.committee_id,
                    person_id=seat.person_id,
                    verb=verb,
                    case=done.case,
                    about=done.about,
                    detail=done.detail,
                )
                return done.case if done.result is None else done.result

            return again(once)

        run.verb, run.label, run.roles = verb, label, roles  # type: ignore[attr-defined]
        PLAIN[verb] = run
        return run

    return decorate
