"""接口说明: the operations as a page of our own, made from the schema; no outside asset."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...web.access import needs
from ..root import api


def kind_of(schema: dict[str, Any]) -> str:
    """A type in a few words: integer ≥ 1, text ≤ 60, list of …"""
    if ref := schema.get("$ref"):
        return str(ref).rsplit("/", 1)[-1]
    if options := schema.get("anyOf"):
        return " 或 ".join(kind_of(option) for option in options)
    kind = str(schema.get("format") or schema.get("type") or "—")
    if kind == "array":
        inner = schema.get("items") or {"type": "值"}
        return f"list<{kind_of(inner)}>"
    for key, sign in (("minimum", "≥"), ("maximum", "≤"), ("maxLength", "≤ 字")):
        if key in schema:
            kind += f" {sign} {schema[key]}"
    return kind


def fields(schema: dict[str, Any], every: dict[str, Any]) -> list[dict[str, Any]]:
    """The names of a body."""
    if ref := schema.get("$ref"):
        schema = every[str(ref).rsplit("/", 1)[-1]]
    needed = set(schema.get("required", []))
    return [
        {
            "name": name,
            "kind": kind_of(part),
            "needed": name in needed,
            "says": part.get("description", ""),
        }
        for name, part in schema.get("properties", {}).items()
    ]


def groups(schema: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Operations by tag, in the order of the schema."""
    every = schema["components"]["schemas"]
    found: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, op in methods.items():
            body = op.get("requestBody", {}).get("content", {}).get("application/json", {})
            found.setdefault((op.get("tags") or ["其他"])[0], []).append(
                {
                    "id": op["operationId"],
                    "method": method.upper(),
                    "path": path,
                    "summary": op["summary"],
                    "says": op.get("description", ""),
                    "parameters": [
                        {
                            "name": p["name"],
                            "kind": kind_of(p["schema"]),
                            "needed": p["required"],
                            "says": p.get("description", ""),
                        }
                        for p in op["parameters"]
                    ],
                    "fields": fields(body["schema"], every) if body else [],
                    "codes": "、".join(map(str, op["responses"])),
                }
            )
    return list(found.items())


@needs()
def docs(request: HttpRequest) -> HttpResponse:
    """All operations; ``/api/openapi.json`` is the same for machines."""
    schema = json.loads(json.dumps(api.get_openapi_schema(path_prefix="api/"), default=str))
    count = sum(len(methods) for methods in schema["paths"].values())
    context = {"groups": groups(schema), "count": count, "version": schema["openapi"]}
    return render(request, "api/docs.html", context)
