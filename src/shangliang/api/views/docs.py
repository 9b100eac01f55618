"""接口说明: the operations as a page of our own, made from the schema; no outside asset."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...web.access import needs
from ..root import api

Schema = dict[str, Any]
BOUNDS = (("minimum", "≥"), ("maximum", "≤"), ("maxLength", "字数 ≤"), ("maxItems", "项数 ≤"))


def kind_of(schema: Schema) -> str:
    """A type in a few words: integer ≥ 1, string 字数 ≤ 60, list<…>."""
    if ref := schema.get("$ref"):
        return str(ref).rsplit("/", 1)[-1]
    if options := schema.get("anyOf"):
        return " 或 ".join(kind_of(option) for option in options)
    kind = str(schema.get("format") or schema.get("type") or "值")
    if parts := schema.get("prefixItems"):
        return f"[{'，'.join(kind_of(part) for part in parts)}]"
    if kind == "array":
        kind = f"list<{kind_of(schema.get('items') or {})}>"
    bounds = [f"{sign} {schema[key]}" for key, sign in BOUNDS if key in schema]
    return " ".join([kind, *bounds]).replace("≤ 2147483647", "").strip()


def inner(schema: Schema, every: Schema) -> Schema | None:
    """The object a field holds, alone, in a list or beside null."""
    if ref := schema.get("$ref"):
        return dict(every[str(ref).rsplit("/", 1)[-1]])
    for part in (*schema.get("anyOf", ()), schema.get("items") or {}):
        if found := inner(part, every) if part else None:
            return found
    return None


def fields(schema: Schema, every: Schema, before: str = "") -> list[dict[str, Any]]:
    """The names of a body, with those of the objects in it (``asks.text``)."""
    schema = (inner(schema, every) or schema) if "$ref" in schema else schema
    needed = set(schema.get("required", []))
    rows = []
    for name, part in schema.get("properties", {}).items():
        rows.append(
            {
                "name": before + name,
                "kind": kind_of(part),
                "needed": name in needed,
                "says": part.get("description", ""),
            }
        )
        if nested := inner(part, every):
            rows += fields(nested, every, f"{before}{name}.")
    return rows


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
