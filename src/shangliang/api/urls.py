"""Pages of this room: the list of operations, and one's own tokens."""

from django.urls import path

from .views import docs, tokens

urlpatterns = [
    path("api/docs/", docs.docs, name="api-docs"),
    path("account/tokens/", tokens.tokens, name="tokens"),
    path("account/tokens/<int:pk>/revoke/", tokens.revoke_token, name="token-revoke"),
]
