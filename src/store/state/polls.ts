// Which native polls of a channel hold which posed questions, on disk. A poll's id is learned only when its sending is confirmed; a poll whose
// sending was never confirmed can be answered all the same, so it is recognised by what it shows. It grades nothing.
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { DAY_MS } from '../../durations.ts';

/** The visible part of a poll. */
export interface PollFace {
  readonly question: string;
  readonly options: readonly string[];
}

/** A posed question on its way to a chat as a poll. */
export interface PutPoll extends PollFace {
  /** Of the posed question; see `Posed`. */
  readonly token: string;
  readonly chat: string;
  /** The forum topic that it goes to; null: none. */
  readonly threadId: number | null;
}

/** The posed question that a poll holds. */
export interface FoundPoll {
  readonly token: string;
  readonly chat: string;
  /** The channel's number for the poll's message; null: unknown. */
  readonly messageId: number | null;
}

/** The polls of one channel. */
export interface Polls {
  /** Notes a try to send a poll, before it is made: after a second one, somewhere a poll may stand whose id nobody told us. */
  put(poll: PutPoll, at: Date): void;
  /** A sending was confirmed: the poll has this id. */
  arrived(id: string, poll: { readonly token: string; readonly messageId: number | null }, at: Date): void;
  /** The server tells what a poll of ours shows. */
  seen(id: string, face: PollFace, at: Date): void;
  /** The posed question of a poll that somebody answers; null where it is not known, or not known yet. */
  find(id: string, voter: string): FoundPoll | null;
  /** The only question in the voter's own chat that may stand in a poll of unknown id; null where there is none, or several. */
  guess(voter: string): FoundPoll | null;
  /** Returns the chats and messages of the polls that hold a posed question, as far as their sending was confirmed. */
  placesOf(token: string): readonly { readonly chat: string; readonly messageId: number }[];
  /** The forum topic of a chat that the latest poll went to; null: none. */
  threadOf(chat: string): number | null;
  /** A chat goes on under another id. */
  moveChat(from: string, to: string): void;
}

/** Forgets what was put to a person in private, where the chat bears their own id; parameters: channel, person. */
export const POLL_DELETE = 'DELETE FROM posed_poll WHERE ? IS NOT NULL AND chat = ?';

/** A poll is remembered this long: after it, an answer finds its question no more. */
const KEEP_DAYS = 90;

/** Polls whose sending was not confirmed, or not at the first try: one more than we know of may stand in the chat. */
const DOUBTFUL = '(arrived = 0 OR tries > 1)';
/** Ids of groups are negative in the one channel that has polls. */
const IS_GROUP = "chat LIKE '-%'";

/** The polls in an open state file. */
export function openPolls(database: Database.Database): Polls {
  return { ...openKnown(database), ...openLooks(database) };
}

function openKnown(database: Database.Database): Pick<Polls, 'put' | 'arrived' | 'seen' | 'moveChat'> {
  const put = database.prepare<[string, string, number | null, string, number]>(
    'INSERT INTO posed_poll (token, chat, thread, face, put_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (token) DO UPDATE SET tries = tries + 1',
  );
  const arrive = database.prepare<[string]>('UPDATE posed_poll SET arrived = 1 WHERE token = ?');
  const name = database.prepare<[string, string, number | null, number]>(
    `INSERT INTO poll (id, token, message_id, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET token = excluded.token, message_id = excluded.message_id`,
  );
  const see = database.prepare<[string, string, number]>(
    'INSERT INTO poll (id, face, at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET face = excluded.face',
  );
  const prunes = [
    database.prepare<[number]>('DELETE FROM posed_poll WHERE put_at < ?'),
    database.prepare<[number]>('DELETE FROM poll WHERE at < ?'),
  ];
  const move = database.prepare<[string, string]>('UPDATE posed_poll SET chat = ? WHERE chat = ?');
  const arrived = database.transaction((id: string, token: string, { messageId, at }: PollArrival) => {
    name.run(id, token, messageId, at.getTime());
    arrive.run(token);
  });
  return {
    put: ({ token, chat, threadId, ...face }, at) => {
      for (const prune of prunes) prune.run(at.getTime() - KEEP_DAYS * DAY_MS);
      put.run(token, chat, threadId, hashOf(face), at.getTime());
    },
    arrived: (id, { token, messageId }, at) => arrived.immediate(id, token, { messageId, at }),
    seen: (id, face, at) => {
      see.run(id, hashOf(face), at.getTime());
    },
    moveChat: (from, to) => {
      move.run(to, from);
    },
  };
}

interface PollArrival {
  readonly messageId: number | null;
  readonly at: Date;
}

function openLooks(database: Database.Database): Pick<Polls, 'find' | 'guess' | 'threadOf' | 'placesOf'> {
  const known = database.prepare<[string], FoundPoll>(
    'SELECT token, chat, message_id AS messageId FROM poll JOIN posed_poll USING (token) WHERE id = ?',
  );
  // Of polls that show the same, the voter's own chat comes first, then the latest.
  const alike = database.prepare<[string, string, string], FoundPoll>(
    `SELECT posed_poll.token, chat, NULL AS messageId FROM poll JOIN posed_poll USING (face)
     WHERE id = ? AND ${DOUBTFUL} AND (chat = ? OR ${IS_GROUP}) ORDER BY chat = ? DESC, put_at DESC LIMIT 1`,
  );
  const doubtful = database.prepare<[string], FoundPoll>(
    `SELECT token, chat, NULL AS messageId FROM posed_poll WHERE chat = ? AND ${DOUBTFUL} LIMIT 2`,
  );
  const thread = database
    .prepare<[string], number | null>(
      'SELECT thread FROM posed_poll WHERE chat = ? ORDER BY put_at DESC, rowid DESC LIMIT 1',
    )
    .pluck();
  const places = database.prepare<[string], { chat: string; messageId: number }>(
    `SELECT chat, message_id AS messageId FROM poll JOIN posed_poll USING (token)
     WHERE token = ? AND message_id IS NOT NULL ORDER BY message_id`,
  );
  return {
    placesOf: (token) => places.all(token),
    threadOf: (chat) => thread.get(chat) ?? null,
    find: (id, voter) => known.get(id) ?? alike.get(id, voter, voter) ?? null,
    guess: (voter) => {
      const [first = null, ...others] = doubtful.all(voter);
      return others.length > 0 ? null : first;
    },
  };
}

/** Identity of what is shown: white space does not count, a server may trim it. */
function hashOf({ question, options }: PollFace): string {
  const shown = [question, ...options].map((text) => text.replace(/\s+/gu, ' ').trim());
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
