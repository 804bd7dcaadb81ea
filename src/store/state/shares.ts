// Links by which a person shows an answer or a conversation to others, on disk, by the hash of their secrets. Who may open one is
// decided in `chat/`.
import type Database from 'better-sqlite3';
import { conversationOf, type ExchangeRow, type PastExchange, type Speaker, toExchange } from './exchanges.ts';
import type { Person } from './personal-data.ts';
import { found, idOf, type RowOf, rowNumber } from './rows.ts';

/** A link that shows an answer or a conversation, as it was when the link was made. */
export interface Share {
  /** 1–32 characters of `[A-Za-z0-9_-]`. */
  readonly id: string;
  readonly channel: string;
  readonly user: string;
  readonly conversation: string;
  /** The one answer that is shown; null: the whole conversation. */
  readonly exchange: string | null;
  readonly at: Date;
}

/** Links to what people asked in private, where the chat bears the person's own id. */
export interface Shares {
  /** Keeps a link; false where the speaker has no such answer, or nothing was asked in the conversation. */
  add(speaker: Speaker, link: { id: string; hash: string; exchange: string | null; at: Date }): boolean;
  /** A person's links, latest first. */
  list(person: Person): Share[];
  /** Ends a link; false where the person has none of this id. */
  remove(person: Person, id: string): boolean;
  /** The link with this hash; null: there is none, or none any more. */
  find(hash: string): Share | null;
  /** What a link shows and is still kept, oldest first. */
  exchanges(share: Share, limit: number): PastExchange[];
}

type ShareRow = Omit<RowOf<Share>, 'exchange'> & { readonly exchange: number | null };

const COLUMNS = 'id, channel, user, conversation, exchange, at';

/** Opens the shared links in a state file. */
export function openShares(database: Database.Database): Shares {
  const insert = database.prepare<(string | number | null)[]>(
    'INSERT INTO share (id, hash, channel, user, conversation, exchange, last, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const last = database
    .prepare<[string, string, string, string], number | null>(
      'SELECT max(id) FROM exchange WHERE channel = ? AND chat = ? AND user = ? AND conversation = ?',
    )
    .pluck();
  const own = database
    .prepare<[number, string, string], string>(
      'SELECT conversation FROM exchange WHERE id = ? AND channel = ? AND user = ? AND chat = user',
    )
    .pluck();
  return {
    add: (speaker, { id, hash, exchange, at }) => {
      const { channel, user } = speaker;
      const row = exchange === null ? (last.get(...conversationOf(speaker)) ?? null) : rowNumber(exchange);
      if (row === null) return false;
      const conversation = own.get(row, channel, user);
      if (conversation === undefined) return false;
      insert.run(id, hash, channel, user, conversation, exchange === null ? null : row, row, at.getTime());
      return true;
    },
    ...openLinks(database),
  };
}

function openLinks(database: Database.Database): Omit<Shares, 'add'> {
  const list = database.prepare<[string, string], ShareRow>(
    `SELECT ${COLUMNS} FROM share WHERE channel = ? AND user = ? ORDER BY at DESC, id`,
  );
  const remove = database.prepare<[string, string, string]>(
    'DELETE FROM share WHERE channel = ? AND user = ? AND id = ?',
  );
  const byHash = database.prepare<[string], ShareRow>(`SELECT ${COLUMNS} FROM share WHERE hash = ?`);
  const shown = database.prepare<[string, number], ExchangeRow>(
    `SELECT e.id, e.question, e.answer, e.at FROM exchange AS e JOIN share AS s
       ON e.channel = s.channel AND e.user = s.user AND e.chat = s.user AND e.conversation = s.conversation AND e.id <= s.last
     WHERE s.id = ? AND (s.exchange IS NULL OR e.id = s.exchange) ORDER BY e.id DESC LIMIT ?`,
  );
  return {
    list: ({ channel, user }) => list.all(channel, user).map(toShare),
    remove: ({ channel, user }, id) => remove.run(channel, user, id).changes === 1,
    find: (hash) => found(byHash.get(hash), toShare),
    exchanges: ({ id }, limit) => shown.all(id, limit).reverse().map(toExchange),
  };
}

function toShare({ exchange, at, ...row }: ShareRow): Share {
  return { ...row, exchange: exchange === null ? null : idOf(exchange), at: new Date(at) };
}
