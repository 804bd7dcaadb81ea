// Items as they were put, each kept once under a hash of its content: what is graded later is what was asked.
import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Item } from '../../quiz/types.ts';

/** Items by key. */
export interface KeptItems {
  /** Keeps an item; returns its key. */
  keep(item: Item, at: Date): string;
  /** @throws RangeError where nothing is kept under a key */
  get(key: string): Item;
}

/** Items that are held parsed; they never change. */
const MAX_PARSED = 2_000;

/** The kept items in an open state file. */
export function openKeptItems(database: Database.Database): KeptItems {
  const insert = database.prepare<[string, string, number]>(
    'INSERT INTO kept_item VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last_at = max(last_at, excluded.last_at)',
  );
  const parsed = new Map<string, Item>();
  const select = database.prepare<[string], string>('SELECT item FROM kept_item WHERE key = ?').pluck();
  return {
    keep: (item, at) => {
      const text = JSON.stringify(item);
      const key = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      insert.run(key, text, at.getTime());
      return key;
    },
    get: (key) => {
      const known = parsed.get(key);
      if (known !== undefined) return known;
      const text = select.get(key);
      if (text === undefined) throw new RangeError(`there is no kept item ${key}`);
      const item = JSON.parse(text) as Item;
      if (parsed.size >= MAX_PARSED) parsed.clear();
      parsed.set(key, item);
      return item;
    },
  };
}
