// People's data: past answers, and the inbox of updates that still await a reply. One SQLite file; a rebuild of the index
// never touches it. It stores and finds what `chat` asks for through its interfaces; it decides nothing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Inbox, InboxItem } from '../chat/inbox.ts';
import type { ChatMemory } from '../chat/memory.ts';
import { AppError } from '../errors.ts';
import type { Answer } from '../types.ts';

const FILE_NAME = 'quzhi.sqlite';
/** Marks the file as ours: the letters "QuZh" read as a number. */
const APPLICATION_ID = 0x51755a68;
const SCHEMA_VERSION = 1;
/** A finished update is remembered this long, so that a second delivery is noticed; Telegram keeps updates for one day. */
const KEEP_FINISHED_HOURS = 48;

const SCHEMA = `
  CREATE TABLE exchange (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL, chat TEXT NOT NULL, user TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,               -- JSON of Answer
    followable INTEGER NOT NULL,        -- 1: later questions may follow up on it
    at INTEGER NOT NULL                 -- milliseconds since 1970
  ) STRICT;
  CREATE INDEX exchange_by_speaker ON exchange (channel, chat, user, id);
  CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    payload TEXT NOT NULL,              -- the update as it came; emptied once finished
    stored_at INTEGER NOT NULL,         -- milliseconds since 1970
    finished_at INTEGER                 -- NULL: awaits its reply
  ) STRICT;
  CREATE INDEX inbox_by_finish ON inbox (finished_at);
`;

/** An open state folder. */
export interface State {
  /** Past questions and answers; the conversation's memory. */
  readonly exchanges: ChatMemory;
  readonly inbox: Inbox;
  /** Closes the file; the state cannot be used afterwards. */
  close(): void;
}

/**
 * Opens `quzhi.sqlite` in a folder, both made where missing.
 * @throws AppError `state/unusable` where the folder cannot be written, or the file is damaged, foreign or of a newer version
 */
export function openState(folder: string): State {
  const file = join(folder, FILE_NAME);
  try {
    mkdirSync(folder, { recursive: true });
    const database = new Database(file);
    prepare(database, file);
    return { exchanges: openExchanges(database), inbox: openInbox(database), close: () => database.close() };
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
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 5000');
  const prepareOnce = database.transaction(() => {
    const version = database.pragma('user_version', { simple: true });
    const application = database.pragma('application_id', { simple: true });
    const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (application === APPLICATION_ID && version === SCHEMA_VERSION) return;
    if (tables !== 0) {
      database.close();
      throw new AppError(
        'state/unusable',
        `${file} belongs to another program or version of it. Point QUZHI_STATE at another folder.`,
      );
    }
    database.exec(SCHEMA);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${SCHEMA_VERSION}`);
  });
  prepareOnce.immediate();
}

function openExchanges(database: Database.Database): ChatMemory {
  const insert = database.prepare<[string, string, string, string, string, number, number]>(
    'INSERT INTO exchange (channel, chat, user, question, answer, followable, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = database
    .prepare<[number, string, string], string>('SELECT answer FROM exchange WHERE id = ? AND channel = ? AND chat = ?')
    .pluck();
  const latest = database
    .prepare<[string, string, string], string>(
      'SELECT answer FROM exchange WHERE channel = ? AND chat = ? AND user = ? ORDER BY id DESC LIMIT 1',
    )
    .pluck();
  const recent = database
    .prepare<[string, string, string, number, number], string>(
      'SELECT question FROM exchange WHERE channel = ? AND chat = ? AND user = ? AND followable = 1 AND at > ? ORDER BY id DESC LIMIT ?',
    )
    .pluck();
  const forget = database.prepare<[string, string, string]>(
    'UPDATE exchange SET followable = 0 WHERE channel = ? AND chat = ? AND user = ? AND followable = 1',
  );
  return {
    keep: ({ channel, chat, user }, { question, answer, followable, at }) => {
      const flag = followable ? 1 : 0;
      const { lastInsertRowid } = insert.run(channel, chat, user, question, JSON.stringify(answer), flag, at.getTime());
      return Number(lastInsertRowid).toString(36);
    },
    find: ({ channel, chat, user }, id) => {
      const row = id === null ? latest.get(channel, chat, user) : byId.get(rowOf(id), channel, chat);
      return row === undefined ? null : (JSON.parse(row) as Answer);
    },
    recentQuestions: ({ channel, chat, user }, { limit, since }) =>
      recent.all(channel, chat, user, since.getTime(), limit).reverse(),
    startAfresh: ({ channel, chat, user }) => {
      forget.run(channel, chat, user);
    },
  };
}

/** The row that an id names; −1, which no row has, where it is no id of ours. */
function rowOf(id: string): number {
  const row = /^[0-9a-z]{1,10}$/u.test(id) ? Number.parseInt(id, 36) : -1;
  return Number.isSafeInteger(row) ? row : -1;
}

function openInbox(database: Database.Database): Inbox {
  const insert = database.prepare<[number, string, number]>(
    'INSERT OR IGNORE INTO inbox (update_id, payload, stored_at) VALUES (?, ?, ?)',
  );
  const prune = database.prepare<[number]>('DELETE FROM inbox WHERE finished_at < ?');
  const waiting = database.prepare<[], InboxItem>(
    'SELECT update_id AS updateId, payload FROM inbox WHERE finished_at IS NULL ORDER BY update_id',
  );
  const finish = database.prepare<[number, number]>(
    "UPDATE inbox SET finished_at = ?, payload = '' WHERE update_id = ?",
  );
  const store = database.transaction((updates: readonly InboxItem[], at: Date) => {
    prune.run(at.getTime() - KEEP_FINISHED_HOURS * 3_600_000);
    return updates.filter(({ updateId, payload }) => insert.run(updateId, payload, at.getTime()).changes === 1);
  });
  return {
    store: (updates, at) => store.immediate(updates, at),
    pending: () => waiting.all(),
    finish: (updateId, at) => {
      finish.run(at.getTime(), updateId);
    },
  };
}
