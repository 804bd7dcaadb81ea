// A person's past questions and answers on disk: listed, sought, deleted. It reads the table that `exchanges.ts` writes.
import type Database from 'better-sqlite3';
import type { Speaker } from '../../chat/ports/exchanges.ts';
import type { History, PastExchange } from '../../chat/browse/history.ts';
import type { Answer } from '../../types.ts';
import { rowOf } from './exchanges.ts';

interface ExchangeRow {
  readonly id: number;
  readonly question: string;
  readonly answer: string;
  readonly at: number;
}

type Own = [channel: string, chat: string, user: string];

const IS_OWN = 'channel = ? AND chat = ? AND user = ?';
const HOLDS = `(question LIKE ? ESCAPE '\\' OR coalesce(json_extract(answer, '$.short'), '') LIKE ? ESCAPE '\\')`;

/** The history in an open state file. */
export function openHistory(database: Database.Database): History {
  const list = database.prepare<[...Own, number, string, string, number], ExchangeRow>(
    `SELECT id, question, answer, at FROM exchange WHERE ${IS_OWN} AND id < ? AND ${HOLDS} ORDER BY id DESC LIMIT ?`,
  );
  const find = database.prepare<[...Own, number], ExchangeRow>(
    `SELECT id, question, answer, at FROM exchange WHERE ${IS_OWN} AND id = ?`,
  );
  const remove = database.prepare<[...Own, number]>(`DELETE FROM exchange WHERE ${IS_OWN} AND id = ?`);
  const removeAll = database.prepare<Own>(`DELETE FROM exchange WHERE ${IS_OWN}`);
  return {
    list: (speaker, { query, before, limit }) => {
      const below = before === null ? Number.MAX_SAFE_INTEGER : rowOf(before);
      const pattern = `%${query.replace(/[\\%_]/gu, '\\$&')}%`;
      return list.all(...ownOf(speaker), below, pattern, pattern, limit).map(toExchange);
    },
    find: (speaker, id) => {
      const row = find.get(...ownOf(speaker), rowOf(id));
      return row === undefined ? null : toExchange(row);
    },
    remove: (speaker, id) => remove.run(...ownOf(speaker), rowOf(id)).changes === 1,
    removeAll: (speaker) => removeAll.run(...ownOf(speaker)).changes,
  };
}

const ownOf = ({ channel, chat, user }: Speaker): Own => [channel, chat, user];

function toExchange({ id, question, answer, at }: ExchangeRow): PastExchange {
  return { id: id.toString(36), question, answer: JSON.parse(answer) as Answer, at: new Date(at) };
}
