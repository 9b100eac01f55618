"""Addresses of this room: /publications/ for the desk, /press/ for everybody."""

from django.urls import URLPattern, path

from .views import asking, desk, gazettes, lectures, media, public

urlpatterns: list[URLPattern] = [
    path("publications/", desk.desk, name="publications"),
    path("publications/practices/", desk.practices, name="practices"),
    path("publications/media/", media.listing, name="media"),
    path("publications/media/new/", media.outlet_new, name="outlet-new"),
    path("publications/media/<int:pk>/", media.outlet, name="outlet"),
    path("publications/clippings/new/", media.clipping_new, name="clipping-new"),
    path("publications/issues/", gazettes.listing, name="gazettes"),
    path("publications/issues/<int:pk>/", gazettes.page, name="gazette"),
    path("publications/issues/<int:pk>/paper.<str:ext>", gazettes.paper, name="gazette-paper"),
    path("publications/<int:pk>/", desk.page, name="piece"),
    path("publications/<int:pk>/claims/", desk.claims, name="piece-claims"),
    path("lectures/", lectures.listing, name="lectures"),
    path("lectures/new/", lectures.new, name="lecture-new"),
    path("lectures/<int:pk>/", lectures.page, name="lecture"),
    path("lectures/<int:pk>/poster/", lectures.poster, name="lecture-poster"),
    path("lecture/<str:code>/", asking.ask, name="lecture-ask"),
    path("lecture/<str:code>/code.svg", asking.code_image, name="lecture-code"),
    path("asked/<str:code>/", asking.receipt, name="doubt"),
    path("press/answers/", asking.answers, name="press-answers"),
    path("press/", public.index, name="press"),
    path("press/<int:pk>/", public.piece, name="press-piece"),
    path("press/<int:pk>/kit.zip", public.kit, name="press-kit"),
    path("press/issues/<int:pk>/", public.gazette, name="press-gazette"),
    path("press/issues/<int:pk>/paper.<str:ext>", public.gazette_file, name="press-gazette-paper"),
]
