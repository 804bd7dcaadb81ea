// Past questions and answers on disk. It keeps and finds; what may be followed up is the conversation's business.
import type Database from 'better-sqlite3';
import type { ChatMemory } from '../../chat/ports/exchanges.ts';
import type { Answer } from '../../types.ts';

/** The conversation's memory in an open state file. */
export function openExchanges(database: Database.Database): ChatMemory {
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

/** The row that an id of an exchange names; −1, which no row has, where it is no id of ours. */
export function rowOf(id: string): number {
  const row = /^[0-9a-z]{1,10}$/u.test(id) ? Number.parseInt(id, 36) : -1;
  return Number.isSafeInteger(row) ? row : -1;
}
