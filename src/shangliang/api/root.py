"""The open API: OpenAPI 3.1, the same verbs, the same permissions, the same reasons."""

from ninja import NinjaAPI

api = NinjaAPI(title="Shangliang API", version="0.1.0", docs_url=None)
