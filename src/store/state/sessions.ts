// Sessions and tokens on disk, by the hash of their secrets. Whom a key lets in is the entrance's business.

import type Database from 'better-sqlite3';
import type { Holder, Key, KeyKind, Keys } from '../../chat/access/sessions.ts';
import { HOUR_MS } from '../../durations.ts';

interface KeyRow {
  readonly id: string;
  readonly kind: KeyKind;
  readonly channel: string;
  readonly user: string;
  readonly name: string | null;
  readonly madeAt: number;
  readonly expiresAt: number | null;
  readonly usedAt: number | null;
}

type NewRow = [string, KeyKind, string, string, string | null, string, number, number | null];

const COLUMNS = 'id, kind, channel, user, name, made_at AS madeAt, expires_at AS expiresAt, used_at AS usedAt';
const IS_LIVE = '(expires_at IS NULL OR expires_at > ?)';

/** The keys in an open state file. */
export function openKeys(database: Database.Database): Keys {
  const insert = database.prepare<NewRow>(
    'INSERT INTO access_key (id, kind, channel, user, name, hash, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const expire = database.prepare<[number]>('DELETE FROM access_key WHERE expires_at <= ?');
  const byHash = database.prepare<[KeyKind, string, number], KeyRow>(
    `SELECT ${COLUMNS} FROM access_key WHERE kind = ? AND hash = ? AND ${IS_LIVE}`,
  );
  const use = database.prepare<[number, string]>('UPDATE access_key SET used_at = ? WHERE id = ?');
  const list = database.prepare<[string, string, KeyKind, number], KeyRow>(
    `SELECT ${COLUMNS} FROM access_key WHERE channel = ? AND user = ? AND kind = ? AND ${IS_LIVE} ORDER BY made_at DESC, id`,
  );
  const remove = database.prepare<[string, string, string]>(
    'DELETE FROM access_key WHERE channel = ? AND user = ? AND id = ?',
  );
  const removeAll = database.prepare<[string, string]>('DELETE FROM access_key WHERE channel = ? AND user = ?');
  return {
    add: ({ id, kind, channel, user, name, madeAt, expiresAt }, hash) => {
      expire.run(madeAt.getTime());
      insert.run(id, kind, channel, user, name, hash, madeAt.getTime(), expiresAt?.getTime() ?? null);
    },
    find: (kind, hash, at) => {
      const row = byHash.get(kind, hash, at.getTime());
      if (row === undefined) return null;
      // Once an hour is exact enough: a request should not cost a write.
      if (row.usedAt === null || row.usedAt <= at.getTime() - HOUR_MS) use.run(at.getTime(), row.id);
      return toKey(row);
    },
    list: ({ channel, user }: Holder, kind, at) => list.all(channel, user, kind, at.getTime()).map(toKey),
    remove: ({ channel, user }, id) => remove.run(channel, user, id).changes === 1,
    removeAll: ({ channel, user }) => removeAll.run(channel, user).changes,
  };
}

function toKey({ madeAt, expiresAt, usedAt, ...row }: KeyRow): Key {
  const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
  return { ...row, madeAt: new Date(madeAt), expiresAt: dateOf(expiresAt), usedAt: dateOf(usedAt) };
}
