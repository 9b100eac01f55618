"""Addresses: handling."""

from django.urls import path

from .views.handling import reply, supervise, unit

urlpatterns = [
    path("handling/", unit.front, name="handling"),
    path("unit/", unit.desk, name="unit-desk"),
    path("unit/accept/", unit.accept_many, name="unit-accept"),
    path("assignments/<int:pk>/reply/", reply.begin, name="assignment-reply"),
    path("replies/<int:pk>/", reply.page, name="reply"),
    path("replies/<int:pk>/save/", reply.save, name="reply-save"),
    path("supervise/", supervise.board, name="supervise"),
    path("supervise/urge/", supervise.urge_many, name="supervise-urge"),
]
