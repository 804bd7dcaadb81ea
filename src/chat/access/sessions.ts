// Keys that open the house over HTTP: sessions of signed-in browsers, tokens of scripts. Interface only: `store/keys.ts` keeps them.

/** A session is a browser's; a token is a script's and has no end. */
export type KeyKind = 'session' | 'token';

/** A key as it is kept: its secret is known to its holder alone. */
export interface Key {
  /** 1–32 characters of `[A-Za-z0-9_-]`. */
  readonly id: string;
  readonly kind: KeyKind;
  readonly channel: string;
  readonly user: string;
  /** How its holder calls it; null for sessions. */
  readonly name: string | null;
  readonly madeAt: Date;
  /** Null: holds until it is removed. */
  readonly expiresAt: Date | null;
  /** When it last opened, to the hour; null: never. */
  readonly usedAt: Date | null;
}

/** Whose a key is. */
export type Holder = Pick<Key, 'channel' | 'user'>;

/** The keys that are out. */
export interface Keys {
  /** Keeps a key under the hash of its secret; those that have expired go. */
  add(key: Omit<Key, 'usedAt'>, hash: string): void;
  /** The key with this hash, if it has not expired; its use is noted. */
  find(kind: KeyKind, hash: string, at: Date): Key | null;
  /** A person's keys of a kind, latest first. */
  list(holder: Holder, kind: KeyKind, at: Date): Key[];
  /** Removes one key of a person; false where there was none. */
  remove(holder: Holder, id: string): boolean;
  /** Removes all keys of a person; returns how many. */
  removeAll(holder: Holder): number;
}
