"""The one door to every PBX: reads, plans and decides, and dials what consent allows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from traydial.core import consent
from traydial.core.adapter import Capability
from traydial.core.call import Call, CallState
from traydial.core.consent import AlreadyCalling, Ask, RecentCall, Refuse, Source, Stage, Undo, Verdict
from traydial.core.dialplan import plan as dialplan
from traydial.core.errors import AppError, Cancelled, ConsentRefused, NumberRejected
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
from traydial.services.calling.calls import Calls
from traydial.services.calling.pending_request import PendingRequest, Step
from traydial.services.calling.planned_call import PlannedCall
from traydial.services.calling.recording import QUESTION_S
from traydial.services.worker import report

if TYPE_CHECKING:
    from traydial.core.account import Account
    from traydial.core.config import Config
    from traydial.core.events import DialerEvent, DialRequest, QuestionAsked
    from traydial.core.number.value import Candidate, Reading
    from traydial.core.ports import ScreenLock
    from traydial.services.calling.pbx_runner import PbxRunner
    from traydial.services.history.store import HistoryStore
    from traydial.services.registry import Registry

EXAMPLES = ("tel:112", "+1 201 555 0123")  # a link and a text: what reading them loads, the first request finds loaded
OPEN_QUESTIONS = 5  # a page that opens links in a loop does not bury the user


class Dialer:
    """Lives on one thread: its methods, `emit` and the jobs given to `after` all run there.

    `after(delay_s, job)` runs a job later on that thread and may be called from any other (`Worker.after`). `emit` gets
    every event and may call back into the dialer. Methods return at once and raise nothing; results are events.
    `calls` are those that were placed: there they are hung up and recorded.
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
        self.calls = Calls(
            runner=runner,
            history=history,
            now=now,
            monotonic=monotonic,
            after=after,
            emit=self._emit,
            consent_needed=lambda plan: consent_needed(plan, self._config.recording),
        )
        self._waiting: dict[str, PendingRequest] = {}
        self._last_link_s: float | None = None
        self._armed = False
        self.configure(config)

    def configure(self, config: Config) -> None:
        """Dial by `config` from now on, and configure the runner too. Open calls and questions go on."""
        self._config = config
        self.calls.forget_after(config.calls.forget_after_min * 60)
        self._runner.configure(config)

    def warm(self) -> None:
        """Load numbering plans and history ahead of the first request, which would wait for them."""
        for text in EXAMPLES:
            read(text, region=self._region)
        self._history.countries()

    def request(self, request: DialRequest) -> None:
        """Read, plan and decide; dial where consent says so."""
        asked_s = self._monotonic()
        pending = PendingRequest(request, asked_s, None if self._last_link_s is None else asked_s - self._last_link_s)
        if request.source is Source.LINK:
            self._last_link_s = asked_s
        with self._declining(request):
            if request.source is Source.LINK and not self._config.consent.links:
                raise ConsentRefused("links_off")
            if self._config.accounts and not (request.account_id or self._config.default_id):
                known = tuple(account.id for account in self._config.accounts)
                event = AccountNeeded(request_id=request.id, request=request, accounts=known)
                self._ask(pending, Step.ACCOUNT, event)
            else:
                self._read(pending)

    def choose_account(self, request_id: str, account_id: str) -> None:
        """Answer AccountNeeded; the request goes on as one that names `account_id`."""
        pending = self._waiting.get(request_id)
        if pending is not None and pending.step is Step.ACCOUNT:
            del self._waiting[request_id]
            pending.request = replace(pending.request, account_id=account_id)
            with self._declining(pending.request):
                self._read(pending)

    def choose(self, request_id: str, index: int) -> None:
        """Answer ChoiceNeeded with one of its candidates."""
        pending = self._waiting.get(request_id)
        if pending is not None and pending.step is Step.CHOICE and 0 <= index < len(pending.candidates):
            del self._waiting[request_id]
            with self._declining(pending.request):
                self._consider(pending, pending.candidates[index])

    def confirm(self, request_id: str) -> None:
        """Answer ConsentNeeded with yes: hang up the calls that last, where the PBX can, then dial.

        A countdown is cut short.
        """
        pending = self._waiting.get(request_id)
        if pending is None or pending.step not in (Step.CONSENT, Step.COUNTDOWN):
            return
        pending.step = Step.HANG_UP
        if "in_call" in pending.reasons:
            pending.hangs_up = {call.id for call in self.calls.lasting if self._can_hang_up(call)}
        for call_id in tuple(pending.hangs_up):
            self.calls.hang_up(call_id)
        if not pending.hangs_up:
            self._go_on(pending, Step.HANG_UP)

    def refuse(self, request_id: str) -> None:
        """Answer ConsentNeeded with no."""
        pending = self._waiting.pop(request_id, None)
        if pending is not None:
            self._decline(pending.request, ConsentRefused("refused_by_user"))

    def answer_recording(self, request_id: str, agreed: bool) -> None:
        """Answer RecordingConsentNeeded: a no dials without recording, or leaves the call unrecorded."""
        pending = self._waiting.get(request_id)
        if pending is None:
            self.calls.recording.answer(request_id, agreed=agreed)
        elif pending.step is Step.AGREEMENT:
            pending.agreed = agreed
            self._go_on(pending, Step.AGREEMENT)

    def cancel(self, request_id: str) -> None:
        """Cancel a request that waits, counts down, is under way or was accepted a moment ago."""
        pending = self._waiting.pop(request_id, None)
        if pending is None:
            self.calls.cancel(request_id)
            return
        cancelled = Cancelled(sent=False)
        if pending.step is Step.COUNTDOWN and pending.planned is not None:
            call = pending.planned.call(pending.request, at=self._now())
            call = replace(call, state=CallState.CANCELLED, error=cancelled)
            self._history.add(call, pending.request.source)
        self._decline(pending.request, cancelled)

    def arm_recording(self, on: bool) -> None:
        """Have the next call recorded, once."""
        self._armed = on
        self._emit(RecordingArmed(on=on))

    @property
    def _region(self) -> str:
        return self._config.region or self._system_region

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

    def _read(self, pending: PendingRequest) -> None:
        """Read the request as it is meant where its account is; `_plan` reads it again where a rule names another."""
        request = pending.request
        try:
            found = self._reading(request, self._config.account(request.account_id))
        except NumberRejected as error:
            found = self._reading_abroad(request, error)
        pending.region = found.region
        if len(found.candidates) == 1:
            self._consider(pending, found.candidates[0])
        else:
            pending.candidates = found.candidates
            event = ChoiceNeeded(request_id=request.id, request=request, candidates=found.candidates, cut=found.cut)
            self._ask(pending, Step.CHOICE, event)

    def _reading(self, request: DialRequest, account: Account) -> Reading:
        rules = self._registry.spec(account.pbx).number_rules
        find = read_link if request.source is Source.LINK else read
        return find(request.text, region=dialplan.home_region(account, rules, region=self._region))

    def _reading_abroad(self, request: DialRequest, error: NumberRejected) -> Reading:
        """Read what is no number at home where an account is whose rule matches it as it is written. Raises `error`."""
        for account in self._config.accounts if not request.account_id else ():
            with contextlib.suppress(NumberRejected):
                found = self._reading(request, account)
                if all(dialplan.routes_as_written(candidate, account) for candidate in found.candidates):
                    return found
        raise error

    def _read_again(self, request: DialRequest, candidate: Candidate, account: Account) -> Candidate:
        """Return what `candidate` is where `account` is, if the account's rule matches it there too."""
        with contextlib.suppress(NumberRejected):
            for there in self._reading(request, account).candidates:
                same = (there.start, there.end) == (candidate.start, candidate.end)
                if same and dialplan.route(there, (account,), region=self._region):
                    return there
        return candidate

    def _consider(self, pending: PendingRequest, candidate: Candidate) -> None:
        request = pending.request
        pending.planned = planned = self._plan(pending, candidate)
        planned.check(request, armed=self._armed)
        plan, verdict = planned.plan, self._verdict(pending, planned, yes=request.yes)
        if request.dry_run:
            self._emit(Planned(request_id=request.id, plan=plan, verdict=verdict))
            return
        match verdict:
            case Ask(reasons=why, dangerous=dangerous):
                pending.reasons = why
                event = ConsentNeeded(
                    request_id=request.id, request=request, plan=plan, reasons=why, dangerous=dangerous
                )
                self._ask(pending, Step.CONSENT, event)
            case Undo(seconds=seconds):
                until_s = self._monotonic() + seconds
                countdown = UndoCountdown(request_id=request.id, plan=plan, seconds=seconds, until_s=until_s)
                self._ask(pending, Step.COUNTDOWN, countdown)
                self._after(seconds, lambda: self._go_on(pending, Step.COUNTDOWN))
            case _:
                self._carry_out(pending, planned, verdict)

    def _plan(self, pending: PendingRequest, candidate: Candidate) -> PlannedCall:
        request = pending.request
        routed = "" if request.account_id else dialplan.route(candidate, self._config.accounts, region=self._region)
        account = self._config.account(request.account_id or routed)
        spec = self._registry.spec(account.pbx)
        home = dialplan.home_region(account, spec.number_rules, region=self._region)
        if routed and home != pending.region:
            candidate = self._read_again(request, candidate, account)
        plan = dialplan.plan(candidate, account, spec.number_rules, region=self._region)
        return PlannedCall(replace(plan, name=self._history.name_of(candidate.key)), account, spec)

    def _verdict(self, pending: PendingRequest, planned: PlannedCall, *, yes: bool) -> Verdict:
        source, plan = pending.request.source, planned.plan
        context = consent.ConsentContext(
            dialled_before=self._history.dialled_before(plan.candidate.key),
            contact=plan.name != "",
            countries=self._history.countries(),
            screen_locked=source is Source.LINK and self._screen_lock.is_locked(),
            since_last_link_s=pending.since_last_link_s,
            calls_last_minute=self.calls.count_of_last_minute(),
            in_call=bool(self.calls.lasting),
            calls=(*self.calls.recent(), *self._open_questions()),
        )
        return consent.decide(plan, source=source, context=context, settings=self._config.consent, yes=yes)

    def _open_questions(self) -> Iterator[RecentCall]:
        for pending in self._waiting.values():
            if pending.planned is not None:
                yield RecentCall(
                    id=pending.request.id,
                    number=pending.planned.plan.dialled,
                    account_id=pending.planned.account.id,
                    age_s=self._monotonic() - pending.asked_s,
                    stage=Stage.WAITING,
                )

    def _ask(self, pending: PendingRequest, step: Step, event: QuestionAsked | UndoCountdown) -> None:
        """Have the request wait in `step`, and say so; a question is declined when nobody answers it."""
        if len(self._waiting) >= OPEN_QUESTIONS:
            raise ConsentRefused("questions_open")
        self._waiting[event.request_id] = pending
        pending.step = step
        self._emit(event)
        if step is not Step.COUNTDOWN:
            self._after(QUESTION_S, lambda: self._expire(pending, step))

    def _expire(self, pending: PendingRequest, step: Step) -> None:
        if self._waits(pending, step):
            del self._waiting[pending.request.id]
            self._decline(pending.request, ConsentRefused("unanswered"))

    def _waits(self, pending: PendingRequest, step: Step) -> bool:
        return self._waiting.get(pending.request.id) is pending and pending.step is step

    def _can_hang_up(self, call: Call) -> bool:
        return call.state is CallState.REQUESTED or Capability.HANG_UP in self._registry.spec(call.pbx).capabilities

    def _emit(self, event: DialerEvent) -> None:
        self._emit_further(event)
        if isinstance(event, CallChanged) and (event.call.state.over or event.call.error is not None):
            for pending in tuple(self._waiting.values()):
                if event.call.id in pending.hangs_up:
                    self._make_way(pending, event.call)

    def _make_way(self, pending: PendingRequest, call: Call) -> None:
        """Go on when `call` is over; when it could not be hung up, place nothing beside it."""
        pending.hangs_up.discard(call.id)
        if not call.state.over:
            del self._waiting[pending.request.id]
            self._decline(pending.request, call.error or ConsentRefused("refused_by_user"))
        elif not pending.hangs_up:
            self._after(0.0, lambda: self._go_on(pending, Step.HANG_UP))

    def _go_on(self, pending: PendingRequest, step: Step) -> None:
        """Carry out what has waited in `step`, if it still does; an account that has gone meanwhile dials nothing."""
        if self._waits(pending, step) and pending.planned is not None:
            del self._waiting[pending.request.id]
            with self._declining(pending.request):
                self._config.account(pending.planned.account.id)
                self._carry_out(pending, pending.planned, self._verdict(pending, pending.planned, yes=True))

    def _carry_out(self, pending: PendingRequest, planned: PlannedCall, verdict: Verdict) -> None:
        request = pending.request
        match verdict:
            case Refuse() | AlreadyCalling():
                raise verdict.error()
        record = planned.records(request, armed=self._armed)
        if record and pending.agreed is None and consent_needed(planned.plan, self._config.recording):
            if request.yes:
                pending.agreed = True
            elif consent.is_emergency(planned.plan):
                record = False  # nothing holds up a call for help
            else:
                event = RecordingConsentNeeded(request_id=request.id, plan=planned.plan)
                self._ask(pending, Step.AGREEMENT, event)
                return
        record = record and pending.agreed is not False
        self.calls.place(request, planned, record=record, agreed=pending.agreed)
        if request.record is None and self._armed:
            self.arm_recording(on=False)
