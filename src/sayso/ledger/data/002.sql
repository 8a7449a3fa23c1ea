-- The reading in force, taken apart for filters. All of it is derived from `readings`
-- and may be emptied and made again at any time.
-- Sayso's own schema; Apache-2.0.

CREATE TABLE attributions (
  report        TEXT NOT NULL REFERENCES reports (id),
  id            TEXT NOT NULL,
  parent        TEXT,
  source        TEXT NOT NULL,
  source_name   TEXT NOT NULL,
  source_type   TEXT NOT NULL,
  source_actor  TEXT NOT NULL,
  country       TEXT,
  sector        TEXT,
  cue           TEXT NOT NULL,
  content       TEXT NOT NULL,
  quote         TEXT NOT NULL,
  stance        TEXT NOT NULL,
  chain         TEXT NOT NULL,       -- JSON list of names, outlet first
  "start"       INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  sentence      TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX attributions_by_source ON attributions (country, sector);

CREATE TABLE events (
  report        TEXT NOT NULL REFERENCES reports (id),
  id            TEXT NOT NULL,
  type          TEXT NOT NULL,
  status        TEXT NOT NULL,
  mode          TEXT,
  according_to  TEXT,
  source_type   TEXT,
  chain         TEXT NOT NULL,       -- JSON list of names, outlet first
  first_day     TEXT,
  last_day      TEXT,
  place         TEXT,
  country       TEXT,
  lat           REAL,
  lon           REAL,
  words         TEXT NOT NULL,
  "start"       INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  sentence      TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX events_by_type ON events (type, status);

CREATE TABLE parties (
  report    TEXT NOT NULL,
  event     TEXT NOT NULL,
  role      TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  position  INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  country   TEXT,
  sector    TEXT,
  PRIMARY KEY (report, event, role, position),
  FOREIGN KEY (report, event) REFERENCES events (report, id)
) WITHOUT ROWID;
CREATE INDEX parties_by_country ON parties (country, role);

CREATE TABLE commitments (
  report        TEXT NOT NULL REFERENCES reports (id),
  id            TEXT NOT NULL,
  kind          TEXT NOT NULL,
  "by"          TEXT NOT NULL,
  by_country    TEXT,
  by_sector     TEXT,
  "to"          TEXT NOT NULL,
  to_country    TEXT,
  to_sector     TEXT,
  condition     TEXT NOT NULL,
  consequence   TEXT NOT NULL,
  source_type   TEXT,
  chain         TEXT NOT NULL,
  first_day     TEXT,
  last_day      TEXT,
  deadline      TEXT,
  "start"       INTEGER NOT NULL,
  "end"         INTEGER NOT NULL,
  sentence      TEXT NOT NULL,
  PRIMARY KEY (report, id)
) WITHOUT ROWID;
CREATE INDEX commitments_by_party ON commitments (by_country, to_country);

CREATE TABLE actors (
  report    TEXT NOT NULL REFERENCES reports (id),
  position  INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  country   TEXT,
  sector    TEXT,
  name      TEXT NOT NULL,
  via       TEXT NOT NULL,
  words     TEXT NOT NULL,
  "start"   INTEGER NOT NULL,
  "end"     INTEGER NOT NULL,
  PRIMARY KEY (report, position)
) WITHOUT ROWID;
CREATE INDEX actors_by_code ON actors (actor, name);

CREATE TABLE times (
  report     TEXT NOT NULL REFERENCES reports (id),
  position   INTEGER NOT NULL,
  type       TEXT NOT NULL,
  value      TEXT NOT NULL,
  first_day  TEXT,
  last_day   TEXT,
  rule       TEXT,
  words      TEXT NOT NULL,
  "start"    INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE places (
  report     TEXT NOT NULL REFERENCES reports (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  country    TEXT,
  lat        REAL,
  lon        REAL,
  geonameid  INTEGER,
  words      TEXT NOT NULL,
  "start"    INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE skipped (
  report    TEXT NOT NULL REFERENCES reports (id),
  position  INTEGER NOT NULL,
  what      TEXT NOT NULL,
  why       TEXT NOT NULL,
  "start"   INTEGER,
  "end"     INTEGER,
  PRIMARY KEY (report, position)
) WITHOUT ROWID;
