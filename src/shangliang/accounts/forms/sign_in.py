"""Sign-in, second factor, password: the same words whether or not an account exists."""

from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils import timezone

from ...actors.models import Actor


class SignInForm(AuthenticationForm):
    """登录名 and 密码. A refusal says how many tries are left, never which of the two was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, word = self.fields["username"], self.fields["password"]
        name.label, word.label = "登录名", "密码"
        name.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        word.widget.attrs["autocomplete"] = "current-password"
        for field in (name, word):
            field.error_messages["required"] = f"还没有填{field.label}。"

    def get_invalid_login_error(self) -> ValidationError:
        failed = AxesProxyHandler.get_failures(
            self.request, {"username": (self.data.get("username") or "")}
        )
        left = max(0, settings.AXES_FAILURE_LIMIT - failed)
        tail = f"再输错 {left} 次会暂时锁定 10 分钟。" if left <= 3 else ""
        return ValidationError(f"登录名或密码不对，请核对大小写后再试。{tail}", "invalid_login")

    def confirm_login_allowed(self, user: Any) -> None:
        if user.demo and not settings.DEMO:
            raise ValidationError("演示账号只能在演示模式里用。", "demo")
        if user.initial_until and user.initial_until < timezone.now():
            raise ValidationError(
                "一次性密码只在 24 小时内有效，已经过期。请找系统管理员重置。", "expired"
            )
        if not Actor.objects.filter(account=user, active=True).exists():
            raise ValidationError("这个账号还没有对应到人员。请找系统管理员。", "nobody")


class CodeForm(forms.Form):
    """Six digits from the phone, or a recovery code."""

    code = forms.CharField(
        label="验证码",
        max_length=12,
        help_text="手机验证器上的 6 位数字；手机不在身边，填一个恢复码。",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "none",
                "spellcheck": "false",
                "class": "code-in",
            }
        ),
        error_messages={"required": "还没有填验证码。"},
    )

    def clean_code(self) -> str:
        return "".join(self.cleaned_data["code"].split()).lower()


class PasswordForm(PasswordChangeForm):
    """The old one, the new one twice; pasting is allowed."""

    error_messages = {  # noqa: RUF012 - Django's own name
        "password_mismatch": "两次填的新密码不一样。",
        "password_incorrect": "现在的密码不对。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "old_password": ("现在的密码", "current-password", ""),
            "new_password1": ("新密码", "new-password", ""),
            "new_password2": ("新密码再填一遍", "new-password", "可以粘贴。"),
        }
        for name, (label, complete, note) in words.items():
            field = self.fields[name]
            field.label, field.help_text = label, note
            field.widget.attrs["autocomplete"] = complete
            field.error_messages["required"] = f"还没有填{label}。"
        if settings.SECURITY_PROFILE == "dengbao3":
            rule = "至少 10 个字符；大写、小写、数字、符号四类至少三类；不用最近 5 次用过的。"
        else:
            rule = "至少 10 个字符，可以是一句话；不用最近 5 次用过的。"
        self.fields["new_password1"].help_text = rule
