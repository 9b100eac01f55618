"""Addresses: writing."""

from django.urls import URLPattern, path

from .views.writing import edit, files, invite, mine, new, rate, sent, sign

urlpatterns: list[URLPattern] = [
    path("proposals/mine/", mine.mine, name="my-proposals"),
    path("proposals/new/", new.new, name="proposal-new"),
    path("proposals/paste/", edit.paste, name="proposal-paste"),
    path("proposals/people/", invite.member_search, name="member-search"),
    path("proposals/<int:pk>/edit/", edit.edit_page, name="proposal-edit"),
    path("proposals/<int:pk>/save/", edit.save, name="proposal-save"),
    path("proposals/<int:pk>/sent/", sent.sent, name="proposal-sent"),
    path("proposals/<int:pk>/invite/", invite.invite_page, name="proposal-invite"),
    path("proposals/<int:pk>/sign/", sign.sign_page, name="proposal-sign"),
    path("proposals/<int:pk>/approve/", sign.approve_page, name="proposal-approve"),
    path("proposals/<int:pk>/rate/", rate.rate_page, name="proposal-rate"),
    path("proposals/<int:pk>/files/", files.attach, name="proposal-attach"),
    path("proposals/<int:pk>/files/<int:document>/remove/", files.detach, name="proposal-detach"),
    path("proposals/<int:pk>/word/", files.word_upload, name="proposal-word-upload"),
    path("proposals/<int:pk>/word/<int:document>/", files.word, name="proposal-word"),
]
