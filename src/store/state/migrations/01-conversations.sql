CREATE TABLE exchange (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,               -- JSON of Answer
  followable INTEGER NOT NULL,        -- 1: later questions may follow up on it
  at INTEGER NOT NULL                 -- milliseconds since 1970, as all times here
) STRICT;
CREATE INDEX exchange_by_speaker ON exchange (channel, chat, user, id);
CREATE TABLE inbox (
  update_id INTEGER PRIMARY KEY,
  payload TEXT NOT NULL,              -- the update as it came; emptied once finished
  stored_at INTEGER NOT NULL,
  finished_at INTEGER                 -- NULL: awaits its reply
) STRICT;
CREATE INDEX inbox_by_finish ON inbox (finished_at);
