"""What the Record and Hang up controls say and allow, the same in the menu and in the popup. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from traydial.core.adapter import Capability
from traydial.core.call import CallState, RecordingState
from traydial.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from traydial.core.adapter import AdapterSpec
    from traydial.core.call import Call
    from traydial.words.messages import Translate

RECORD = QT_TRANSLATE_NOOP("controls", "&Record call")
RECORD_NEXT = QT_TRANSLATE_NOOP("controls", "&Record the next call")
HANG_UP = QT_TRANSLATE_NOOP("controls", "&Hang up")
CANCEL_CALL = QT_TRANSLATE_NOOP("controls", "Cance&l the call")
NO_CALL = QT_TRANSLATE_NOOP("controls", "no call right now")
NO_ACCOUNT = QT_TRANSLATE_NOOP("controls", "no account yet")
NOT_OFFERED = QT_TRANSLATE_NOOP("controls", "not offered by {pbx}")
BEFORE_THE_CALL = QT_TRANSLATE_NOOP("controls", "{pbx} needs to know before the call")
FORCED = QT_TRANSLATE_NOOP("controls", "the PBX records this call in any case")


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A control as it stands: `obstacle` says in a few words why it is greyed, `absent` which ability the PBX lacks."""

    text: str
    enabled: bool = True
    checked: bool = False
    obstacle: str = ""
    absent: Capability | None = None
    pbx: str = ""

    def words(self, translate: Translate) -> str:
        """The text, with the obstacle in it: not every tray host shows tooltips."""
        text = translate("controls", self.text)
        if not self.obstacle:
            return text
        return f"{text} – {translate('controls', self.obstacle).format(pbx=self.pbx)}"

    def why_not(self, spec: AdapterSpec | None, translate: Translate) -> str:
        """The PBX's own explanation, for the tooltip; empty when there is nothing to explain."""
        if spec is None or self.absent is None:
            return ""
        return translate(spec.id, spec.absent.get(self.absent, ""))


def record_control(call: Call | None, spec: AdapterSpec | None, *, armed: bool) -> Control:
    """`call` is the running call or None, `spec` its PBX or else that of the account that dials next."""
    if spec is None:
        return Control(text=RECORD, enabled=False, obstacle=NO_ACCOUNT)
    at_dial = Capability.RECORD_AT_DIAL in spec.capabilities
    during = Capability.RECORD_DURING_CALL in spec.capabilities
    if not at_dial and not during:
        lacking = Capability.RECORD_DURING_CALL if call else Capability.RECORD_AT_DIAL
        return Control(text=RECORD, enabled=False, obstacle=NOT_OFFERED, absent=lacking, pbx=spec.name)
    if call is None and at_dial:
        return Control(text=RECORD_NEXT, checked=armed)
    if call is None:
        return Control(text=RECORD, enabled=False, obstacle=NO_CALL)
    on = call.recording in (RecordingState.ON, RecordingState.STOPPING, RecordingState.LOCKED)
    if call.recording is RecordingState.LOCKED:
        return Control(text=RECORD, enabled=False, checked=True, obstacle=FORCED)
    if not during:
        lacking = Capability.RECORD_DURING_CALL
        return Control(text=RECORD, enabled=False, checked=on, obstacle=BEFORE_THE_CALL, absent=lacking, pbx=spec.name)
    under_way = (
        call.recording in (RecordingState.STARTING, RecordingState.STOPPING) or call.state is CallState.REQUESTED
    )
    return Control(text=RECORD, enabled=not under_way, checked=on)


def hang_up_control(call: Call | None, spec: AdapterSpec | None, *, undoing: bool = False) -> Control:
    """A request that has not been answered yet can be cancelled whatever the PBX can do."""
    if undoing:
        return Control(text=CANCEL_CALL)
    if call is None or spec is None:
        return Control(text=HANG_UP, enabled=False)
    if call.state is CallState.REQUESTED or Capability.HANG_UP in spec.capabilities:
        return Control(text=HANG_UP)
    return Control(text=HANG_UP, enabled=False, obstacle=NOT_OFFERED, absent=Capability.HANG_UP, pbx=spec.name)
