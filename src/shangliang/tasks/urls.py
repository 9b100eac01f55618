"""Addresses of this room."""

from django.urls import path

from .views import ledger

urlpatterns = [
    path("commitments/", ledger.ledger, name="commitments"),
    path("tasks/<int:pk>/", ledger.task, name="task"),
]
