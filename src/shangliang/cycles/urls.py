"""Addresses of 会议闭环."""

from django.urls import URLPattern, path

from .views import agenda, agenda_new, calls, handins, output, registers, relays, sittings, study

urlpatterns: list[URLPattern] = [
    path("calls/", calls.listing, name="calls"),
    path("calls/new/", calls.new, name="call-new"),
    path("calls/<int:pk>/", calls.call, name="call"),
    path("calls/<int:pk>.docx", output.output, name="call-output"),
    path("calls/<int:pk>/edit/", calls.edit, name="call-edit"),
    path("calls/<int:pk>/coverage/", calls.coverage, name="call-coverage"),
    path("handins/<int:pk>/", handins.handin, name="handin"),
    path("suggestions/", registers.suggestion_list, name="suggestions"),
    path("suggestions/<int:pk>/", registers.suggestion, name="suggestion"),
    path("instructions/", registers.instruction_list, name="instructions"),
    path("instructions/new/", registers.instruction_new, name="instruction-new"),
    path("instructions/<int:pk>/", registers.instruction, name="instruction"),
    path("briefings/", registers.briefing_list, name="briefings"),
    path("briefings/<int:pk>/", registers.briefing, name="briefing"),
    path("campaigns/", study.campaign_list, name="campaigns"),
    path("campaigns/<int:pk>/", study.campaign, name="campaign"),
    path("study-sheets/<int:pk>/", study.sheet, name="study-sheet"),
    path("study-sheets/<int:pk>.docx", study.sheet_docx, name="study-sheet-docx"),
    path("sittings/", sittings.listing, name="sittings"),
    path("sittings/new/", sittings.new, name="sitting-new"),
    path("sittings/<int:pk>/", sittings.sitting, name="sitting"),
    path("sittings/<int:pk>.docx", sittings.pack, name="sitting-pack"),
    path("relays/", relays.listing, name="relays"),
    path("relays/new/", relays.new, name="relay-new"),
    path("relays/<int:pk>/", relays.relay, name="relay"),
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/organs/new/", agenda_new.organ, name="organ-new"),
    path("agenda/organs/<int:pk>/", agenda_new.organ, name="organ"),
    path("agenda/matters/new/", agenda_new.matter, name="matter-new"),
    path("agenda/matters/<int:pk>/", agenda.one_matter, name="matter"),
    path("agenda/meetings/new/", agenda_new.meeting, name="organ-meeting-new"),
    path("agenda/meetings/<int:pk>/", agenda.one_meeting, name="organ-meeting"),
    path(
        "agenda/meetings/<int:pk>/<slug:what>.<str:ext>", agenda.paper, name="organ-meeting-paper"
    ),
    path("documents/<int:pk>/sheet/", study.sheet_from, name="sheet-from"),
]
