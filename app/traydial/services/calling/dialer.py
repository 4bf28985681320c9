"""The one door to every PBX: reads, plans and decides, and dials what consent allows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from traydial.core import consent
from traydial.core.adapter import RECORDS, Capability
from traydial.core.call import Call, CallState
from traydial.core.consent import AlreadyCalling, Ask, RecentCall, Refuse, Source, Undo, Verdict
from traydial.core.dialplan import plan as dialplan
from traydial.core.errors import AppError, Cancelled, ConsentRefused, Unsupported
from traydial.core.events import (
    AccountNeeded,
    CallChanged,
    ChoiceNeeded,
    ConsentNeeded,
    Declined,
    Planned,
    RecordingArmed,
    RecordingConsentNeeded,
    UndoCountdown,
)
from traydial.core.number.read import read, read_link
from traydial.core.recording_consent import consent_needed
from traydial.services.accounts import checked
from traydial.services.calling.calls import QUESTION_S, Calls
from traydial.services.worker import report

if TYPE_CHECKING:
    from traydial.core.adapter import AdapterSpec
    from traydial.core.config import Config
    from traydial.core.dialplan.plan import DialPlan
    from traydial.core.events import DialerEvent, DialRequest, QuestionAsked
    from traydial.core.number.value import Candidate
    from traydial.core.ports import ScreenLock
    from traydial.services.calling.pbx_runner import PbxRunner
    from traydial.services.history.store import HistoryStore
    from traydial.services.registry import Registry

EXAMPLES = ("tel:112", "+1 201 555 0123")  # a link and a text: what reading them loads, the first request finds loaded
OPEN_QUESTIONS = 5  # a page that opens links in a loop does not bury the user


@dataclass(slots=True, eq=False)
class _Question:
    """A request on its way through the door, and what it waits for there."""

    request: DialRequest
    asked_s: float
    since_last_link_s: float | None
    candidates: tuple[Candidate, ...] = ()
    plan: DialPlan | None = None
    event: QuestionAsked | UndoCountdown | None = None  # what was asked last, until it is answered
    telling: bool = False  # whether it waits for the answer to RecordingConsentNeeded
    agreed: bool | None = None  # what was answered to that
    hangs_up: set[str] = field(default_factory=set)  # ids of the calls that must be over first
    undone: Call | None = None  # what the history keeps when the countdown is cancelled


class Dialer:
    """Lives on one thread: its methods, `emit` and the jobs given to `after` all run there.

    `after(delay_s, job)` runs a job later on that thread and may be called from any other (`Worker.after`). `emit` gets
    every event and may call back into the dialer. Methods return at once and raise nothing; results are events.
    """

    def __init__(
        self,
        *,
        runner: PbxRunner,
        registry: Registry,
        history: HistoryStore,
        config: Config,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        screen_lock: ScreenLock,
        after: Callable[[float, Callable[[], None]], None],
        emit: Callable[[DialerEvent], None],
        system_region: str,
    ) -> None:
        self._runner = runner
        self._registry = registry
        self._history = history
        self._now = now
        self._monotonic = monotonic
        self._screen_lock = screen_lock
        self._after = after
        self._emit_further = emit
        self._system_region = system_region
        self._calls = Calls(
            runner=runner,
            history=history,
            now=now,
            monotonic=monotonic,
            after=after,
            emit=self._emit,
            consent_needed=lambda plan: consent_needed(plan, self._config.recording),
        )
        self._waiting: dict[str, _Question] = {}
        self._last_link_s: float | None = None
        self._armed = False
        self.configure(config)

    @property
    def current(self) -> Call | None:
        """The latest call that is not over."""
        return self._calls.current

    @property
    def open_calls(self) -> tuple[Call, ...]:
        """The calls that are not over, oldest first."""
        return self._calls.open

    def configure(self, config: Config) -> None:
        """Dial by `config` from now on, and configure the runner too. Open calls and questions go on."""
        self._config = config
        self._calls.forget_after_s = config.calls.forget_after_min * 60
        self._runner.configure(config)

    def warm(self) -> None:
        """Load numbering plans and history ahead of the first request, which would wait for them."""
        for text in EXAMPLES:
            read(text, region=self._region)
        self._history.countries()

    def request(self, request: DialRequest) -> None:
        """Read, plan and decide; dial where consent says so."""
        asked_s = self._monotonic()
        question = _Question(request, asked_s, None if self._last_link_s is None else asked_s - self._last_link_s)
        if request.source is Source.LINK:
            self._last_link_s = asked_s
        with self._declining(request):
            if request.source is Source.LINK and not self._config.consent.links:
                raise ConsentRefused("links_off")
            if self._config.accounts and not (request.account_id or self._config.default_id):
                known = tuple(account.id for account in self._config.accounts)
                self._ask(question, AccountNeeded(request_id=request.id, request=request, accounts=known))
            else:
                self._read(question)

    def choose_account(self, request_id: str, account_id: str) -> None:
        """Answer AccountNeeded; the request goes on as one that names `account_id`."""
        question = self._waiting.get(request_id)
        if question is not None and isinstance(question.event, AccountNeeded):
            del self._waiting[request_id]
            question.request = replace(question.request, account_id=account_id)
            with self._declining(question.request):
                self._read(question)

    def choose(self, request_id: str, index: int) -> None:
        """Answer ChoiceNeeded with one of its candidates."""
        question = self._waiting.get(request_id)
        if question is not None and 0 <= index < len(question.candidates):
            del self._waiting[request_id]
            with self._declining(question.request):
                self._consider(question, question.candidates[index])

    def answer(self, request_id: str, yes: bool) -> None:
        """Answer ConsentNeeded."""
        if yes:
            self._hang_up_first(request_id)
        elif (question := self._waiting.pop(request_id, None)) is not None:
            self._decline(question.request, ConsentRefused("refused_by_user"))

    def answer_recording(self, request_id: str, agreed: bool) -> None:
        """Answer RecordingConsentNeeded: a no dials without recording, or leaves the call unrecorded."""
        question = self._waiting.get(request_id)
        if question is None:
            self._calls.answer_recording(request_id, agreed)
        elif question.telling:
            question.telling, question.agreed = False, agreed
            self._go_on(request_id)

    def cancel(self, request_id: str) -> None:
        """Cancel a request that waits, counts down, is under way or was accepted a moment ago."""
        question = self._waiting.pop(request_id, None)
        if question is not None:
            if question.undone is not None:
                self._history.add(question.undone, question.request.source)
            self._decline(question.request, Cancelled(sent=False))
        else:
            self._calls.cancel(request_id)

    def record(self, on: bool | None = None, *, yes: bool = False) -> None:
        """Start or stop recording the current call; None toggles. `yes` answers RecordingConsentNeeded."""
        self._calls.record(on, agreed=yes)

    def asks_to_record(self, on: bool | None = None) -> bool:
        """Whether `record(on)` would ask a person first."""
        return self._calls.asks_to_record(on)

    def hang_up(self) -> None:
        """End the current call, beside whatever its account is busy with."""
        self._calls.hang_up()

    def arm_recording(self, on: bool) -> None:
        """Have the next call recorded, once."""
        self._armed = on
        self._emit(RecordingArmed(on=on))

    @property
    def _region(self) -> str:
        return self._config.region or self._system_region

    def _read(self, question: _Question) -> None:
        request = question.request
        account = self._config.account(request.account_id)
        rules = self._registry.spec(account.pbx).number_rules
        find = read_link if request.source is Source.LINK else read
        found = find(request.text, region=dialplan.home_region(account, rules, region=self._region))
        if len(found.candidates) == 1:
            self._consider(question, found.candidates[0])
        else:
            question.candidates = found.candidates
            event = ChoiceNeeded(request_id=request.id, request=request, candidates=found.candidates, cut=found.cut)
            self._ask(question, event)

    @contextlib.contextmanager
    def _declining(self, request: DialRequest) -> Iterator[None]:
        """Whatever goes wrong before a call is placed declines the request."""
        try:
            yield
        except AppError as error:
            self._decline(request, error)
        except Exception as defect:  # noqa: BLE001 - a defect declines it as well
            self._decline(request, report(defect))

    def _decline(self, request: DialRequest, error: AppError) -> None:
        self._emit(Declined(request_id=request.id, input=request.text, error=error))

    def _consider(self, question: _Question, candidate: Candidate) -> None:
        request = question.request
        account_id = request.account_id or dialplan.route(candidate, self._config.accounts, region=self._region)
        account = self._config.account(account_id)
        spec = self._registry.spec(account.pbx)
        plan = dialplan.plan(candidate, account, spec.number_rules, region=self._region)
        plan = replace(plan, name=self._history.name_of(candidate.key))
        self._check_capabilities(request, plan, spec)
        question.candidates, question.plan = (), plan
        verdict = self._verdict(question, plan, yes=request.yes)
        if request.dry_run:
            self._emit(Planned(request_id=request.id, plan=plan, verdict=verdict))
            return
        match verdict:
            case Ask(reasons=why, dangerous=dangerous):
                self._ask(
                    question,
                    ConsentNeeded(request_id=request.id, request=request, plan=plan, reasons=why, dangerous=dangerous),
                )
            case Undo(seconds=seconds):
                question.undone = self._undone(request, plan, spec)
                until_s = self._monotonic() + seconds
                self._ask(question, UndoCountdown(request_id=request.id, plan=plan, seconds=seconds, until_s=until_s))
                self._after(seconds, lambda: self._go_on(request.id))
            case _:
                self._carry_out(question, plan, verdict)

    def _undone(self, request: DialRequest, plan: DialPlan, spec: AdapterSpec) -> Call:
        return Call(
            id=request.id,
            account_id=plan.account_id,
            pbx=spec.id,
            plan=plan,
            requested_at=self._now(),
            state=CallState.CANCELLED,
            error=Cancelled(sent=False),
            tag=request.tag,
            reference=request.reference,
        )

    def _check_capabilities(self, request: DialRequest, plan: DialPlan, spec: AdapterSpec) -> None:
        """Refuse before the call what the PBX would silently leave out."""
        wanted = (
            ("record", RECORDS, self._wants_recording(request, plan, spec)),
            ("tag", Capability.TAG, request.tag),
            ("reference", Capability.REFERENCE, request.reference),
        )
        for what, capability, is_wanted in wanted:
            if is_wanted and not spec.capabilities & capability:
                raise Unsupported("unsupported", field=what, pbx=spec.name)

    def _wants_recording(self, request: DialRequest, plan: DialPlan, spec: AdapterSpec) -> bool:
        """Whether to record from the start: by the request, as armed for once, by the account's rules or setting."""
        if request.record is not None or self._armed:
            return request.record is not False
        if plan.record is not None or spec.record_field is None:
            return plan.record is True
        field = spec.field(spec.record_field)
        settings = self._config.account(plan.account_id).settings
        return checked(field, settings.get(field.key, field.default)) is True

    def _verdict(self, question: _Question, plan: DialPlan, *, yes: bool) -> Verdict:
        source = question.request.source
        context = consent.ConsentContext(
            dialled_before=self._history.dialled_before(plan.candidate.key),
            contact=plan.name != "",
            countries=self._history.countries(),
            screen_locked=source is Source.LINK and self._screen_lock.is_locked(),
            since_last_link_s=question.since_last_link_s,
            calls_last_minute=self._calls.count_of_last_minute(),
            in_call=bool(self._calls.lasting),
            calls=(*self._calls.recent(), *self._open_questions()),
        )
        return consent.decide(plan, source=source, context=context, settings=self._config.consent, yes=yes)

    def _open_questions(self) -> Iterator[RecentCall]:
        for question in self._waiting.values():
            if question.plan is not None:
                yield RecentCall(
                    id=question.request.id,
                    number=question.plan.dialled,
                    account_id=question.plan.account_id,
                    age_s=self._monotonic() - question.asked_s,
                    waiting=True,
                )

    def _ask(self, question: _Question, event: QuestionAsked | UndoCountdown) -> None:
        if len(self._waiting) >= OPEN_QUESTIONS:
            raise ConsentRefused("questions_open")
        self._waiting[event.request_id] = question
        question.event = event
        self._emit(event)
        if not isinstance(event, UndoCountdown):
            self._after(QUESTION_S, lambda: self._expire(question, event))

    def _expire(self, question: _Question, event: QuestionAsked) -> None:
        """Decline what waits for the answer to `event`, unless it was given."""
        if self._waiting.get(event.request_id) is question and question.event is event:
            del self._waiting[event.request_id]
            self._decline(question.request, ConsentRefused("unanswered"))

    def _hang_up_first(self, request_id: str) -> None:
        """Go on once the calls that last are hung up, where the question was about that and the PBX can."""
        question = self._waiting.get(request_id)
        if question is None or question.plan is None or question.event is None:
            return
        if isinstance(question.event, ConsentNeeded) and "in_call" in question.event.reasons:
            question.hangs_up = {call.id for call in self._calls.lasting if self._can_hang_up(call)}
        question.event = None
        for call_id in tuple(question.hangs_up):
            self._calls.cancel(call_id)
        if not question.hangs_up:
            self._go_on(request_id)

    def _can_hang_up(self, call: Call) -> bool:
        return call.state is CallState.REQUESTED or Capability.HANG_UP in self._registry.spec(call.pbx).capabilities

    def _emit(self, event: DialerEvent) -> None:
        self._emit_further(event)
        if isinstance(event, CallChanged) and (event.call.state.over or event.call.error is not None):
            for question in tuple(self._waiting.values()):
                if event.call.id in question.hangs_up:
                    self._make_way(question, event.call)

    def _make_way(self, question: _Question, call: Call) -> None:
        """Go on when `call` is over; when it could not be hung up, place nothing beside it."""
        question.hangs_up.discard(call.id)
        if not call.state.over:
            del self._waiting[question.request.id]
            self._decline(question.request, call.error or ConsentRefused("refused_by_user"))
        elif not question.hangs_up:
            self._after(0.0, lambda: self._go_on(question.request.id))

    def _go_on(self, request_id: str) -> None:
        """Carry out what was answered with yes, or whose countdown is over."""
        question = self._waiting.get(request_id)
        if question is not None and question.plan is not None and not question.telling:
            del self._waiting[request_id]
            with self._declining(question.request):
                self._carry_out(question, question.plan, self._verdict(question, question.plan, yes=True))

    def _carry_out(self, question: _Question, plan: DialPlan, verdict: Verdict) -> None:
        request = question.request
        match verdict:
            case Refuse():
                raise verdict.error()
            case AlreadyCalling(call_id=call_id):
                raise ConsentRefused("already_calling", call=call_id)
            case _:
                spec = self._registry.spec(self._config.account(plan.account_id).pbx)
                record = self._wants_recording(request, plan, spec)
                if record and question.agreed is None and consent_needed(plan, self._config.recording):
                    if request.yes:
                        question.agreed = True
                    elif consent.is_emergency(plan):
                        record = False  # nothing holds up a call for help
                    else:
                        self._ask(question, RecordingConsentNeeded(request_id=request.id, plan=plan))
                        question.telling = True
                        return
                record = record and question.agreed is not False
                self._calls.place(request, plan, spec, record=record, agreed=question.agreed)
                if request.record is None and self._armed:
                    self.arm_recording(on=False)
