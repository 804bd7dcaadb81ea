CREATE TABLE outbox (                 -- replies between their making and their arrival
  update_id INTEGER NOT NULL, n INTEGER NOT NULL,
  payload TEXT NOT NULL,
  arrived INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (update_id, n)
) STRICT;
CREATE TABLE member (
  channel TEXT NOT NULL, user TEXT NOT NULL, name TEXT,
  role TEXT NOT NULL, invited_by TEXT NOT NULL, since INTEGER NOT NULL,
  revoked_at INTEGER,                 -- NULL: a member now
  PRIMARY KEY (channel, user)
) STRICT;
CREATE TABLE invite (
  code TEXT PRIMARY KEY, role TEXT NOT NULL, invited_by TEXT NOT NULL,
  made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, uses_left INTEGER NOT NULL
) STRICT;
CREATE TABLE approved_group (
  channel TEXT NOT NULL, chat TEXT NOT NULL, approved_by TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (channel, chat)
) STRICT;
CREATE TABLE unreachable (            -- chats that blocked the bot
  channel TEXT NOT NULL, chat TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (channel, chat)
) STRICT;
CREATE TABLE setting (
  channel TEXT NOT NULL, user TEXT NOT NULL, language TEXT NOT NULL,
  PRIMARY KEY (channel, user)
) STRICT;
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, user TEXT NOT NULL, exchange TEXT NOT NULL,
  verdict TEXT NOT NULL, question TEXT NOT NULL, at INTEGER NOT NULL,
  UNIQUE (channel, user, exchange)
) STRICT;
CREATE TABLE gap (                    -- refused questions, nobody's in particular
  reason TEXT NOT NULL, subject TEXT NOT NULL, question TEXT NOT NULL,
  times INTEGER NOT NULL, last_at INTEGER NOT NULL,
  PRIMARY KEY (reason, subject, question)
) STRICT;
CREATE TABLE pseudonym (              -- whom the audit log means; deleted when a person asks to be forgotten
  channel TEXT NOT NULL, user TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (channel, user)
) STRICT;
CREATE TABLE audit (n INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
