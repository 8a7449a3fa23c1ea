"""
Readings kept. In come reports with their bytes and readings; out come the same, in a stable order,
searched, filtered and counted, from one SQLite file that needs no service. It is append-only: the
same report twice changes nothing, and a kill at any moment loses nothing that was acknowledged
(write-ahead log with full synchronisation, one transaction a report, one writer at a time). The file
format is SQLite's (https://sqlite.org/fileformat2.html), full text its FTS5.
"""

from __future__ import annotations

from sayso.ledger.store import Ledger

__all__ = ["Ledger"]
