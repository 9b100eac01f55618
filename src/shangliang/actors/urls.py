"""Addresses of this room."""

from django.urls import URLPattern, path

from .views import bodies, calendar, guidance, imports, members

urlpatterns: list[URLPattern] = [
    path("members/", members.register, name="members"),
    path("members/contacts/", members.contacts, name="contacts"),
    path("people/new/", members.person_new, name="person-new"),
    path("people/<int:pk>/", members.person, name="person"),
    path("people/<int:pk>/edit/", members.person_edit, name="person-edit"),
    path("people/<int:pk>/ties/new/", members.tie_new, name="tie-new"),
    path("ties/<int:pk>/end/", members.tie_end, name="tie-end"),
    path("account/contact/", members.contact_change, name="contact-change"),
    path("units/", bodies.units, name="units"),
    path("units/<int:pk>/", bodies.unit, name="unit"),
    path("bodies/", bodies.bodies, {"kind": "sector"}, name="bodies"),
    path("bodies/sector/preset/", bodies.preset, name="sector-preset"),
    path("bodies/<slug:kind>/", bodies.bodies, name="bodies"),
    path("bodies/<slug:kind>/new/", bodies.body_new, name="body-new"),
    path("bodies/<slug:kind>/<int:pk>/", bodies.body, name="body"),
    path("bodies/<slug:kind>/<int:pk>/edit/", bodies.body_edit, name="body-edit"),
    path("bodies/<slug:kind>/<int:pk>/<slug:verb>/", bodies.body_verb, name="body-verb"),
    path("imports/", imports.imports, name="imports"),
    path("imports/template/<slug:kind>.xlsx", imports.import_template, name="import-template"),
    path("imports/<int:pk>/", imports.import_page, name="import"),
    path("imports/<int:pk>/create/", imports.import_create, name="import-create"),
    path("imports/<int:pk>/commit/", imports.import_commit, name="import-commit"),
    path("imports/<int:pk>/drop/", imports.import_drop, name="import-drop"),
    path("imports/<int:pk>/errors.xlsx", imports.import_errors, name="import-errors"),
    path("sessions/", calendar.sessions, name="sessions"),
    path("sessions/terms/new/", calendar.term_new, name="term-new"),
    path("sessions/new/", calendar.session_new, name="session-new"),
    path("sessions/<int:pk>/edit/", calendar.session_edit, name="session-edit"),
    path("charge/", calendar.charge, name="charge"),
    path("guidance/", guidance.guidance, name="guidance"),
    path("guidance/new/", guidance.guidance_new, name="guidance-new"),
    path("guidance/<int:pk>/answer/", guidance.guidance_answer, name="guidance-answer"),
]
