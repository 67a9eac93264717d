"""The one way in: `cope`, `copecli`, `python -m copecli`.

Invariant: the first words are said before anything else is loaded. Whatever happens then, the terminal is
given back, nobody is shown a traceback, and no word of the person's is printed that was not asked for.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.first_words import Painted

OK = 0
UNEXPECTED = 1
INTERRUPTED = 130


def main() -> int:
    """Run the program; return its exit code."""
    from copecli import first_words

    argv = sys.argv[1:]
    painted = first_words.speak(argv)
    try:
        return _run(argv, painted)
    except BrokenPipeError:  # whoever read has had enough
        _let_go_of_stdout()
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if painted:
            painted.restore()
        return _broke(error, argv)
    finally:
        if painted:
            painted.restore()


def _run(argv: list[str], painted: "Painted | None") -> int:
    from copecli.cli.main import run

    code = run(argv, painted)
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _let_go_of_stdout() -> None:
    """Give the interpreter somewhere to flush to when it ends; it would complain about the broken pipe."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        pass


def _broke(error: Exception, argv: list[str]) -> int:
    """Say calmly that something broke, and note where."""
    from copecli.system import crash

    for sentence in crash.sentences(crash.note(_note_path(argv), error)):
        print(sentence, file=sys.stderr)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _let_go_of_stdout()
    return UNEXPECTED


def _note_path(argv: list[str]) -> str:
    """Return where a crash is noted; nothing where the arguments speak of saving or of another place."""
    if any(word.startswith(("--no-s", "--data-d")) for word in argv):
        return ""
    from copecli.system.paths import find

    state = find(os.environ).state
    return os.path.join(state, "crash.log") if state else ""


if __name__ == "__main__":
    raise SystemExit(main())
