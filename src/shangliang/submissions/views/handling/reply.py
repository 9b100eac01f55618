"""答复页: written ask by ask with autosave, countersigned, checked and read at one address."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ....notices.models import Notice
from ....procedures.forms import FORMS
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Role, Seat
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.draft_reply import draft_reply
from ...actions.edit import Outdated
from ...actions.edit_reply import edit_reply
from ...actions.log_contact import log_contact
from ...forms.replies import LogContact
from ...handling.reply_form import Sent, read
from ...handling.reply_page import build, load, may
from ...models import Reply

SIGNED_OUT = "登录已过期，没有存。文字还在本页，请在新标签页登录后再存"


class ContactHere(LogContact):
    """The contact form inside the reply's own form: nothing typed there is lost by adding one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="contact", auto_id="c_%s", **kwargs)

    def prepare(self) -> None:
        del self.fields["with_person"]
        self.fields["means"].choices = [("", "请选择")] + [  # type: ignore[attr-defined]
            (m, m) for m in self.case.rules.contact_means
        ]
        self.initial.update(phase="before" if self.case.round == 1 else "after", on=today())


@require_POST
@needs(Role.UNIT_STAFF, Role.UNIT_HEAD)
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the reply of this round; pressed twice it opens the same one."""
    return redirect("reply", pk=draft_reply(seat_of(request), pk).pk)


@require_http_methods(["GET", "POST"])
@needs()
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page by role and state. POST is the writer's one form: save, add a contact, send."""
    seat = seat_of(request)
    reply = load(seat, pk)
    if request.method == "GET":
        if request.GET.get("part") == "fit":
            return fit(request, seat, reply)
        if reply.assignment.unit_id in seat.units:
            seen(seat, reply)
        return show(request, seat, reply)
    return write(request, seat, reply)


def seen(seat: Seat, reply: Reply) -> None:
    """What was told about this case has been looked at: it leaves "有变化"."""
    Notice.objects.filter(
        to_id=seat.person_id,
        case_type="submission",
        case_id=reply.submission_id,
        read_at__isnull=True,
    ).update(read_at=timezone.now())


def write(request: HttpRequest, seat: Seat, reply: Reply) -> HttpResponse:
    """Save first, whatever the button; then do what it says."""
    sent = read(request.POST, reply)
    try:
        edit_reply(seat, reply.pk, fields=sent.fields, answers=sent.answers, revision=sent.revision)
    except Outdated as refused:
        words = f"{refused}您这里写的还在，请对照后再存一次。"
        return show(request, seat, typed(load(seat, reply.pk), sent), words, sent, status=409)
    except Refused as refused:
        return show(
            request, seat, typed(load(seat, reply.pk), sent), str(refused), sent, status=409
        )
    if sent.errors:
        fresh = load(seat, reply.pk)
        return show(request, seat, fresh, "有日期看不懂，别的都已存。", sent, status=422)
    act = request.POST.get("act", "save")
    if act == "contact":
        return add_contact(request, seat, reply.pk)
    if act in ("circulate", "submit_reply"):
        return send(request, seat, reply.pk, act)
    messages.success(request, f"已存 {timezone.localtime():%H:%M:%S}")
    return redirect("reply", pk=reply.pk)


def send(request: HttpRequest, seat: Seat, pk: int, verb: str) -> HttpResponse:
    """送会签 or 送审; refused with everything saved and the reasons listed."""
    try:
        REGISTRY[("reply", verb)](seat, pk)
    except Refused as refused:
        return show(request, seat, load(seat, pk), f"已存，还没有送出。{refused}", status=409)
    reply = load(seat, pk)
    done = {
        "countersigning": "已送会签，会办单位会收到",
        "checking": "已送审，审核通过后送达提案人",
        "sent": "已送出",
    }
    messages.success(request, done.get(reply.state, "已送出"))
    return redirect("reply", pk=pk)


def add_contact(request: HttpRequest, seat: Seat, pk: int) -> HttpResponse:
    """A contact logged in place; what was refused stays typed."""
    reply = load(seat, pk)
    form = ContactHere(request.POST, case=reply.assignment, seat=seat)
    problem = "沟通记录还差一点，见右边“沟通”。"
    if form.is_valid():
        try:
            log_contact(seat, reply.assignment_id, **form.arguments())
        except Refused as refused:
            form.add_error(None, str(refused))
            problem = f"沟通没有记上：{refused}"
        else:
            messages.success(request, "沟通已记")
            return redirect(f"{request.path}#contact")
    return show(request, seat, reply, problem, contact=form, status=422)


def typed(reply: Reply, sent: Sent) -> Reply:
    """Put what was typed over what is saved, for a page shown again; nothing is stored."""
    for name, value in sent.fields.items():
        setattr(reply, name, value)
    by_ask = {data["ask"]: data for data in sent.answers}
    for answer in reply.answers.all():
        for name, value in by_ask.get(answer.recommendation_id, {"ask": 0}).items():
            if name != "ask":
                setattr(answer, name, value)
    return reply


@require_POST
def save(request: HttpRequest, pk: int) -> JsonResponse:
    """Autosave: JSON whatever happens, so that the page says it in words and keeps the text."""
    seat = seat_of(request)
    if not seat.signed_in:
        return JsonResponse({"error": SIGNED_OUT}, status=401)
    reply = load(seat, pk)
    sent = read(request.POST, reply)
    try:
        saved = edit_reply(
            seat, pk, fields=sent.fields, answers=sent.answers, revision=sent.revision
        )
    except Outdated as refused:
        return JsonResponse(conflict(load(seat, pk), refused.revision), status=409)
    except Refused as refused:
        status = 403 if refused.kind in ("who", "wall") else 422
        return JsonResponse({"error": str(refused)}, status=status)
    if sent.errors:
        return JsonResponse({"error": "有日期看不懂，别的已存"}, status=422)
    return JsonResponse(
        {
            "saved_at": f"{timezone.localtime(saved.saved_at):%H:%M:%S}",
            "revision": saved.revision,
        }
    )


def conflict(reply: Reply, revision: int) -> dict[str, Any]:
    """The newer text, for the page to lay beside the typed one."""
    fields = {name: getattr(reply, name) for name in ("opening", "closing", "doc_number")}
    for answer in reply.answers.all():
        fields[f"a{answer.recommendation_id}-text"] = answer.text
    return {"revision": revision, "fields": fields, "by": "同单位的另一位或另一个窗口"}


def fit(request: HttpRequest, seat: Seat, reply: Reply) -> HttpResponse:
    """The send button with what is still missing, asked for again after each pause in writing."""
    return render(request, "submissions/handling/_fit.html", {"page": build(seat, reply)})


def show(
    request: HttpRequest,
    seat: Seat,
    reply: Reply,
    problem: str = "",
    sent: Sent | None = None,
    contact: ContactHere | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; ``sent`` and ``contact`` keep what was typed."""
    shown = build(seat, reply)
    errors = sent.errors if sent else {}
    for line in shown.lines:
        line.due_error = errors.get(f"a{line.ask.pk}-promise_due", "")
    forms = {}
    for verb in ("countersign", "reject_check", "change_grade"):
        if may(seat, reply, verb):
            forms[verb] = FORMS[("reply", verb)](case=reply, seat=seat, auto_id=f"{verb}_%s")
    context = {
        "page": shown,
        "reply": reply,
        "case": reply.submission,
        "unit": reply.assignment.unit,
        "rules": reply.rules,
        "problem": problem,
        "contact": contact or ContactHere(case=reply.assignment, seat=seat),
        "contact_open": contact is not None,
        "forms": forms,
        "may_recall": may(seat, reply, "recall"),
        "may_pass": may(seat, reply, "pass_check"),
        "differing": [c for c in shown.countersigns if c.state == "differs"],
        "today": today(),
    }
    return render(request, "submissions/handling/reply.html", context, status=status)
