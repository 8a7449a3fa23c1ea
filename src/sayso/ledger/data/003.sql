-- Full text: an FTS5 index over the reports' own text column, stemmed for English.
-- Sayso's own schema; Apache-2.0.

CREATE VIRTUAL TABLE words USING fts5 (
  text,
  content = 'reports',
  content_rowid = 'number',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO words (words) VALUES ('rebuild');
