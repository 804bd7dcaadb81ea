-- The tables of a generation; indexes follow when they are filled (schema.ts).
CREATE TABLE reports (
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, title TEXT NOT NULL, district TEXT, publisher TEXT,
  published_on TEXT, kind TEXT, url TEXT, is_scanned INTEGER NOT NULL, inferred TEXT NOT NULL, encoding TEXT NOT NULL,
  fingerprint TEXT NOT NULL,          -- of all that its passages and facts were made from
  text_hash TEXT NOT NULL,
  signature BLOB NOT NULL,            -- how like other texts it is: ingest/near-duplicates.ts
  health TEXT NOT NULL,
  first_passage INTEGER NOT NULL, passage_count INTEGER NOT NULL, first_fact INTEGER NOT NULL, fact_count INTEGER NOT NULL,
  text TEXT NOT NULL,
  pages TEXT                          -- of its file, and where its text stands on them: packed (schema.ts)
) STRICT;
CREATE TABLE passages (
  number INTEGER PRIMARY KEY, report_id TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  heading TEXT NOT NULL, sentences TEXT NOT NULL,
  embedded TEXT NOT NULL              -- hash of the text that its vector was made from
) STRICT;
CREATE TABLE facts (
  position INTEGER PRIMARY KEY, report_id TEXT NOT NULL, passage_number INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, district TEXT, subject TEXT, indicator TEXT NOT NULL, period TEXT,
  value REAL NOT NULL, unit TEXT NOT NULL, surface TEXT NOT NULL, change_percent REAL,
  is_planned INTEGER NOT NULL, is_approximate INTEGER NOT NULL
) STRICT;
