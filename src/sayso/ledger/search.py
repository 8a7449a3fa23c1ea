"""Full text search over the reports (SQLite FTS5)."""

from __future__ import annotations

import sqlite3

from msgspec import Struct

MARKS = ("[", "]")
_SNIPPET_WORDS = 24
_FOUND = "FROM words JOIN reports ON reports.number = words.rowid WHERE words MATCH ?"


class Hit(Struct, frozen=True):
    """A report that holds all the words; `snippet` is plain text with the words between marks."""

    report: str
    key: str | None
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    snippet: str


def expression(words: str) -> str | None:
    """
    What FTS5 is asked: every word quoted, so that no sign in it is taken for syntax.

    None where nothing is left to look for (words without a letter or digit are passed over).
    """
    words = words.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    kept = [word for word in words.split() if any(c.isalnum() for c in word)]
    return " ".join('"' + word.replace('"', '""') + '"' for word in kept) or None


def search(
    connection: sqlite3.Connection, words: str, limit: int | None, marks: tuple[str, str] = MARKS
) -> list[Hit]:
    """The newest `limit` reports that hold all the words."""
    asked = expression(words)
    if asked is None:
        return []
    query = (
        "SELECT id, key, outlet, published, title, url, snippet(words, 0, ?, ?, '…', ?) "
        + _FOUND
        + " ORDER BY published_at IS NULL, published_at DESC, id LIMIT ?"
    )
    values = (*marks, _SNIPPET_WORDS, asked, -1 if limit is None else limit)
    return [Hit(*row) for row in connection.execute(query, values)]


def count(connection: sqlite3.Connection, words: str) -> int:
    """How many reports hold all the words."""
    asked = expression(words)
    if asked is None:
        return 0
    return int(connection.execute("SELECT count(*) " + _FOUND, (asked,)).fetchone()[0])
