"""A program that calls the API."""

import json
from typing import Any

import pytest
from django.test import Client

from shangliang.api.tokens import make
from shangliang.demo.small import SmallCity


class Caller:
    """A program with a token."""

    def __init__(self, city: SmallCity, who: str) -> None:
        self.row, secret = make(city.seat(who), name="测试", days=30)
        self.client = Client(headers={"authorization": f"Bearer {secret}"})

    def get(self, path: str, **params: Any) -> Any:
        return self.client.get(f"/api{path}", params)

    def post(self, path: str, **body: Any) -> Any:
        return self.client.post(f"/api{path}", json.dumps(body), content_type="application/json")

    def do(self, table: str, verb: str, pk: int, **body: Any) -> Any:
        return self.post(f"/do/{table}/{verb}/{pk}", **body)


@pytest.fixture
def call(city: SmallCity) -> Any:
    return lambda who: Caller(city, who)
