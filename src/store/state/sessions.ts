// Sessions of browsers and tokens of scripts on disk, by the hash of their secrets. Who is let in is decided in `chat/access`.
import type Database from 'better-sqlite3';
import { HOUR_MS } from '../../durations.ts';
import type { Person } from './personal-data.ts';
import { type RowOf, timeOf, whereThereIsRoom } from './rows.ts';

/** The use of a credential: `session` for a browser, `token` for a script. */
export type CredentialKind = 'session' | 'token';

/** The extent of a token: `all` that its person may do but making keys, or to `ask` and to read the reports. Sessions have `all`. */
export type TokenScope = 'all' | 'ask';

/** A key as it is kept: its secret is known to its person alone. */
export interface Credential {
  /** 1–32 characters of `[A-Za-z0-9_-]`. */
  readonly id: string;
  readonly kind: CredentialKind;
  readonly channel: string;
  readonly user: string;
  /** The name its person gave it; of a session, the device it was begun on; null: not known. */
  readonly name: string | null;
  readonly scope: TokenScope;
  readonly madeAt: Date;
  /** Null: holds until it is removed. */
  readonly expiresAt: Date | null;
  /** When it was last used, to the hour; null: never. */
  readonly usedAt: Date | null;
}

/** Sessions of browsers and tokens of scripts, each kept under the hash of its secret. */
export interface Sessions {
  /** Stores a credential under the hash of its secret; deletes expired ones. */
  add(credential: Omit<Credential, 'usedAt'>, hash: string): void;
  /** Returns the credential with this hash if it has not expired, and notes its use. */
  find(kind: CredentialKind, hash: string, at: Date): Credential | null;
  /** Returns a person's credentials of a kind, latest first. */
  list(person: Person, kind: CredentialKind, at: Date): Credential[];
  /** Returns everybody's credentials of a kind on a channel, latest first. */
  listAll(channel: string, kind: CredentialKind, at: Date): Credential[];
  /** Removes one credential of a person; false if there was none. */
  remove(person: Person, id: string): boolean;
  /** Removes all credentials of a person, but for the one of this hash; returns how many. */
  removeAll(person: Person, exceptHash?: string): number;
  /** Keeps the hash of a code by which the owner of a channel signs in, once; the one before is void. */
  keepOwnerCode(channel: string, code: { readonly hash: string; readonly expiresAt: Date }): void;
  /** True if this is the hash of the owner's code; it is used up by that. */
  takeOwnerCode(channel: string, hash: string, at: Date): boolean;
}

type CredentialRow = RowOf<Credential>;

type NewRow = [string, CredentialKind, string, string, string | null, TokenScope, string, number, number | null];

const COLUMNS = 'id, kind, channel, user, name, scope, made_at AS madeAt, expires_at AS expiresAt, used_at AS usedAt';
const IS_LIVE = '(expires_at IS NULL OR expires_at > ?)';

/** Opens the sessions and tokens in a state file. */
export function openSessions(database: Database.Database): Sessions {
  const insert = database.prepare<NewRow>(
    'INSERT INTO access_key (id, kind, channel, user, name, scope, hash, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const expire = database.prepare<[number]>('DELETE FROM access_key WHERE expires_at <= ?');
  const byHash = database.prepare<[CredentialKind, string, number], CredentialRow>(
    `SELECT ${COLUMNS} FROM access_key WHERE kind = ? AND hash = ? AND ${IS_LIVE}`,
  );
  const use = database.prepare<[number, string]>('UPDATE access_key SET used_at = ? WHERE id = ?');
  const list = database.prepare<[string, string, CredentialKind, number], CredentialRow>(
    `SELECT ${COLUMNS} FROM access_key WHERE channel = ? AND user = ? AND kind = ? AND ${IS_LIVE} ORDER BY made_at DESC, id`,
  );
  const listAll = database.prepare<[string, CredentialKind, number], CredentialRow>(
    `SELECT ${COLUMNS} FROM access_key WHERE channel = ? AND kind = ? AND ${IS_LIVE} ORDER BY made_at DESC, id`,
  );
  const remove = database.prepare<[string, string, string]>(
    'DELETE FROM access_key WHERE channel = ? AND user = ? AND id = ?',
  );
  const removeAll = database.prepare<[string, string, string]>(
    'DELETE FROM access_key WHERE channel = ? AND user = ? AND hash <> ?',
  );
  return {
    add: ({ id, kind, channel, user, name, scope, madeAt, expiresAt }, hash) => {
      expire.run(madeAt.getTime());
      insert.run(id, kind, channel, user, name, scope, hash, madeAt.getTime(), expiresAt?.getTime() ?? null);
    },
    find: (kind, hash, at) => {
      const row = byHash.get(kind, hash, at.getTime());
      if (row === undefined) return null;
      // Once an hour is exact enough: a request should not cost a write.
      if (row.usedAt === null || row.usedAt <= at.getTime() - HOUR_MS)
        whereThereIsRoom(() => use.run(at.getTime(), row.id));
      return toCredential(row);
    },
    list: ({ channel, user }: Person, kind, at) => list.all(channel, user, kind, at.getTime()).map(toCredential),
    listAll: (channel, kind, at) => listAll.all(channel, kind, at.getTime()).map(toCredential),
    remove: ({ channel, user }, id) => remove.run(channel, user, id).changes === 1,
    removeAll: ({ channel, user }, exceptHash = '') => removeAll.run(channel, user, exceptHash).changes,
    ...openOwnerCodes(database),
  };
}

function openOwnerCodes(database: Database.Database): Pick<Sessions, 'keepOwnerCode' | 'takeOwnerCode'> {
  const keep = database.prepare<[string, string, number]>('INSERT OR REPLACE INTO owner_code VALUES (?, ?, ?)');
  const take = database.prepare<[string, string, number]>(
    'DELETE FROM owner_code WHERE channel = ? AND hash = ? AND expires_at > ?',
  );
  return {
    keepOwnerCode: (channel, { hash, expiresAt }) => void keep.run(channel, hash, expiresAt.getTime()),
    takeOwnerCode: (channel, hash, at) => take.run(channel, hash, at.getTime()).changes === 1,
  };
}

function toCredential({ madeAt, expiresAt, usedAt, ...row }: CredentialRow): Credential {
  return { ...row, madeAt: new Date(madeAt), expiresAt: timeOf(expiresAt), usedAt: timeOf(usedAt) };
}
