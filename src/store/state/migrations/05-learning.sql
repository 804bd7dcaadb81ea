CREATE TABLE kept_item (              -- items as they were put, each once, whatever the index holds later
  key TEXT PRIMARY KEY, item TEXT NOT NULL, last_at INTEGER NOT NULL
) STRICT;
CREATE TABLE practice_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL, name TEXT,
  purpose TEXT NOT NULL, exam TEXT,
  begun_at INTEGER NOT NULL, closes_at INTEGER NOT NULL, ended_at INTEGER
) STRICT;
CREATE INDEX practice_set_by_learner ON practice_set (channel, user, ended_at);
CREATE UNIQUE INDEX one_paper_each ON practice_set (exam, channel, user) WHERE exam IS NOT NULL;
CREATE TABLE question (               -- AUTOINCREMENT: the token of a question is never given to another
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, chat TEXT NOT NULL, user TEXT,
  purpose TEXT NOT NULL, set_id INTEGER, n INTEGER NOT NULL,
  item_key TEXT NOT NULL, item_id TEXT NOT NULL,
  put_at INTEGER, closes_at INTEGER NOT NULL, is_skipped INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX question_by_set ON question (set_id, n);
CREATE INDEX question_by_user ON question (channel, user);
CREATE TABLE attempt (                -- the key is what keeps an answer from being graded twice
  question_id INTEGER NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL,
  item_id TEXT NOT NULL, district TEXT, topic TEXT NOT NULL,
  given TEXT NOT NULL, is_right INTEGER NOT NULL, share REAL NOT NULL, at INTEGER NOT NULL,
  message TEXT,                       -- the channel's own name for what brought the answer
  PRIMARY KEY (question_id, channel, user)
) STRICT;
CREATE INDEX attempt_by_learner ON attempt (channel, user, at);
CREATE INDEX attempt_by_message ON attempt (channel, user, message) WHERE message IS NOT NULL;
CREATE TABLE card (
  channel TEXT NOT NULL, user TEXT NOT NULL, item_id TEXT NOT NULL, item_key TEXT NOT NULL,
  schedule TEXT NOT NULL,             -- JSON of Schedule
  is_right INTEGER NOT NULL, answered_at INTEGER NOT NULL, is_retired INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel, user, item_id)
) STRICT;
CREATE INDEX card_by_item ON card (item_id);
CREATE TABLE cards_state (id INTEGER PRIMARY KEY CHECK (id = 1), fingerprint TEXT NOT NULL) STRICT;
CREATE TABLE retired_item (item_id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE TABLE learner (
  channel TEXT NOT NULL, user TEXT NOT NULL, chat TEXT NOT NULL,
  remind_at_minute INTEGER, zone TEXT NOT NULL, paused_until INTEGER,
  PRIMARY KEY (channel, user)
) STRICT;
CREATE TABLE notice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL, user TEXT NOT NULL, notice TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_by_learner ON notice (channel, user);
CREATE TABLE fault (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id TEXT NOT NULL, item_key TEXT NOT NULL,
  verdict TEXT,                       -- NULL: open
  at INTEGER NOT NULL, decided_at INTEGER
) STRICT;
CREATE UNIQUE INDEX one_open_fault ON fault (item_id) WHERE verdict IS NULL;
CREATE TABLE fault_report (
  fault_id INTEGER NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (fault_id, channel, user)
) STRICT;
CREATE TABLE exam (
  code TEXT PRIMARY KEY, channel TEXT NOT NULL, made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, minutes INTEGER NOT NULL, seed INTEGER NOT NULL,
  about TEXT NOT NULL,
  counts TEXT NOT NULL,               -- JSON: how many items of each stratum a paper holds
  is_settled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE exam_item (
  code TEXT NOT NULL, stratum INTEGER NOT NULL, n INTEGER NOT NULL,
  item_key TEXT NOT NULL, item_id TEXT NOT NULL,
  PRIMARY KEY (code, stratum, n)
) STRICT;
