"""Invented names and posts: drawn from lists, so that no row speaks of a real person."""

import random
from typing import Any

from .texts import load


class Names:
    """Gives each person a name used once, and a workplace with a post that fits it."""

    def __init__(self, rng: random.Random) -> None:
        data = load("people")
        self.rng = rng
        self.surnames = [row["name"] for row in data["surnames"]]
        self.weights = [row["weight"] for row in data["surnames"]]
        self.given: list[str] = data["given"]
        self.rare: list[str] = data["rare_given"]
        self.rare_share: float = data["rare_share"]
        self.ethnic: list[dict[str, Any]] = data["ethnic"]
        self.places: list[dict[str, Any]] = data["workplace"]
        self.taken: set[str] = set()
        self.last_place = self.places[0]

    def new(self) -> str:
        """A full name not given before."""
        while True:
            surname = self.rng.choices(self.surnames, self.weights)[0]
            given = self.rng.choice(self.given)
            if self.rng.random() < 0.82:
                given += self.rng.choice(self.given)
            if self.rng.random() < self.rare_share:
                given = given[:-1] + self.rng.choice(self.rare)
            name = surname + given
            if name not in self.taken:
                self.taken.add(name)
                return name

    def ethnicity(self) -> str:
        row = self.rng.choices(self.ethnic, [e["weight"] for e in self.ethnic])[0]
        return str(row["name"])

    def workplace(self, place: str) -> str:
        """A workplace; ``post`` then gives a post of the same kind of place."""
        self.last_place = self.rng.choice(self.places)
        return str(self.last_place["name"]).replace("{place}", place)[:120]

    def post(self) -> str:
        return str(self.rng.choice(self.last_place["posts"]))

    def phone(self) -> str:
        """A number that cannot be dialled: the area code 0000 is not in use."""
        return f"0000-{self.rng.randint(2000000, 8999999)}"
