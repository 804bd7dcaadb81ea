-- A person has several conversations in a chat; '0' is the one of channels that know no others, and of what was asked before.
ALTER TABLE exchange ADD COLUMN conversation TEXT NOT NULL DEFAULT '0';
CREATE INDEX exchange_by_conversation ON exchange (channel, chat, user, conversation, id);
CREATE TABLE conversation (           -- what was set of one; without a row nothing was
  channel TEXT NOT NULL, user TEXT NOT NULL, id TEXT NOT NULL,
  name TEXT,
  sources TEXT,                       -- JSON of SourceSet; NULL: all reports
  at INTEGER NOT NULL,
  PRIMARY KEY (channel, user, id)
) STRICT;
CREATE TABLE share (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,          -- SHA-256 of the link's secret
  channel TEXT NOT NULL, user TEXT NOT NULL,
  conversation TEXT NOT NULL,
  exchange INTEGER,                   -- NULL: the whole conversation, up to when the link was made
  last INTEGER NOT NULL,              -- latest exchange that is shown
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX share_by_person ON share (channel, user, at);
