// Updates between their arrival and their reply, and replies until they are delivered: both survive a crash.
import type Database from 'better-sqlite3';
import { HOUR_MS } from '../../durations.ts';
import { openPolls, type Polls } from './polls.ts';
import { type RowOf, whereThereIsRoom } from './rows.ts';

/** An update as a channel delivered it. */
export interface InboxItem {
  /** The channel's own name for it. */
  readonly id: string;
  /** The update as it came, as JSON. */
  readonly payload: string;
}

/** One message of a reply, as the channel will send it. */
export interface OutboxMessage {
  /** Its place in the reply, from 0. */
  readonly n: number;
  readonly payload: string;
}

/** An update that was put aside, and why. */
export interface AsideItem {
  readonly channel: string;
  readonly id: string;
  readonly reason: string;
  readonly storedAt: Date;
}

/** Updates of one channel; each is stored once, however often it comes, and replied to with one reply, whatever crashes. */
export interface Inbox {
  /** Stores updates, all or none; returns those that were not there before. */
  store(updates: readonly InboxItem[], at: Date): InboxItem[];
  /** Updates that await their reply, in the order in which they came. */
  pending(): InboxItem[];
  /** Keeps the reply to an update, whole, before its first message leaves: from then on no other reply is made. */
  draft(id: string, payloads: readonly string[]): void;
  /** Returns the messages of a stored reply that are not known to have arrived, in order; null if no reply is stored. */
  drafted(id: string): readonly OutboxMessage[] | null;
  /** A message of the reply has arrived, or was declined for good: it is not sent again. */
  arrived(id: string, n: number): void;
  /** The update has its reply. */
  finish(id: string, at: Date): void;
  /** Counts that an update is taken up again after a restart; returns how often it was. */
  countTry(id: string): number;
  /** Puts an update aside with the reason: it awaits no reply, until it is retried. */
  putAside(id: string, reason: string): void;
  /** Which of the channel's polls hold which questions. */
  readonly polls: Polls;
}

/** Updates of all channels that were put aside. */
export interface Letters {
  /** Returns them, in the order in which they came. */
  aside(): readonly AsideItem[];
  /** Has an update that was put aside taken up at the next start; false where there is none. */
  retry(channel: string, id: string): boolean;
}

/** A finished update is remembered this long, so that a second delivery is noticed; Telegram keeps updates for one day, the others less. */
const KEEP_FINISHED_HOURS = 48;

/** Opens the inbox of a channel in a state file. */
export function openInbox(database: Database.Database, channel: string): Inbox {
  const insert = database.prepare<[string, string, string, number]>(
    'INSERT OR IGNORE INTO inbox (channel, id, payload, stored_at) VALUES (?, ?, ?, ?)',
  );
  const prune = database.prepare<[number]>('DELETE FROM inbox WHERE finished_at < ?');
  const waiting = database.prepare<[string], InboxItem>(
    'SELECT id, payload FROM inbox WHERE channel = ? AND finished_at IS NULL AND fault IS NULL ORDER BY seq',
  );
  const store = database.transaction((updates: readonly InboxItem[], at: Date) => {
    prune.run(at.getTime() - KEEP_FINISHED_HOURS * HOUR_MS);
    return updates.filter(({ id, payload }) => insert.run(channel, id, payload, at.getTime()).changes === 1);
  });
  return {
    store: (updates, at) => {
      // A channel forgets what is acknowledged: this alone must outlive a power cut. It takes everything before it to disk, too;
      // all else need not wait for the disk, at worst a reply is sent once more.
      database.pragma('synchronous = FULL');
      try {
        return store.immediate(updates, at);
      } finally {
        database.pragma('synchronous = NORMAL');
      }
    },
    pending: () => waiting.all(channel),
    ...openTries(database, channel),
    ...openReplies(database, channel),
    polls: openPolls(database),
  };
}

function openTries(database: Database.Database, channel: string): Pick<Inbox, 'countTry' | 'putAside'> {
  const count = database.prepare<[string, string], { tries: number }>(
    'UPDATE inbox SET tries = tries + 1 WHERE channel = ? AND id = ? RETURNING tries',
  );
  const put = database.prepare<[string, string, string]>('UPDATE inbox SET fault = ? WHERE channel = ? AND id = ?');
  return {
    countTry: (id) => {
      let tries = 0;
      // A start must not fail where the disk is full: the update is taken up all the same.
      whereThereIsRoom(() => {
        tries = count.get(channel, id)?.tries ?? 0;
      });
      return tries;
    },
    putAside: (id, reason) => void put.run(reason, channel, id),
  };
}

/** Opens what was put aside in a state file. */
export function openLetters(database: Database.Database): Letters {
  const list = database.prepare<[], RowOf<AsideItem>>(
    'SELECT channel, id, fault AS reason, stored_at AS storedAt FROM inbox WHERE fault IS NOT NULL ORDER BY seq',
  );
  const retry = database.prepare<[string, string]>(
    'UPDATE inbox SET fault = NULL, tries = 0 WHERE channel = ? AND id = ? AND fault IS NOT NULL',
  );
  return {
    aside: () => list.all().map((row) => ({ ...row, storedAt: new Date(row.storedAt) })),
    retry: (channel, id) => retry.run(channel, id).changes === 1,
  };
}

function openReplies(
  database: Database.Database,
  channel: string,
): Pick<Inbox, 'draft' | 'drafted' | 'arrived' | 'finish'> {
  const end = database.prepare<[number, string, string]>(
    "UPDATE inbox SET finished_at = ?, payload = '' WHERE channel = ? AND id = ?",
  );
  const clear = database.prepare<[string, string]>('DELETE FROM outbox WHERE channel = ? AND id = ?');
  const insert = database.prepare<[string, string, number, string]>(
    'INSERT INTO outbox (channel, id, n, payload) VALUES (?, ?, ?, ?)',
  );
  const kept = database.prepare<[string, string], OutboxMessage & { readonly arrived: number }>(
    'SELECT n, payload, arrived FROM outbox WHERE channel = ? AND id = ? ORDER BY n',
  );
  const arrive = database.prepare<[string, string, number]>(
    'UPDATE outbox SET arrived = 1 WHERE channel = ? AND id = ? AND n = ?',
  );
  const draft = database.transaction((id: string, payloads: readonly string[]) => {
    for (const [n, payload] of payloads.entries()) insert.run(channel, id, n, payload);
  });
  const finish = database.transaction((id: string, at: Date) => {
    end.run(at.getTime(), channel, id);
    clear.run(channel, id);
  });
  return {
    finish: (id, at) => finish.immediate(id, at),
    draft: (id, payloads) => draft.immediate(id, payloads),
    drafted: (id) => {
      const all = kept.all(channel, id);
      const left = all.filter(({ arrived }) => arrived === 0).map(({ n, payload }) => ({ n, payload }));
      return all.length === 0 ? null : left;
    },
    arrived: (id, n) => {
      arrive.run(channel, id, n);
    },
  };
}
