"""The reports of one input, one after the other: what goes wrong with one stays with it and is told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.errors import EngineError, InputError, SaysoError, TableError
from sayso.publish.terminal import shortened
from sayso.serve.cli import UNREADABLE
from sayso.serve.output import note

if TYPE_CHECKING:
    from sayso.records import Acquired, Refused, Report

Made = TypeVar("Made")


def each(
    source: str,
    work: Callable[[Acquired], Made | Refused],
    show: Callable[[Made, bool], None],
    **known: Any,
) -> None:
    """
    Work on every report of a file, a URL or standard input ("-") and show what comes of it at once.

    `work` makes of a report what `show` writes, or a refusal, as `safely` does; `show` is told whether it
    is the first. Refusals go to standard error. `known` are the options of `sayso.acquire.acquire`.

    Raises:
        InputError: S199, there is no report. SystemExit: 1, at the end, where one was refused.
    """
    from sayso.acquire import acquire

    found = acquire(source, stdin=sys.stdin.buffer, **known)
    number = 0
    refusals: list[Refused] = []
    for number, made in enumerate(_made(found, work, refusals), 1):
        show(made, number == 1)
    if not number and not refusals:
        raise InputError("S199", "there is no report here", saw=source, do="give a file with text in it")
    if refusals:
        raise SystemExit(UNREADABLE)


def _made(
    found: Iterator[Acquired | Refused],
    work: Callable[[Acquired], Made | Refused],
    refusals: list[Refused],
) -> Iterator[Made]:
    from sayso.records import Refused

    for item in found:
        result = item if isinstance(item, Refused) else work(item)
        if isinstance(result, Refused):
            refusals.append(result)
            note(f"sayso: {refusal(result)}")
        else:
            yield result


def safely(work: Callable[[Report], Made], item: Acquired) -> Made | Refused:
    """
    What comes of one report, or its refusal: whatever goes wrong with one report stays with it.

    An error that is none of Sayso's own is a fault of the program; it is told with its kind, so that it
    can be reported, and the reports after it are still read. A broken installation is no report's fault:
    it stops the whole command.

    Raises:
        EngineError: the language engine cannot start. TableError: a table cannot be read.
    """
    from sayso.records import Refused

    try:
        return work(item.report)
    except (EngineError, TableError):
        raise
    except SaysoError as error:
        return Refused(item.origin, str(error), item.line, item.raw)
    except Exception as error:
        return Refused(item.origin, str(fault(error, item.report)), item.line, item.raw)


def fault(error: Exception, report: Report) -> SaysoError:
    """The coded error for a fault of the program while it read one report."""
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return InputError(
        "S190",
        "reading this report failed, through a fault in Sayso",
        saw=f"{shortened(words, 160)} in {shortened(report.title or report.text, 60)!r}",
        do="please report it with the text",
    )


def refusal(refused: Refused) -> str:
    """Where and why, on one line."""
    place = f"{refused.origin}, line {refused.line}" if refused.line else refused.origin
    return f"{place}: {refused.error}"
