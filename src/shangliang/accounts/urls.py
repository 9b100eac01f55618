"""Addresses of this room."""

from django.urls import URLPattern, path

from .views import account, demo, password, people, seat, second, sign_in

urlpatterns: list[URLPattern] = [
    path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-in/second/", second.ask, name="second"),
    path("sign-out/", sign_in.SignOut.as_view(), name="sign-out"),
    path("demo/", demo.demo, name="demo-entry"),
    path("seat/", seat.switch, name="seat-switch"),
    path("account/", account.account, name="account"),
    path("account/sessions/", account.end_sessions, name="end-sessions"),
    path("account/password/", password.change, name="password"),
    path("account/second-factor/", second.set_up, name="second-setup"),
    path("accounts/", people.accounts, name="accounts"),
    path("accounts/many/", people.new_accounts, name="new-accounts"),
    path("accounts/<int:pk>/", people.person_account, name="person-account"),
    path("accounts/<int:pk>/new/", people.new_account, name="new-account"),
    path("accounts/<int:pk>/grant/", people.grant, name="grant"),
    path("accounts/<int:pk>/second/", people.drop_second, name="drop-second"),
    path("accounts/<int:pk>/<slug:verb>/", people.admin_verb, name="account-verb"),
    path("accounts/ties/<int:pk>/end/", people.end_grant, name="end-grant"),
]
