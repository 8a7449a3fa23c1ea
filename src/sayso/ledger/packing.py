"""Records to columns and back: JSON, compression, hashes, instants."""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, datetime, timedelta

import msgspec

from sayso.errors import LedgerError
from sayso.records import Acquired, Reading, Report

Value = str | int | float | bytes | None

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LEVEL = 6

DAMAGED = "restore a copy, or add the reports again into a new file"
"""What to do about a damaged ledger."""


def instant(moment: datetime | None) -> int | None:
    """Microseconds since the epoch of an aware datetime: an order that no offset disturbs."""
    return None if moment is None else (moment - _EPOCH) // timedelta(microseconds=1)


def packed(raw: bytes) -> bytes:
    """Compressed bytes (zlib)."""
    return zlib.compress(raw, _LEVEL)


def unpacked(raw: bytes) -> bytes:
    """The bytes that `packed` was given. LedgerError where they are damaged."""
    try:
        return zlib.decompress(raw)
    except zlib.error as error:
        saw = f"an entry cannot be unpacked: {error}"
        raise LedgerError("S407", "the ledger is damaged", saw=saw, do=DAMAGED) from error


def digest(raw: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(raw).hexdigest()


def report_row(acquired: Acquired, sha256: str, added: str) -> dict[str, Value]:
    """The row of table `reports`."""
    report = acquired.report
    moment = report.published
    return {
        "id": report.id,
        "key": report.key,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "published": moment.isoformat() if moment else None,
        "published_at": instant(moment),
        "day": moment.date().isoformat() if moment else None,
        "language": report.language,
        "url": report.url,
        "text": report.text,
        "record": msgspec.json.encode(_without_text(report)).decode(),
        "sha256": sha256,
        "media_type": acquired.media_type,
        "origin": acquired.origin,
        "line": acquired.line,
        "added": added,
    }


def packed_reading(reading: Reading) -> bytes:
    """The compressed JSON of a reading; the text, which the report's row holds, left out."""
    return packed(canonical(reading))


def canonical(reading: Reading) -> bytes:
    """The JSON of a reading without its text: equal for equal readings."""
    return msgspec.json.encode(msgspec.structs.replace(reading, report=_without_text(reading.report)))


def unpacked_reading(text: str, body: bytes) -> Reading:
    """The reading that `packed_reading` was given, with its text put back."""
    reading = msgspec.json.decode(unpacked(body), type=Reading)
    return msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, text=text))


def unpacked_report(text: str, record: str) -> Report:
    """The report as it was acquired."""
    return msgspec.structs.replace(msgspec.json.decode(record, type=Report), text=text)


def _without_text(report: Report) -> Report:
    return msgspec.structs.replace(report, text="")
