"""The product's settings. What an operator may change comes from the environment (docs/operator)."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.urls import reverse_lazy

from . import environment as env

BASE = Path(__file__).resolve().parent.parent
DATA_DIR = env.data_dir()
SECRET_KEY = env.secret_key(DATA_DIR)
DEBUG = env.flag("SHANGLIANG_DEBUG")
# Demo accounts exist and the quick sign-in page answers only while this is on (ASVS 6.3.2).
DEMO = env.flag("SHANGLIANG_DEMO")
HTTPS = env.flag("SHANGLIANG_HTTPS")
# Addresses of proxies whose X-Forwarded-For is believed; the log then names the caller, not the proxy.
PROXIES = [p.strip() for p in os.environ.get("SHANGLIANG_PROXIES", "").split(",") if p.strip()]
ALLOWED_HOSTS = os.environ.get("SHANGLIANG_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(
    ","
)
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("SHANGLIANG_ORIGINS", "").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "huey.contrib.djhuey",
    "shangliang.journal",
    "shangliang.actors",
    "shangliang.accounts",
    "shangliang.rulebooks",
    "shangliang.procedures",
    "shangliang.notices",
    "shangliang.jobs",
    "shangliang.documents",
    "shangliang.tasks",
    "shangliang.submissions",
    "shangliang.subjects",
    "shangliang.cycles",
    "shangliang.topics",
    "shangliang.activities",
    "shangliang.consensus",
    "shangliang.voices",
    "shangliang.deeds",
    "shangliang.yardsticks",
    "shangliang.groups",
    "shangliang.programmes",
    "shangliang.study",
    "shangliang.search",
    "shangliang.records",
    "shangliang.publishing",
    "shangliang.publications",
    "shangliang.api",
    "shangliang.demo",
    "shangliang.web",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "shangliang.accounts.middleware.SeatMiddleware",
    "shangliang.web.middleware.ErrorsInWords",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "shangliang.urls"
WSGI_APPLICATION = "shangliang.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "shangliang.web.context.shell",
            ],
            "builtins": ["shangliang.web.templatetags.sl"],
        },
    }
]
DATABASES = {"default": env.database(DATA_DIR)}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

LANGUAGE_CODE = "zh-hans"
# One language so far: a half-translated page is worse than none (docs/catalogue.md says so).
LANGUAGES = [("zh-hans", "简体中文")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
FORMAT_MODULE_PATH = "shangliang.web.formats"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
UPLOAD_MAX_BYTES = 20 * 1024 * 1024

# Sign-in (ASVS 6.3.1, GB/T 22239 8.1.4.1 b): five failures lock account+address for ten minutes.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 10 / 60
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "shangliang.accounts.views.sign_in.typed_name"
AXES_LOCKOUT_CALLABLE = "shangliang.accounts.views.sign_in.locked"
LOGIN_URL = reverse_lazy("sign-in")
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_IDLE_SECONDS = int(os.environ.get("SHANGLIANG_IDLE_SECONDS", "1800"))
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "shangliang.accounts.passwords.ThreeOfFour"},
    {"NAME": "shangliang.accounts.passwords.NotCommonHere"},
    {"NAME": "shangliang.accounts.passwords.NotAmongLast"},
]
# dengbao3 (GB/T 22239-2019) or asvs (no character classes, no rotation): accounts/passwords.py.
SECURITY_PROFILE = os.environ.get("SHANGLIANG_SECURITY_PROFILE", "dengbao3")
PASSWORD_DAYS = 90
# An account of the office, a unit or a leader that nobody used for so long is closed at night.
UNUSED_DAYS = int(os.environ.get("SHANGLIANG_UNUSED_DAYS", "90"))
if HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "shangliang.web.views.errors.csrf"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# Without a mail server letters are written into the data folder; naming one sends them.
EMAIL_BACKEND = os.environ.get(
    "SHANGLIANG_EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend"
    if os.environ.get("SHANGLIANG_EMAIL_HOST")
    else "django.core.mail.backends.filebased.EmailBackend",
)
EMAIL_TIMEOUT = 20  # seconds: a mail server that does not answer must not hold the queue
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = os.environ.get("SHANGLIANG_EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("SHANGLIANG_EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("SHANGLIANG_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SHANGLIANG_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("SHANGLIANG_EMAIL_TLS")
DEFAULT_FROM_EMAIL = os.environ.get("SHANGLIANG_EMAIL_FROM", "shangliang@localhost")
SITE_ADDRESS = os.environ.get("SHANGLIANG_SITE", "http://127.0.0.1:8000")

# The event chain's digest: SM3 (GB/T 32905) where the state's algorithms are asked for.
JOURNAL_DIGEST = os.environ.get("SHANGLIANG_DIGEST", "sm3")
# A search cluster beside the database's own index (search/cluster.py); empty: none.
OPENSEARCH = os.environ.get("SHANGLIANG_OPENSEARCH", "")
OPENSEARCH_INDEX = os.environ.get("SHANGLIANG_OPENSEARCH_INDEX", "shangliang")
# Calls to the API a minute and token (or signed-in person).
API_RATE = os.environ.get("SHANGLIANG_API_RATE", "300/m")
# Outbound webhooks go to these hosts only (ASVS 1.3.6).
WEBHOOK_HOSTS = ["qyapi.weixin.qq.com", "oapi.dingtalk.com"]

HUEY = {
    "huey_class": "huey.SqliteHuey",
    "name": "shangliang",
    "filename": str(DATA_DIR / "queue.sqlite3"),
    "immediate": False,
    "consumer": {"workers": 1, "worker_type": "thread"},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
