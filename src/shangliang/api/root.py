"""The open API: OpenAPI 3.1, the same verbs, the same permissions, the same reasons."""

from ninja import NinjaAPI

from . import errors, verbs
from .auth import AUTH, Rate
from .read_proposals import router as proposals
from .read_proposals import tasks_router
from .read_registers import router as registers

DESCRIPTION = """Reading for every seat what its pages show, and every verb of the procedures.

A call acts from its owner's seat: a token (`Authorization: Bearer sl_…`, made under 账号与安全) or
the signed-in browser's session with the CSRF token. Refusals come as `{reason, kind}`."""

api = NinjaAPI(
    title="Shangliang API 商量开放接口",
    version="1.0.0",
    description=DESCRIPTION,
    docs_url=None,
    auth=AUTH,
    throttle=[Rate()],
    urls_namespace="api",
)
errors.handle(api)
verbs.register()
api.add_router("/proposals", proposals)
api.add_router("/commitments", tasks_router)
api.add_router("", registers)
api.add_router("", verbs.router)
