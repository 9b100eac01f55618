"""Addresses of this room."""

from django.urls import path

from .views import inbox

urlpatterns = [
    path("messages/", inbox.messages_page, name="messages"),
    path("messages/<int:pk>/", inbox.open_notice, name="message"),
    path("messages/read/", inbox.read, name="messages-read"),
    path("messages/preferences/", inbox.preferences, name="messages-preferences"),
    path("messages/test/", inbox.send_test, name="messages-test"),
    path("messages/log/", inbox.log, name="messages-log"),
]
