CREATE TABLE bank (                   -- items that trainers review before they are used
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, name TEXT NOT NULL, made_at INTEGER NOT NULL,
  UNIQUE (channel, name)
) STRICT;
CREATE TABLE bank_item (
  bank_id INTEGER NOT NULL REFERENCES bank (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,                 -- from 1, never given to another
  item_id TEXT NOT NULL, item TEXT NOT NULL, -- JSON of Item
  origin TEXT NOT NULL,               -- made, edited, own
  status TEXT NOT NULL,               -- proposed, approved, rejected
  reason TEXT, at INTEGER NOT NULL,
  PRIMARY KEY (bank_id, n)
) STRICT;
CREATE TABLE bank_version (           -- what was approved when a version was published
  bank_id INTEGER NOT NULL REFERENCES bank (id) ON DELETE CASCADE,
  version INTEGER NOT NULL, items TEXT NOT NULL, at INTEGER NOT NULL, -- items: JSON array of Item
  PRIMARY KEY (bank_id, version)
) STRICT;
