"""The front door: a link for the tray that runs is handed over by the standard library's smallest parts.

The desktop file runs this file itself with `python -I -S`, so that a click costs little more than starting Python.
"""

import sys

if sys.platform != "win32":
    import posix

if not __package__:  # run as a file, in which case Python does not know where the package is
    sys.path.insert(0, __file__.removesuffix("/traydial/__main__.py"))

from traydial.system.instance import client


def main() -> int:
    """Hand the link over, or become the whole program. Returns the exit code."""
    arguments = sys.argv[1:]
    if len(arguments) == 1:
        try:
            if client.hand_over(arguments[0], client.runtime_dir(client.environment())):
                if sys.platform == "win32":
                    return 0
                else:
                    posix._exit(0)  # nothing was written: taking Python down would cost a quarter more
        except ValueError:
            pass  # no link but a command
        except TimeoutError:
            pass  # it may still arrive: `traydial.main` finds the tray in its place and says so
    if sys.platform != "win32" and sys.flags.no_site and not getattr(sys, "frozen", False):
        # -P: a folder in which the browser happened to be started is no place to import from.
        start = "import sys; from traydial.main import main; sys.exit(main(sys.argv[1:]))"
        posix.execv(sys.executable, [sys.executable, "-P", "-c", start, *arguments])
    from traydial.main import main as run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
