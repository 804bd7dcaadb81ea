// The conversations of a person in a chat: listed, named, limited to sources, deleted. A conversation is there as soon as something was
// asked in it; its row holds only what was set of it.
import type Database from 'better-sqlite3';
import {
  conversationOf,
  type ExchangeRow,
  type HistoryQuery,
  ONLY_CONVERSATION,
  type PastExchange,
  type Speaker,
  toExchange,
} from './exchanges.ts';
import { found, idOf, rowNumber } from './rows.ts';

/** The reports that a conversation is limited to: what the filters select together, and the reports that were ticked. */
export interface SourceSet {
  /** Full names; none: every district. */
  readonly districts: readonly string[];
  /** Years of publication (`2016`); none: every year. */
  readonly years: readonly string[];
  /** Publishers; none: every publisher. */
  readonly publishers: readonly string[];
  /** Ids of single reports. */
  readonly reports: readonly string[];
}

/** A conversation in a list. */
export interface ConversationLine {
  readonly id: string;
  /** The name that the person gave it; null: none. */
  readonly name: string | null;
  /** The first question. */
  readonly question: string;
  readonly questions: number;
  /** When something was last asked in it. */
  readonly at: Date;
  /** The latest exchange, from which a list goes on. */
  readonly latest: string;
}

/** What is set of a conversation. */
export interface ConversationSettings {
  readonly name: string | null;
  /** Null: all reports. */
  readonly sources: SourceSet | null;
}

/** The conversations of speakers: nobody else's can be reached by one. */
export interface Conversations {
  /** Latest first; with a query those whose name, questions or direct answers hold it. `before`: a `latest` of a list. */
  list(speaker: Speaker, query: HistoryQuery): ConversationLine[];
  /** The speaker's conversation; null where nothing was asked in it. */
  find(speaker: Speaker): ConversationLine | null;
  /** The latest exchanges of the speaker's conversation, at most `limit`, oldest first. */
  exchanges(speaker: Speaker, limit: number): PastExchange[];
  settings(speaker: Speaker): ConversationSettings;
  /** Keeps what is given and leaves the rest. */
  set(speaker: Speaker, settings: Partial<ConversationSettings>, at: Date): void;
  /** Deletes the conversation with all that was asked in it; returns how many exchanges. */
  remove(speaker: Speaker): number;
}

type LineRow = Omit<ConversationLine, 'at' | 'latest'> & { readonly at: number; readonly latest: number };
type SettingRow = { readonly name: string | null; readonly sources: string | null };
type Own = [channel: string, chat: string, user: string];

const LINES = `SELECT e.conversation AS id, c.name AS name, count(*) AS questions, min(e.id) AS first, max(e.id) AS latest,
  max(e.at) AS at FROM exchange AS e
  LEFT JOIN conversation AS c ON c.channel = e.channel AND c.user = e.user AND c.id = e.conversation
  WHERE e.channel = ? AND e.chat = ? AND e.user = ?`;
const HOLDS = `max(coalesce(c.name, '') LIKE @text ESCAPE '\\' OR e.question LIKE @text ESCAPE '\\'
  OR coalesce(json_extract(e.answer, '$.short'), '') LIKE @text ESCAPE '\\')`;
const named = (lines: string): string =>
  `SELECT id, name, questions, latest, at, (SELECT question FROM exchange WHERE exchange.id = first) AS question
   FROM (${lines}) ORDER BY latest DESC`;

/** Opens the conversations in a state file. */
export function openConversations(database: Database.Database): Conversations {
  const list = database.prepare<[...Own, number, number, { text: string }], LineRow>(
    `${named(`${LINES} GROUP BY e.conversation HAVING max(e.id) < ? AND ${HOLDS}`)} LIMIT ?`,
  );
  const one = database.prepare<[...Own, string], LineRow>(
    named(`${LINES} AND e.conversation = ? GROUP BY e.conversation`),
  );
  const exchanges = database.prepare<[...Own, string, number], ExchangeRow>(
    `SELECT id, question, answer, at FROM exchange WHERE channel = ? AND chat = ? AND user = ? AND conversation = ?
     ORDER BY id DESC LIMIT ?`,
  );
  return {
    list: ({ channel, chat, user }, { query, before, limit }) => {
      const below = before === null ? Number.MAX_SAFE_INTEGER : rowNumber(before);
      const text = `%${query.replace(/[\\%_]/gu, '\\$&')}%`;
      return list.all(channel, chat, user, below, limit, { text }).map(toLine);
    },
    find: (speaker) => found(one.get(...conversationOf(speaker)), toLine),
    exchanges: (speaker, limit) =>
      exchanges
        .all(...conversationOf(speaker), limit)
        .reverse()
        .map(toExchange),
    ...openSettings(database),
  };
}

function openSettings(database: Database.Database): Pick<Conversations, 'settings' | 'set' | 'remove'> {
  const get = database.prepare<[string, string, string], SettingRow>(
    'SELECT name, sources FROM conversation WHERE channel = ? AND user = ? AND id = ?',
  );
  const put = database.prepare<[string, string, string, string | null, string | null, number]>(
    'INSERT OR REPLACE INTO conversation (channel, user, id, name, sources, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const drop = database.prepare<[string, string, string]>(
    'DELETE FROM conversation WHERE channel = ? AND user = ? AND id = ?',
  );
  const unshare = database.prepare<[string, string, string]>(
    'DELETE FROM share WHERE channel = ? AND user = ? AND conversation = ?',
  );
  const empty = database.prepare<[...Own, string]>(
    'DELETE FROM exchange WHERE channel = ? AND chat = ? AND user = ? AND conversation = ?',
  );
  const settings: Conversations['settings'] = (speaker) => {
    const row = get.get(...keyOf(speaker));
    if (row === undefined) return { name: null, sources: null };
    return { name: row.name, sources: row.sources === null ? null : (JSON.parse(row.sources) as SourceSet) };
  };
  const remove = database.transaction((speaker: Speaker) => {
    drop.run(...keyOf(speaker));
    unshare.run(...keyOf(speaker));
    return empty.run(...conversationOf(speaker)).changes;
  });
  return {
    settings,
    set: (speaker, change, at) => {
      const { name, sources } = { ...settings(speaker), ...change };
      put.run(...keyOf(speaker), name, sources === null ? null : JSON.stringify(sources), at.getTime());
    },
    remove: (speaker) => remove.immediate(speaker),
  };
}

function keyOf({ channel, user, conversation = ONLY_CONVERSATION }: Speaker): [string, string, string] {
  return [channel, user, conversation];
}

function toLine({ at, latest, ...row }: LineRow): ConversationLine {
  return { ...row, at: new Date(at), latest: idOf(latest) };
}
