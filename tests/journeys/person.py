"""A person at the screen: finds things by what the accessibility tree calls them, acts by mouse and keyboard alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QPolygon

from desktop.session import Screen, Window
from journeys.accessibility import Box, Thing, Tree
from journeys.hands import RIGHT, WHEEL_DOWN, WHEEL_UP, Hands
from journeys.installed import Installed
from journeys.vocabulary import Vocabulary

Found = TypeVar("Found")
PATIENCE_S = 30.0
FIELDS = ("text", "password text", "entry", "spin button")
ENTRIES = ("menu item", "check menu item", "radio menu item")
ARROW = ((0, 0), (0, 17), (4, 13), (7, 19), (10, 18), (7, 12), (12, 12))
NOTICED_S = 0.1  # what no event reports is looked at again after so long
AGAIN_S = 3.0  # what was typed and has not arrived is typed again after so long


class Person:
    """Waits for what is to be seen before it acts, and reports what was on the screen when it does not appear."""

    def __init__(
        self, tree: Tree, screen: Screen, hands: Hands, program: Installed, words: Vocabulary, pictures: Path
    ) -> None:
        self.program = program
        self.words = words
        self._tree = tree
        self._screen = screen
        self._hands = hands
        self._pictures = pictures
        self._bus_name = ""
        size = screen.root.get_geometry()
        self.desk = Box(0, 0, size.width, size.height)

    # --- seeing

    def look(self) -> list[Thing]:
        """The windows and open menus of the program, as they are now."""
        if not self._bus_name:
            self._bus_name = self._until(lambda: self._tree.program(self.program.pid), "the program")
        return self._tree.look(self._bus_name)

    def looks_until_calm(self) -> list[Thing]:
        """Look until two looks show the same; return that."""
        looks: list[tuple[str, list[Thing]]] = [("?", [])]

        def same() -> bool:
            tops = self.look()
            looks.append(("\n".join(str(thing) for top in tops for thing in top), tops))
            return looks[-1][0] == looks[-2][0]

        self._until(same, "anything that stays as it is")
        return looks[-1][1]

    def sees(self, name: str, *roles: str, within: str = "") -> Thing:
        """Wait for something with this name, and one of these roles if any, in the window whose title begins so."""
        wanted = f"{' or '.join(roles) or 'something'} called {name!r}" + (f" in {within!r}" if within else "")
        return self._until(lambda: next(self._named(name, roles, within), None), wanted)

    def reads(self, *texts: str, within: str = "") -> Thing:
        """Wait until one of these is part of something that is said on the screen."""
        parts = set().union(*map(self.words.parts, texts))

        def said() -> Thing | None:
            everything = self._everything(within)
            return next((thing for thing in everything if any(part in thing.name for part in parts)), None)

        return self._until(said, f"the words {texts!r}")

    def no_words(self, text: str) -> None:
        """Wait until `text` is said nowhere any more."""
        parts = self.words.parts(text)
        self._until(
            lambda: not any(part in thing.name for thing in self._everything("") for part in parts), f"no {text!r}"
        )

    def window(self, title: str) -> Thing:
        """Wait for a window."""

        def found() -> Thing | None:
            return next((top for top in self.look() if self._titled(top, title)), None)

        return self._until(found, f"a window {title!r}")

    def no_window(self, title: str) -> None:
        """Wait until a window has gone."""
        self._until(lambda: not any(self._titled(top, title) for top in self.look()), f"no window {title!r}")

    # --- acting

    def clicks(self, name: str, *roles: str, within: str = "", button: int = 1) -> None:
        """Click the middle of something, once it stays in its place; scroll to it before if needed."""
        self.clicks_on(lambda: next(self._named(name, roles, within), None), name, button)

    def clicks_on(self, find: Callable[[], Thing | None], what: str, button: int = 1) -> None:
        thing = self._steady(find, what)
        while hidden := self._scrolled_away(thing):
            area, wheel = hidden
            self._hands.click(*area.centre, wheel)
            thing = self._steady(find, what)
        self._hands.click(*thing.box.centre, button)

    def picks(self, label: str, choice: str, within: str = "") -> None:
        """Open the list of choices beside a label and click one."""

        def beside() -> Thing | None:
            # On Linux Qt calls such a box by what is chosen in it.
            for caption in self._named(label, ("label",), within):
                row = caption.parent.children if caption.parent else []
                return next((part for part in row[row.index(caption) :] if part.role == "combo box"), None)
            return None

        self.clicks_on(beside, label)
        self.clicks(choice, "list item")

    def fills(self, label: str, text: str, within: str = "") -> None:
        """Click into the field of that name and type, in place of what stands there."""
        self.clicks(label, *FIELDS, within=within)
        self.has_keyboard(label, within=within)
        self._hands.keys("ctrl+a")
        self._hands.type(text)

    def writes(self, label: str, text: str, within: str = "") -> None:
        """Type into the field that has the keyboard, and look whether all of it is there.

        While windows come and go, a window manager gives keys to none of them for a moment; then it is typed again.
        """
        self.has_keyboard(label, within)

        def is_there() -> bool:
            fields = self._named(label, FIELDS, within)
            return any(self._tree.text(self._bus_name, field) == text for field in fields)

        def written() -> bool:
            self._hands.keys("ctrl+a")
            self._hands.type(text)
            patience_s = time.monotonic() + AGAIN_S
            while not (there := is_there()) and time.monotonic() < patience_s:
                self._tree.wait(NOTICED_S)
            return there

        self._until(written, f"{text!r} in {label!r}")

    def has_keyboard(self, label: str, within: str = "") -> None:
        """Wait until what is typed goes to the field of that name."""

        def focused() -> bool:
            return any("focused" in thing.states for thing in self._named(label, FIELDS, within))

        self._until(focused, f"the keyboard in {label!r}")

    def focused(self, name: str) -> Thing:
        """Wait until something of this name has the keyboard."""

        def found() -> Thing | None:
            return next((thing for thing in self._named(name, (), "") if "focused" in thing.states), None)

        return self._until(found, f"the keyboard on {name!r}")

    def types(self, text: str) -> None:
        """Type to whatever has the keyboard."""
        self._hands.type(text)

    def presses(self, *chords: str) -> None:
        self._hands.keys(*chords)

    def opens_menu(self) -> Thing:
        """Press the right button on the tray icon, and let it go once the menu is there."""
        x, y = self.icon().centre
        self._until(lambda: not self._menus(), "no other menu")  # and the program reports to us that one opens
        self.looks_until_calm()  # a window that is just closing would take the menu with it
        self._hands.press(int(x), int(y), RIGHT)
        menu, *_ = self._until(self._menus, "the menu")
        self._hands.release(RIGHT)
        return menu

    def leaves_menus(self) -> None:
        """Close every open menu by the keyboard."""
        while menus := len(self._menus()):
            self._hands.keys("Escape")
            # A click that follows at once may reach the program before the key does: keys go through an input method.
            self._until(lambda before=menus: len(self._menus()) < before, "one menu less")

    def chooses(self, *entries: str) -> None:
        """Open the tray's menu and click an entry; with several, the last is in the submenu of the one before."""
        self.opens_menu()
        for entry in entries:
            self.clicks(entry, *ENTRIES)

    def clicks_icon(self) -> None:
        x, y = self.icon().centre
        self._hands.click(int(x), int(y))

    def icon(self) -> Window:
        """Wait for the tray icon."""

        def found() -> Window | None:
            return next((window for window in self._screen.windows(self.program.pid) if window.kind == "icon"), None)

        return self._until(found, "the tray icon")

    def _menus(self) -> list[Thing]:
        return [top for top in self.look() if top.role == "popup menu"]

    # --- telling

    def picture(self, name: str) -> Path:
        """Keep what the screen shows, once every window is painted."""
        if self._bus_name:
            self._until(lambda: all(map(self._painted, self.look())), "every window painted")
        return self._photograph(name)

    def _photograph(self, name: str) -> Path:
        whole = Window(self._screen.root.id, *self.desk, "screen")
        image = QImage(self._screen.pixels(whole), whole.width, whole.height, QImage.Format.Format_RGB32)
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{name}.png"
        self._paint_pointer(image)
        assert image.save(str(path)), f"{path} cannot be written"
        return path

    def _painted(self, top: Thing) -> bool:
        """Whether there is more than one colour where a window is: what a program has not painted yet is plain."""
        x, y, right, bottom = top.box.x, top.box.y, top.box.x + top.box.width, top.box.y + top.box.height
        left, upper = max(x, 0), max(y, 0)
        size = min(right, self.desk.width) - left, min(bottom, self.desk.height) - upper
        pixels = self._screen.pixels(Window(0, left, upper, *size, "window"))
        return pixels != pixels[:4] * (len(pixels) // 4)

    def _paint_pointer(self, image: QImage) -> None:
        """Paint an arrow where the mouse is: the X server leaves it out of what it shows us."""
        x, y = self._hands.at
        arrow = QPolygon([QPoint(x + dx, y + dy) for dx, dy in ARROW])
        painter = QPainter(image)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawPolygon(arrow)
        painter.end()

    def _everything(self, within: str) -> Iterator[Thing]:
        for top in self.look():
            if not within or self._titled(top, within):
                yield from top

    def _titled(self, top: Thing, title: str) -> bool:
        """Whether a window has this title; Qt adds the program's name to most."""
        return top.parent is None and top.name.removesuffix(" — Traydial") in self.words.names(title)

    def _named(self, name: str, roles: tuple[str, ...], within: str) -> Iterator[Thing]:
        names = self.words.names(name)
        for thing in self._everything(within):
            # A field that must be filled in is called "Server, required".
            name_of_it = thing.name.partition(", ")[0] if thing.role in FIELDS else thing.name
            if name_of_it in names and (not roles or thing.role in roles):
                yield thing

    def _steady(self, find: Callable[[], Thing | None], what: str) -> Thing:
        """Wait until something is seen twice in the same place, and can be used."""
        before: Box | None = None

        def twice() -> Thing | None:
            nonlocal before
            thing = find()
            was, before = before, thing.box if thing else None
            steady = thing and "enabled" in thing.states and thing.box == was and self._is_there(thing)
            return thing if steady else None

        return self._until(twice, f"{what!r}, to click it")

    def _is_there(self, thing: Thing) -> bool:
        """Whether its window stands where the tree says: a window that is just coming is first reported elsewhere."""
        *_, top = thing, *thing.above
        x, y = top.box.centre
        windows = self._screen.windows(self.program.pid)
        return any(w.x <= x < w.x + w.width and w.y <= y < w.y + w.height for w in windows)

    def _scrolled_away(self, thing: Thing) -> tuple[Box, int] | None:
        """Where to turn the wheel, and which way, until a thing can be clicked; None where it can be clicked now."""
        _, y = thing.box.centre
        # What a box of choices unfolds lies over the rest of its window.
        around_it = takewhile(lambda outer: outer.role != "combo box", thing.above)
        clip = next((outer for outer in around_it if not outer.box.y <= y < outer.box.y + outer.box.height), None)
        if clip is None:
            return None
        around = (part for outer in clip.above for part in outer)
        bar = next((part for part in around if part.role == "scroll bar" and part.box.height == clip.box.height), None)
        assert bar, f"{thing} is outside of {clip}, which does not scroll"
        return bar.box, WHEEL_UP if y < clip.box.y else WHEEL_DOWN

    def _until(self, seen: Callable[[], Found | None], what: str) -> Found:
        deadline = time.monotonic() + PATIENCE_S
        while not (found := seen()):
            self.program.still_runs()
            if time.monotonic() > deadline:
                picture = self._photograph("what-was-there")
                tree = "\n".join(str(thing) for top in (self.look() if self._bus_name else []) for thing in top)
                raise AssertionError(f"{what} does not appear within {PATIENCE_S:.0f} s; {picture} shows:\n{tree}")
            self._tree.wait(NOTICED_S)
        return found
