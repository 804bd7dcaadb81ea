CREATE TABLE access_key (             -- sessions of browsers, tokens of scripts; the secret itself is nowhere
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL, name TEXT,
  hash TEXT NOT NULL UNIQUE,          -- SHA-256 of the secret
  made_at INTEGER NOT NULL,
  expires_at INTEGER,                 -- NULL: holds until it is removed
  used_at INTEGER                     -- to the hour
) STRICT;
CREATE INDEX access_key_by_holder ON access_key (channel, user);
