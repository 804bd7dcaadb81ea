CREATE TABLE posed_poll (             -- questions that left, or may have left, as polls
  token TEXT PRIMARY KEY, chat TEXT NOT NULL, thread INTEGER,
  face TEXT NOT NULL,                 -- hash of the question and options as shown
  tries INTEGER NOT NULL DEFAULT 1, arrived INTEGER NOT NULL DEFAULT 0,
  put_at INTEGER NOT NULL
) STRICT;
CREATE INDEX posed_poll_by_face ON posed_poll (face);
CREATE INDEX posed_poll_by_chat ON posed_poll (chat);
CREATE INDEX posed_poll_by_age ON posed_poll (put_at);
CREATE TABLE poll (                   -- polls whose id is known: which question they hold, or only what they show
  id TEXT PRIMARY KEY, token TEXT, message_id INTEGER, face TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX poll_by_age ON poll (at);
