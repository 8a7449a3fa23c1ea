"""Actor and agent dictionaries of PETRARCH2, TABARI and PLOVER, read into rows of the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from sayso.errors import TableError
from sayso.ground import tables
from sayso.ground.names import index
from sayso.ground.register import YOURS, Entry

PIVOT = 30
"""Two-digit years up to this one are of the 2000s, later ones of the 1900s."""
_CODE = re.compile(r"\[([^\[\]]*)\]")
_SPAN = re.compile(r"(?P<sign>[<>])?\s*(?P<one>\d{6}(?:\d\d)?)(?:\s*-\s*(?P<two>\d{6}(?:\d\d)?))?$")
_BODY = "IGO"


class Taken(Struct, frozen=True):
    """What a reader made of a file: rows, and the lines it could not read with file, line and reason."""

    entries: tuple[Entry, ...]
    faults: tuple[str, ...] = ()


class _Block:
    """An actor while its lines are read: all its spellings, and its dated codes with the line of each."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.codes: list[tuple[str, int]] = []


def actors(text: str, name: str, *, pivot: int = PIVOT) -> Taken:
    """
    Read an actor dictionary: a name, synonyms on lines that start with "+", codes in brackets with dates
    ("[USAGOV 090120-170120]", "[USAELI <930120]", ">20010120").

    Args:
        text: The dictionary.
        name: The file, for messages and as source.
        pivot: Two-digit years up to it are of the 2000s.
    """
    entries: list[Entry] = []
    faults: list[str] = []
    for block in _blocks(text, faults, name):
        for told, line in block.codes:
            try:
                entries.append(_entry(block.forms, told, f"{name}, line {line}", pivot))
            except TableError as error:
                faults.append(f"{name}, line {line}: {error.saw}")
    return Taken(tuple(entries), tuple(faults))


def _blocks(text: str, faults: list[str], name: str) -> Iterator[_Block]:
    block = _Block()
    for number, raw in enumerate(text.splitlines(), start=1):
        line = re.split(r"[;#]", raw, maxsplit=1)[0].rstrip()
        if not line.strip():
            continue
        codes = [(code, number) for code in _CODE.findall(line)]
        form = spelt(_CODE.sub("", line))
        if line[0] == "+" or line[0].isspace():
            if not block.forms:
                faults.append(
                    f"{name}, line {number}: a synonym or a code before any actor: {raw.strip()[:60]!r}"
                )
                continue
        else:
            if block.codes:
                yield block
            elif block.forms:
                faults.append(f"{name}, line {number - 1}: {block.forms[0]!r} has no code")
            block = _Block()
        if form:
            block.forms.append(form)
        block.codes.extend(codes)
    if block.codes and block.forms:
        yield block


def spelt(form: str) -> str:
    """A form as a report would write it: "BILL_CLINTON_" is "Bill Clinton"; lower case is kept."""
    plain = " ".join(form.lstrip("+").replace("_", " ").split())
    if plain != plain.upper():
        return plain
    parts = plain.split()
    return " ".join(part if _acronym(part, len(parts) == 1) else part.title() for part in parts)


def _acronym(part: str, alone: bool) -> bool:
    """Does a part stay in capitals: with points in it, known so, or short and by itself?"""
    known = any(key == (part,) for key, _ in index().get(part, ()))
    return "." in part or known or (alone and len(part) <= 4)


def _entry(forms: list[str], told: str, where: str, pivot: int) -> Entry:
    code, _, dates = told.strip().partition(" ")
    start, end = dated(dates.strip(), pivot)
    ours = coded(code, "cameo")
    person = len(forms[0].split()) > 1 and ours[4:] in ("GOV", "MIL", "OPP", "LEG", "REB") and bool(dates)
    kind = "person" if person else "organisation"
    return Entry(forms[0], kind, ours, tuple(forms[1:]), "", start, end, where, YOURS)


def dated(text: str, pivot: int = PIVOT) -> tuple[str, str]:
    """
    First and last day (ISO 8601, "" open) of "<YYMMDD", ">YYMMDD", "YYMMDD-YYMMDD", four-digit years too.

    Raises:
        TableError: S502, it is none of these.
    """
    if not text:
        return "", ""
    met = _SPAN.match(text)
    if met is None:
        raise _broken(f"dates {text!r}")
    one = _day(met["one"], pivot)
    if met["two"]:
        return one, _day(met["two"], pivot)
    return ("", one) if met["sign"] == "<" else (one, "")


def _day(figures: str, pivot: int) -> str:
    from datetime import date

    year = int(figures[:-4])
    if len(figures) == 6:
        year += 2000 if year <= pivot else 1900
    month, day = int(figures[-4:-2]), int(figures[-2:])
    try:
        # "000000" and "910000" stand for a year or month as a whole.
        return date(year, month or 1, day or 1).isoformat()
    except ValueError:
        raise _broken(f"day {figures!r}") from None


def coded(code: str, scheme: str) -> str:
    """
    A PLOVER code of ours from one such as "USAGOV", "IGOUNO", "~LEG" or "SYRREBISI".

    Raises:
        TableError: S502, the code is none.
    """
    plain = code.strip().lstrip("~")
    parts = [plain[at : at + 3] for at in range(0, len(plain), 3)]
    if not plain or any(len(part) != 3 or not part.isalnum() for part in parts) or plain != plain.upper():
        raise _broken(f"code {code!r}")
    if parts[0] == _BODY and len(parts) > 1 and not code.startswith("~"):
        return f"{_BODY} {parts[1]}"
    land = "---" if code.startswith("~") or parts[0] in _sectors(scheme) else _land(parts[0])
    rest = parts if code.startswith("~") else parts if parts[0] in _sectors(scheme) else parts[1:]
    sector = next((_sectors(scheme)[part] for part in rest if part in _sectors(scheme)), "")
    return f"{land} {sector or ('---' if rest else 'GOV')}"


@cache
def _sectors(scheme: str) -> dict[str, str]:
    return {row["theirs"]: row["ours"] for row in tables.rows("schemes") if row["scheme"] == scheme}


def _land(code: str) -> str:
    return _sectors("land").get(code, code)


def agents(text: str, name: str, *, scheme: str = "plover") -> Taken:
    """
    Read an agents dictionary: a role noun and "[~CODE]" on each line, "{...}" for irregular plurals.

    Args:
        text: The dictionary.
        name: The file, for messages and as source.
        scheme: Whose codes they are: "plover" or "cameo", which mean other things by MED.
    """
    entries: list[Entry] = []
    faults: list[str] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = re.split(r"[;#]", raw, maxsplit=1)[0].strip()
        if not line or line.startswith("!"):
            continue
        met = _CODE.search(line)
        noun = " ".join(re.split(r"[\[{]", line, maxsplit=1)[0].replace("_", " ").lower().split())
        try:
            if met is None or not noun:
                raise _broken(f"no noun and code: {raw.strip()[:60]!r}")
            code = coded(met[1] if met[1].startswith("~") else f"~{met[1]}", scheme)
            entries.append(Entry(noun, "role", code, source=f"{name}, line {number}", standing=YOURS))
        except TableError as error:
            faults.append(f"{name}, line {number}: {error.saw}")
    return Taken(tuple(entries), tuple(faults))


def _broken(saw: str) -> TableError:
    return TableError("S502", "a row of a register cannot be read", saw=saw)
