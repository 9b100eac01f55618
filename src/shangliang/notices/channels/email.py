"""E-mail as plain text: the subject says what, each line one thing."""

import smtplib
from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.message import BadHeaderError

from .base import Receiver, Result


class EmailChannel:
    """By the mail server of the settings."""

    label = "电子邮件"

    def send(self, to: Receiver, subject: str, lines: Sequence[str]) -> Result:
        if not to.email:
            return Result(False, "没有登记电子邮箱", again=False)
        one_line = " ".join(subject.split())[:150]
        message = EmailMessage(
            one_line, "\n".join(lines) + "\n", settings.DEFAULT_FROM_EMAIL, [to.email]
        )
        try:
            message.send()
        except smtplib.SMTPRecipientsRefused:
            return Result(False, "对方邮局不收这个地址，请核对邮箱", again=False)
        except (smtplib.SMTPException, OSError) as error:
            return Result(False, f"邮件服务器没有接受（{type(error).__name__}）")
        except (BadHeaderError, ValueError) as error:
            return Result(False, f"邮件写不成（{type(error).__name__}）", again=False)
        return Result(True, "已交邮件服务器")
