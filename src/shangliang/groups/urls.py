"""Addresses of 队伍."""

from django.urls import URLPattern, path

from .views import duty, friend, listed, papers, places, rules, shifts, talents, teams

urlpatterns: list[URLPattern] = [
    path("groups/", teams.register, name="teams"),
    path("groups/mine/", teams.mine, name="my-teams"),
    path("groups/new/", teams.new, name="team-new"),
    path("groups/take-in/", teams.take_in_all, name="team-take-in"),
    path("groups/loose/", teams.loose, name="teams-loose"),
    path("groups/sectors/", teams.sectors, name="sectors"),
    path("groups/minimums/", rules.minimums_page, name="minimums"),
    path("groups/coverage/", rules.coverage, name="coverage"),
    path("groups/composition/", rules.composition, name="composition"),
    path("groups/counties/", rules.counties, name="county-contacts"),
    path("groups/needs/", shifts.needs_page, name="heard-needs"),
    path("groups/places/", places.venues, name="venues"),
    path("groups/<int:pk>/slots/", places.slots, name="team-slots"),
    path("groups/<int:pk>/", teams.page, name="team"),
    path("groups/<int:pk>/rota/", shifts.rota, name="rota"),
    path("shifts/<int:pk>/", shifts.page, name="shift"),
    path("charge/sheet.docx", papers.charge_sheet, name="charge-sheet"),
    path("talents/", listed.register, {"side": "talents"}, name="talents"),
    path("talents/new/", listed.new, {"side": "talents"}, name="talent-new"),
    path("talents/suggest/", talents.suggestions, name="talent-suggest"),
    path("talents/join/", listed.join_pool, name="talent-join"),
    path("talents/<int:pk>/ask/", talents.ask, name="talent-ask"),
    path("friends/", listed.register, {"side": "friends"}, name="friends"),
    path("friends/new/", listed.new, {"side": "friends"}, name="friend-new"),
    path("contact-duty/", duty.mine_page, name="contact-duty"),
    path("contact-duty/new/", listed.new, {"side": "contacts"}, name="contact-new"),
    path("contact-duty/coverage/", duty.coverage, name="contact-coverage"),
    path("listed/<int:pk>/link/", friend.link, name="listed-link"),
    path("friend/<str:token>/", friend.own_page, name="friend-page"),
    path("listed/<int:pk>/", listed.page, name="listed"),
]
