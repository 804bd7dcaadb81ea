-- What a channel delivers is known by the channel and by the channel's own name for it, in the order in which it came.
CREATE TABLE channel_inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, id TEXT NOT NULL,
  payload TEXT NOT NULL,              -- the update as it came; emptied once finished
  stored_at INTEGER NOT NULL,
  finished_at INTEGER,                -- NULL: awaits its reply
  tries INTEGER NOT NULL DEFAULT 0, fault TEXT,
  UNIQUE (channel, id)
) STRICT;
INSERT INTO channel_inbox (channel, id, payload, stored_at, finished_at, tries, fault)
  SELECT 'telegram', CAST(update_id AS TEXT), payload, stored_at, finished_at, tries, fault FROM inbox ORDER BY update_id;
CREATE TABLE channel_outbox (
  channel TEXT NOT NULL, id TEXT NOT NULL, n INTEGER NOT NULL,
  payload TEXT NOT NULL,
  arrived INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel, id, n)
) STRICT;
INSERT INTO channel_outbox SELECT 'telegram', CAST(update_id AS TEXT), n, payload, arrived FROM outbox;
DROP TABLE inbox;
DROP TABLE outbox;
ALTER TABLE channel_inbox RENAME TO inbox;
ALTER TABLE channel_outbox RENAME TO outbox;
CREATE INDEX inbox_by_finish ON inbox (finished_at);
