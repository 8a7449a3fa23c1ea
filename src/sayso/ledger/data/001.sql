-- What came in and what was read in it. Rows here are added, never changed.
-- Sayso's own schema; Apache-2.0.

CREATE TABLE blobs (
  sha256  TEXT PRIMARY KEY,
  size    INTEGER NOT NULL,          -- bytes before compression
  packed  BLOB NOT NULL              -- zlib
);

CREATE TABLE reports (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  key            TEXT,
  outlet         TEXT,
  title          TEXT,
  byline         TEXT,
  published      TEXT,               -- ISO 8601 with the outlet's own offset
  published_at   INTEGER,            -- microseconds since 1970-01-01T00:00Z, for ordering
  day            TEXT,               -- the outlet's own day
  language       TEXT NOT NULL,
  url            TEXT,
  text           TEXT NOT NULL,
  record         TEXT NOT NULL,      -- JSON of the Report as acquired, without its text
  sha256         TEXT NOT NULL REFERENCES blobs (sha256),
  media_type     TEXT NOT NULL,
  origin         TEXT NOT NULL,
  line           INTEGER,
  added          TEXT NOT NULL       -- when it entered this ledger, UTC
);
CREATE INDEX reports_in_order ON reports (published_at IS NULL, published_at, id);
CREATE INDEX reports_by_key ON reports (key);
CREATE INDEX reports_by_url ON reports (url);
CREATE INDEX reports_by_blob ON reports (sha256);

CREATE TABLE readings (
  number   INTEGER PRIMARY KEY,      -- the highest of a report is the one in force
  report   TEXT NOT NULL REFERENCES reports (id),
  version  TEXT NOT NULL,
  body     BLOB NOT NULL             -- zlib of the JSON of the Reading, without the report's text
);
CREATE INDEX readings_by_report ON readings (report, number);

CREATE TABLE refusals (
  origin  TEXT NOT NULL,
  line    INTEGER NOT NULL,          -- 0 where the input is not made of lines
  error   TEXT NOT NULL,
  sha256  TEXT REFERENCES blobs (sha256),
  added   TEXT NOT NULL,
  PRIMARY KEY (origin, line)
);

CREATE TABLE meta (
  name   TEXT PRIMARY KEY,
  value  TEXT NOT NULL
);
