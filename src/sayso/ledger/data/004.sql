-- How sure the reading is of each attribution.
-- Sayso's own schema; Apache-2.0.

ALTER TABLE attributions ADD COLUMN confidence REAL NOT NULL DEFAULT 1.0;   -- 0 to 1
