// Questions and their answers on disk: remembered for follow-ups, listed and deleted by whoever asked them. What may be followed up is the
// conversation's business.
import type Database from 'better-sqlite3';
import type { Answer, Language } from '../../types.ts';
import { type Columns, found, idOf, rowNumber } from './rows.ts';

/** A person in a chat of a channel. All three names are opaque to the conversation. */
export interface Speaker {
  /** Name of the channel (`telegram`, `terminal`). */
  readonly channel: string;
  readonly chat: string;
  readonly user: string;
  /** Language of our wording where a message itself does not tell. */
  readonly language: Language;
  /** Which of the person's conversations in the chat; default: `0`, the only one of channels that know no others. */
  readonly conversation?: string;
}

/** The conversation of a speaker whose channel knows no others. */
export const ONLY_CONVERSATION = '0';

/** One question and what came of it. */
export interface Exchange {
  /** The question as it was put. */
  readonly question: string;
  readonly answer: Answer;
  /** True if later questions may follow up on this one. */
  readonly followable: boolean;
  readonly at: Date;
}

/** Past exchanges as conversations need them: follow-ups and the sources of earlier answers. */
export interface Exchanges {
  /** Keeps an exchange; returns the id under which its answer is found again (≤ 32 characters of `[0-9a-z]`). */
  keep(speaker: Speaker, exchange: Exchange): string;
  /** The answer of this id if it was given in the speaker's chat; with `null`, the latest of the conversation; else null. */
  find(speaker: Speaker, id: string | null): Answer | null;
  /** The conversation's latest followable questions after `since`, at most `limit`, oldest first. */
  recentQuestions(speaker: Speaker, { limit, since }: { limit: number; since: Date }): string[];
  /** Starts the conversation afresh: earlier questions are no longer followed up; past answers stay open. */
  startAfresh(speaker: Speaker): void;
}

/** A past exchange. */
export interface PastExchange {
  readonly id: string;
  readonly question: string;
  readonly answer: Answer;
  readonly at: Date;
}

/** A search of one's own history. */
export interface HistoryQuery {
  /** Stands in the question or the direct answer; empty: everything. */
  readonly query: string;
  /** Only what is older than the exchange of this id; null: from the latest. */
  readonly before: string | null;
  readonly limit: number;
}

/** Past exchanges of a speaker in a chat: nobody else's can be reached by it. */
export interface ExchangeHistory {
  /** Latest first. */
  list(speaker: Speaker, query: HistoryQuery): PastExchange[];
  find(speaker: Speaker, id: string): PastExchange | null;
  /** Deletes one exchange; false where there was none. */
  remove(speaker: Speaker, id: string): boolean;
  /** Deletes all, with what was set of conversations and the links to them; returns how many exchanges. */
  removeAll(speaker: Speaker): number;
}

type InConversation = [channel: string, chat: string, user: string, conversation: string];

const IN_CONVERSATION = 'channel = ? AND chat = ? AND user = ? AND conversation = ?';

/** Returns the columns that name a speaker's conversation. */
export function conversationOf({ channel, chat, user, conversation = ONLY_CONVERSATION }: Speaker): InConversation {
  return [channel, chat, user, conversation];
}

/** Most exchanges of one person in one chat; beyond that the oldest go, so that nobody fills the disk. */
const MAX_KEPT = 5_000;
/** The quota is looked at once in so many exchanges. */
const CHECK_EVERY = 50;

/** Opens the exchanges in a state file. */
export function openExchanges(database: Database.Database): Exchanges {
  const insert = database.prepare<[...InConversation, string, string, number, number]>(
    'INSERT INTO exchange (channel, chat, user, conversation, question, answer, followable, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = database
    .prepare<[number, string, string], string>('SELECT answer FROM exchange WHERE id = ? AND channel = ? AND chat = ?')
    .pluck();
  const latest = database
    .prepare<InConversation, string>(`SELECT answer FROM exchange WHERE ${IN_CONVERSATION} ORDER BY id DESC LIMIT 1`)
    .pluck();
  const recent = database
    .prepare<[...InConversation, number, number], string>(
      `SELECT question FROM exchange WHERE ${IN_CONVERSATION} AND followable = 1 AND at > ? ORDER BY id DESC LIMIT ?`,
    )
    .pluck();
  const forget = database.prepare<InConversation>(
    `UPDATE exchange SET followable = 0 WHERE ${IN_CONVERSATION} AND followable = 1`,
  );
  const dropOldest = database.prepare<[...Own, ...Own]>(
    `DELETE FROM exchange WHERE ${IS_OWN} AND id < (SELECT id FROM exchange WHERE ${IS_OWN} ORDER BY id DESC LIMIT 1 OFFSET ${MAX_KEPT})`,
  );
  return {
    keep: (speaker, { question, answer, followable, at }) => {
      const kept = [question, JSON.stringify(answer), followable ? 1 : 0, at.getTime()] as const;
      const row = Number(insert.run(...conversationOf(speaker), ...kept).lastInsertRowid);
      const own = ownOf(speaker);
      if (row % CHECK_EVERY === 0) dropOldest.run(...own, ...own);
      return idOf(row);
    },
    find: (speaker, id) => {
      const { channel, chat } = speaker;
      const row = id === null ? latest.get(...conversationOf(speaker)) : byId.get(rowNumber(id), channel, chat);
      return row === undefined ? null : (JSON.parse(row) as Answer);
    },
    recentQuestions: (speaker, { limit, since }) =>
      recent.all(...conversationOf(speaker), since.getTime(), limit).reverse(),
    startAfresh: (speaker) => {
      forget.run(...conversationOf(speaker));
    },
  };
}

/** A past exchange as its row holds it. */
export type ExchangeRow = Columns<PastExchange, 'question' | 'at'> & { readonly id: number; readonly answer: string };

type Own = [channel: string, chat: string, user: string];

const IS_OWN = 'channel = ? AND chat = ? AND user = ?';
const HOLDS = `(question LIKE ? ESCAPE '\\' OR coalesce(json_extract(answer, '$.short'), '') LIKE ? ESCAPE '\\')`;

/** Opens the history of exchanges in a state file. */
export function openExchangeHistory(database: Database.Database): ExchangeHistory {
  const list = database.prepare<[...Own, number, string, string, number], ExchangeRow>(
    `SELECT id, question, answer, at FROM exchange WHERE ${IS_OWN} AND id < ? AND ${HOLDS} ORDER BY id DESC LIMIT ?`,
  );
  const find = database.prepare<[...Own, number], ExchangeRow>(
    `SELECT id, question, answer, at FROM exchange WHERE ${IS_OWN} AND id = ?`,
  );
  const remove = database.prepare<[...Own, number]>(`DELETE FROM exchange WHERE ${IS_OWN} AND id = ?`);
  const empty = database.prepare<Own>(`DELETE FROM exchange WHERE ${IS_OWN}`);
  const unset = ['conversation', 'share'].map((table) =>
    database.prepare<[string, string]>(`DELETE FROM ${table} WHERE channel = ? AND user = ?`),
  );
  const removeAll = database.transaction((speaker: Speaker) => {
    for (const statement of unset) statement.run(speaker.channel, speaker.user);
    return empty.run(...ownOf(speaker)).changes;
  });
  return {
    list: (speaker, { query, before, limit }) => {
      const below = before === null ? Number.MAX_SAFE_INTEGER : rowNumber(before);
      const pattern = `%${query.replace(/[\\%_]/gu, '\\$&')}%`;
      return list.all(...ownOf(speaker), below, pattern, pattern, limit).map(toExchange);
    },
    find: (speaker, id) => found(find.get(...ownOf(speaker), rowNumber(id)), toExchange),
    remove: (speaker, id) => remove.run(...ownOf(speaker), rowNumber(id)).changes === 1,
    removeAll: (speaker) => removeAll.immediate(speaker),
  };
}

const ownOf = ({ channel, chat, user }: Speaker): Own => [channel, chat, user];

/** Returns the exchange that a row holds. */
export function toExchange({ id, question, answer, at }: ExchangeRow): PastExchange {
  return { id: idOf(id), question, answer: JSON.parse(answer) as Answer, at: new Date(at) };
}
