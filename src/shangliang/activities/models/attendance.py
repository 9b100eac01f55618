"""Who was asked, what they answered, and when they came: facts, from which every count is made."""

from datetime import date, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

from ...actors.models import Actor, CommitteeOwned
from .activity import Activity, Sitting


def told_in_time(told_at: datetime, notice_days: int, day: date) -> bool:
    """Whether who was told at that moment was told as many days before ``day`` as asked."""
    return timezone.localdate(told_at) + timedelta(days=notice_days) <= day


class Attendance(CommitteeOwned):
    """One person at one activity. The state is the answer; coming is :class:`Presence`.

    ``told_at`` is the last notice of the time that holds: after a move, that of the move.
    """

    part_of = "activity"

    class As(models.TextChoices):
        MEMBER = "member", "出席"
        GUEST = "guest", "列席"
        SPEAKER = "speaker", "主讲"
        FRIEND = "friend", "政协之友"

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="attendances")
    state = models.CharField("答复", max_length=14, default="invited")
    role = models.CharField("身份", max_length=10, choices=As.choices, default=As.MEMBER)
    via = models.JSONField("通过哪些界别、机构邀请", default=list)
    walk_in = models.BooleanField("没有受邀而到", default=False)
    invited_at = models.DateTimeField("邀请", null=True, blank=True)
    told_at = models.DateTimeField("最后一次告知时间", null=True, blank=True)
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)
    group_name = models.CharField("分组", max_length=40, blank=True)
    seat_label = models.CharField("座位", max_length=20, blank=True)

    class Meta:
        ordering = ("person__stroke_key", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["activity", "person"], name="one_person_once_at_an_activity"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["committee", "person", "state"])]

    def __str__(self) -> str:
        return f"{self.person_id} {self.activity_id}"

    @property
    def root(self) -> Activity:
        return self.activity

    @property
    def in_time(self) -> bool:
        """Told as many days before as the kind asks (E18): else absence does not count."""
        if self.told_at is None:
            return False
        day = timezone.localdate(self.activity.starts_at)
        return told_in_time(self.told_at, self.activity.notice_days, day)


class Leave(CommitteeOwned):
    """A request for leave. The reason is read by the one who asks and the one who grants, no other."""

    class State(models.TextChoices):
        ASKED = "asked", "等批准"
        GRANTED = "granted", "准假"
        REFUSED = "refused", "未准"
        TAKEN_BACK = "taken_back", "自己收回"

    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="leaves")
    reason = models.TextField("事由", max_length=500)
    sittings = models.JSONField("哪些单元，空为全程", default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField("批复", max_length=200, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.attendance_id} {self.get_state_display()}"


class Presence(CommitteeOwned):
    """When a person came to and left one sitting: the earliest and latest of the ticks."""

    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="presences")
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="presences")
    came_at = models.DateTimeField("到")
    left_at = models.DateTimeField("离", null=True, blank=True)

    class Meta:
        ordering = ("sitting_id", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attendance", "sitting"], name="one_presence_a_sitting")
        ]

    def __str__(self) -> str:
        return f"{self.attendance_id} {self.came_at:%H:%M}"


class Tick(CommitteeOwned):
    """One sign-in as it was taken: by which way, device and clock. Never changed, never doubled.

    ``key`` is made where the tick is taken (device and its own count), so that sending it twice
    changes nothing. ``at`` is the time that counts, ``device_at`` what the device said.
    """

    class Way(models.TextChoices):
        CODE = "code", "扫码"
        LIST = "list", "名单"
        OFFLINE = "offline", "离线名单"

    class What(models.TextChoices):
        IN = "in", "到"
        OUT = "out", "离"

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="ticks")
    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="ticks")
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=4, choices=What.choices, default=What.IN)
    way = models.CharField(max_length=8, choices=Way.choices)
    at = models.DateTimeField("时间")
    device = models.CharField("设备", max_length=40, blank=True)
    device_at = models.DateTimeField("设备时间", null=True, blank=True)
    doubt = models.CharField("疑点", max_length=120, blank=True)
    key = models.CharField(max_length=80)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("at", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "key"], name="a_tick_is_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.attendance_id} {self.way} {self.at:%H:%M}"


class Correction(CommitteeOwned):
    """A change of the attendance after closing: both versions stay, with the reason."""

    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="corrections")
    was = models.CharField("原来", max_length=60)
    now = models.CharField("改为", max_length=60)
    reason = models.CharField("依据", max_length=300)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.was} → {self.now}"
