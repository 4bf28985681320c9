"""Which test files take part in trying the mutants of which files."""

from __future__ import annotations

# These tests read the source as text, install, or go through the whole program. What only they would notice counts as
# not noticed: a fault should be met by a test that says where it is.
LEFT_OUT = tuple(f"tests/{name}/" for name in ("bench", "desktop", "fuzz", "journeys", "lanes", "packaging", "rules"))
# Of the tests with the desktop's own services, which take seconds each, those take part that are about such a service,
# and for the part of the program that talks to it: there is no other way to run that.
ON_A_SCREEN = {  # a module or a folder: test files
    "app/traydial/system/dbus.py": ("screen_lock", "secrets"),
    "app/traydial/system/hotkeys/": ("hotkeys",),
    "app/traydial/system/keyring/": ("secrets",),
    "app/traydial/system/notifications/": ("notifications",),
    "app/traydial/system/screen_lock.py": ("screen_lock",),
    "app/traydial/system/selection/": ("selection",),
    "app/traydial/system/tray_host.py": ("tray_host",),
    "app/traydial/system/x11.py": ("hotkeys", "selection"),
}
# Started as `python -I -S`, or killed at its end: such a program writes no measurement. All these tests run it.
NOT_MEASURED = {
    "app/traydial/__main__.py": ("tests/unit/system/instance/test_front_door.py",),
    "app/traydial/system/instance/client.py": ("tests/unit/system/instance/test_front_door.py",),
    "app/traydial/system/keyring/process.py": (
        "tests/unit/system/keyring/test_store.py",
        "tests/desktop/test_secrets.py",
    ),
}


def takes_part(test_file: str, file: str = "app/traydial/") -> bool:
    """Whether a test may notice a mutant of `file`; without one, of any file at all."""
    if not test_file.startswith(LEFT_OUT):
        return True
    about = (names for part, names in ON_A_SCREEN.items() if file.startswith(part) or part.startswith(file))
    return any(test_file == on_a_screen(name) for names in about for name in names)


def on_a_screen(name: str) -> str:
    return f"tests/desktop/test_{name}.py"
