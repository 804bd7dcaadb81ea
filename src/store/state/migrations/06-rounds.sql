CREATE TABLE round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, chat TEXT NOT NULL, starter TEXT NOT NULL, language TEXT NOT NULL,
  seconds INTEGER,                    -- NULL: not timed
  items TEXT NOT NULL,                -- JSON: items as they were drawn
  began_at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
CREATE INDEX round_by_chat ON round (channel, chat, ended_at);
CREATE TABLE round_question (
  round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  n INTEGER NOT NULL, token TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
  PRIMARY KEY (round_id, n)
) STRICT;
CREATE TABLE round_player (
  round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  channel TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (round_id, channel, user)
) STRICT;
CREATE INDEX round_player_by_user ON round_player (channel, user);
