// The file of people's data: opened, recognised, and brought to the present version of its tables. It knows no query.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../errors.ts';
import { FAULT_REASONS, LEARNING_TABLES } from './learning-tables.ts';
import { POLL_TABLES } from './polls.ts';
import { ROUND_TABLES } from './rounds.ts';

const FILE_NAME = 'quzhi.sqlite';
/** Marks the file as ours: the letters "QuZh" read as a number. */
const APPLICATION_ID = 0x51755a68;

// Step n brings version n−1 to version n. Steps are only ever added: a file of any earlier version opens.
const STEPS: readonly string[] = [
  `
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
`,
  `
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
`,
  `
  CREATE TABLE access_key (             -- sessions of browsers, tokens of scripts; the secret itself is nowhere
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL, name TEXT,
    hash TEXT NOT NULL UNIQUE,          -- SHA-256 of the secret
    made_at INTEGER NOT NULL,
    expires_at INTEGER,                 -- NULL: holds until it is removed
    used_at INTEGER                     -- to the hour
  ) STRICT;
  CREATE INDEX access_key_by_holder ON access_key (channel, user);
`,
  POLL_TABLES,
  LEARNING_TABLES,
  ROUND_TABLES,
  // Answers kept before they told the language of their wording were Chinese wherever they were not in plain Latin.
  `
  UPDATE exchange SET answer = json_set(answer, '$.interpretation.language',
    CASE WHEN question GLOB '*[^' || char(1) || '-' || char(591) || ']*' THEN 'zh' ELSE 'en' END)
  WHERE json_extract(answer, '$.interpretation.language') IS NULL;
`,
  FAULT_REASONS,
];

/**
 * Opens `quzhi.sqlite` in a folder, both made where missing.
 * @throws AppError `state/unusable` where the folder cannot be written, or the file is damaged, foreign or of a newer version
 */
export function openStateFile(folder: string): Database.Database {
  const file = join(folder, FILE_NAME);
  try {
    mkdirSync(folder, { recursive: true });
    const database = new Database(file);
    prepare(database, file);
    return database;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'state/unusable',
      `${file} cannot be used (${reason}). Check that the folder can be written; if the file is damaged, restore it from a backup or move it away to start with none.`,
      { cause },
    );
  }
}

function prepare(database: Database.Database, file: string): void {
  database.pragma('journal_mode = WAL');
  // A killed process loses nothing so; a power cut may lose the last moments, but no stored update (see `inbox.ts`).
  database.pragma('synchronous = NORMAL');
  database.pragma('busy_timeout = 5000');
  const prepareOnce = database.transaction(() => {
    const version = Number(database.pragma('user_version', { simple: true }));
    const application = database.pragma('application_id', { simple: true });
    const isNew = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
    if (!isNew && (application !== APPLICATION_ID || version < 1 || version > STEPS.length)) {
      database.close();
      throw new AppError(
        'state/unusable',
        `${file} belongs to another program or version of it. Point QUZHI_STATE at another folder.`,
      );
    }
    if (version === STEPS.length) return;
    for (const step of STEPS.slice(isNew ? 0 : version)) database.exec(step);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${STEPS.length}`);
  });
  prepareOnce.immediate();
}
