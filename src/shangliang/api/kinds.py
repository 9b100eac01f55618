"""Bounded types: every number and text of a request has a limit, said in the schema."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    create_model,
)

MOST = 2**31 - 1  # what every database of ours holds
LONGEST = 20_000
ITEMS = 200


def without_nul(text: str) -> str:
    """PostgreSQL cannot hold it. Half characters are refused before."""
    if "\x00" in text:
        raise ValueError("文字里不能有空字符（NUL）")
    return text


Text = Annotated[str, Field(max_length=LONGEST), AfterValidator(without_nul)]
Number = Annotated[StrictInt, Field(ge=0, le=MOST)]
Id = Annotated[int, Field(ge=1, le=MOST, description="编号")]
Day = Annotated[date, Field(ge=date(1949, 10, 1), le=date(2199, 12, 31))]


def within_the_calendar(moment: datetime) -> datetime:
    """A year the calendar of no zone falls out of."""
    if not 1949 < moment.year < 2200:
        raise ValueError("年份要在 1950 到 2199 之间")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(within_the_calendar)]


class Body(BaseModel):
    """A request's body: unknown names are an error."""

    model_config = ConfigDict(extra="forbid")


def bounded(kind: Any, name: str = "Value") -> Any:
    """The same type with limits; a TypedDict becomes a model of its own."""
    simple = {
        str: Text,
        int: Number,
        bool: StrictBool,
        date: Day,
        datetime: Moment,
        object: Text | Number | StrictBool,
    }
    if kind in simple:
        return simple[kind]
    if kind is NoneType:
        return None
    if is_typeddict(kind):
        return of_typed_dict(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return Union[tuple(bounded(part, name) for part in inner)]  # noqa: UP007 - built at run time
    if origin is tuple:
        return tuple[tuple(bounded(part, name) for part in inner)]  # type: ignore[misc]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = (bounded(part, name) for part in inner)
        return Annotated[dict[key, value], Field(max_length=ITEMS)]  # type: ignore[valid-type]
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return Annotated[list[bounded(inner[0], name)], Field(max_length=ITEMS)]  # type: ignore[misc]
    raise TypeError(f"the API does not know how to read {kind!r} ({name})")


def of_typed_dict(kind: Any) -> type[BaseModel]:
    """A model with the same names; what is not required may be left out."""
    fields: dict[str, Any] = {
        name: (bounded(part, name), ... if name in kind.__required_keys__ else None)
        for name, part in get_type_hints(kind).items()
    }
    return create_model(kind.__name__, __base__=Body, **fields)
