// Updates between their arrival and their reply, and replies until they are delivered: both survive a crash.
import type Database from 'better-sqlite3';
import { HOUR_MS } from '../../durations.ts';
import { openPolls, type Polls } from './polls.ts';
import type { RowOf } from './rows.ts';

/** An update as a channel delivered it. */
export interface InboxItem {
  /** The channel's own number for it. */
  readonly updateId: number;
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
  readonly updateId: number;
  readonly reason: string;
  readonly storedAt: Date;
}

/** Updates of one channel; each is stored once, however often it comes, and replied to with one reply, whatever crashes. */
export interface Inbox {
  /** Stores updates, all or none; returns those that were not there before. */
  store(updates: readonly InboxItem[], at: Date): InboxItem[];
  /** Updates that await their reply, in order. */
  pending(): InboxItem[];
  /** Keeps the reply to an update, whole, before its first message leaves: from then on no other reply is made. */
  draft(updateId: number, payloads: readonly string[]): void;
  /** Returns the messages of a stored reply that are not known to have arrived, in order; null if no reply is stored. */
  drafted(updateId: number): readonly OutboxMessage[] | null;
  /** A message of the reply has arrived, or was declined for good: it is not sent again. */
  arrived(updateId: number, n: number): void;
  /** The update has its reply. */
  finish(updateId: number, at: Date): void;
  /** Counts that an update is taken up again after a restart; returns how often it was. */
  countTry(updateId: number): number;
  /** Puts an update aside with the reason: it awaits no reply, until it is retried. */
  putAside(updateId: number, reason: string): void;
  /** Updates that were put aside, in order. */
  aside(): readonly AsideItem[];
  /** Has an update that was put aside taken up at the next start; false where there is none. */
  retry(updateId: number): boolean;
  /** Which of the channel's polls hold which questions. */
  readonly polls: Polls;
}

/** A finished update is remembered this long, so that a second delivery is noticed; Telegram keeps updates for one day. */
const KEEP_FINISHED_HOURS = 48;

/** The inbox in an open state file. */
export function openInbox(database: Database.Database): Inbox {
  const insert = database.prepare<[number, string, number]>(
    'INSERT OR IGNORE INTO inbox (update_id, payload, stored_at) VALUES (?, ?, ?)',
  );
  const prune = database.prepare<[number]>('DELETE FROM inbox WHERE finished_at < ?');
  const waiting = database.prepare<[], InboxItem>(
    'SELECT update_id AS updateId, payload FROM inbox WHERE finished_at IS NULL AND fault IS NULL ORDER BY update_id',
  );
  const store = database.transaction((updates: readonly InboxItem[], at: Date) => {
    prune.run(at.getTime() - KEEP_FINISHED_HOURS * HOUR_MS);
    return updates.filter(({ updateId, payload }) => insert.run(updateId, payload, at.getTime()).changes === 1);
  });
  return {
    store: (updates, at) => {
      // Telegram forgets what is acknowledged: this alone must outlive a power cut. It takes everything before it to disk, too;
      // all else need not wait for the disk, at worst a reply is sent once more.
      database.pragma('synchronous = FULL');
      try {
        return store.immediate(updates, at);
      } finally {
        database.pragma('synchronous = NORMAL');
      }
    },
    pending: () => waiting.all(),
    ...openAside(database),
    ...openReplies(database),
    polls: openPolls(database),
  };
}

function openAside(database: Database.Database): Pick<Inbox, 'countTry' | 'putAside' | 'aside' | 'retry'> {
  const count = database.prepare<[number], { tries: number }>(
    'UPDATE inbox SET tries = tries + 1 WHERE update_id = ? RETURNING tries',
  );
  const put = database.prepare<[string, number]>('UPDATE inbox SET fault = ? WHERE update_id = ?');
  const list = database.prepare<[], RowOf<AsideItem>>(
    'SELECT update_id AS updateId, fault AS reason, stored_at AS storedAt FROM inbox WHERE fault IS NOT NULL ORDER BY update_id',
  );
  const retry = database.prepare<[number]>(
    'UPDATE inbox SET fault = NULL, tries = 0 WHERE update_id = ? AND fault IS NOT NULL',
  );
  return {
    countTry: (updateId) => count.get(updateId)?.tries ?? 0,
    putAside: (updateId, reason) => void put.run(reason, updateId),
    aside: () => list.all().map((row) => ({ ...row, storedAt: new Date(row.storedAt) })),
    retry: (updateId) => retry.run(updateId).changes === 1,
  };
}

function openReplies(database: Database.Database): Pick<Inbox, 'draft' | 'drafted' | 'arrived' | 'finish'> {
  const end = database.prepare<[number, number]>("UPDATE inbox SET finished_at = ?, payload = '' WHERE update_id = ?");
  const clear = database.prepare<[number]>('DELETE FROM outbox WHERE update_id = ?');
  const insert = database.prepare<[number, number, string]>(
    'INSERT INTO outbox (update_id, n, payload) VALUES (?, ?, ?)',
  );
  const kept = database.prepare<[number], OutboxMessage & { readonly arrived: number }>(
    'SELECT n, payload, arrived FROM outbox WHERE update_id = ? ORDER BY n',
  );
  const arrive = database.prepare<[number, number]>('UPDATE outbox SET arrived = 1 WHERE update_id = ? AND n = ?');
  const draft = database.transaction((updateId: number, payloads: readonly string[]) => {
    for (const [n, payload] of payloads.entries()) insert.run(updateId, n, payload);
  });
  const finish = database.transaction((updateId: number, at: Date) => {
    end.run(at.getTime(), updateId);
    clear.run(updateId);
  });
  return {
    finish: (updateId, at) => finish.immediate(updateId, at),
    draft: (updateId, payloads) => draft.immediate(updateId, payloads),
    drafted: (updateId) => {
      const all = kept.all(updateId);
      const left = all.filter(({ arrived }) => arrived === 0).map(({ n, payload }) => ({ n, payload }));
      return all.length === 0 ? null : left;
    },
    arrived: (updateId, n) => {
      arrive.run(updateId, n);
    },
  };
}
