"""The WSGI entry: what granian (or any other server) runs."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from .web.server import behind

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.product")
application = behind(get_wsgi_application(), settings.PROXIES)

if os.environ.get("SHANGLIANG_EMBED_JOBS") == "1":
    from .web.server import start_jobs

    start_jobs()
