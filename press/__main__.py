"""`python -m press COMMAND`: starts `press.commands`, and answers Ctrl-C from the first moment."""

import gc
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command (see `press.commands.main`). What it needs is loaded here, so that Ctrl-C is answered meanwhile too."""
    try:
        from press import commands

        return commands.main(arguments)
    except KeyboardInterrupt:
        print("Stopped. What was there before is as it was.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    # A command is short-lived and keeps nearly all it makes, so looking for garbage only costs: a third of a build. At the end,
    # too, all goes with the process.
    gc.disable()
    status = main()
    gc.freeze()
    sys.exit(status)
