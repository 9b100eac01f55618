"""Accounts (账号): who may sign in. What they may do comes from the ties of their people."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes accounts; a login is compared without regard to case."""

    def create_user(self, username: str, password: str | None = None, **extra: Any) -> "User":
        user = self.model(username=username.strip(), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username or "")


class User(AbstractBaseUser):
    """A sign-in. No permission lives here: roles come from dated ties (decision 4)."""

    username = models.CharField("登录名", max_length=60, unique=True)
    email = models.EmailField("电子邮箱", blank=True)
    is_active = models.BooleanField("启用", default=True)
    demo = models.BooleanField("演示账号", default=False)
    must_change_password = models.BooleanField("须改密码", default=False)
    password_changed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # A first or reset password works once and for a day (ASVS 6.4.1); None: it was set by its owner.
    initial_until = models.DateTimeField(null=True, blank=True)
    second_factor = models.BooleanField("已设第二因子", default=False)
    # Any change of this value ends every session of the account at once (ASVS 7.4.1).
    session_stamp = models.PositiveIntegerField(default=0)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username


class PastPassword(models.Model):
    """Hashes of the last passwords, so that none of five comes back (GB/T 22239 8.1.4.1 a)."""

    account = models.ForeignKey(User, on_delete=models.CASCADE, related_name="past_passwords")
    password = models.CharField(max_length=128)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.account_id} {self.at:%F}"


class Visit(models.Model):
    """A session as its owner knows it: where from and since when (ASVS 7.5.2)."""

    account = models.ForeignKey(User, on_delete=models.CASCADE, related_name="visits")
    session_key = models.CharField(max_length=40, unique=True)
    ip = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=80, blank=True)
    began_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-seen_at",)

    def __str__(self) -> str:
        return f"{self.account_id} {self.agent}"
