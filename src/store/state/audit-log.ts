// The audit log: who did what, and which passages an answer cited. Append-only, each entry chained to the one before by its hash.
// People stand in it under pseudonyms, whose key is deleted when they ask to be forgotten: the chain stays whole and points to nobody.
import { createHash, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Person } from './personal-data.ts';

/** An entry of the log: one action of a person. It holds no question text. */
export interface AuditEvent {
  /** The action by its name in the policy (`chat/access/policy.ts`), or `join`. */
  readonly action: string;
  readonly role: string;
  /** `answered`, the reason of a refusal, `done`, or why it was not allowed. */
  readonly verdict: string;
  /** Whom or what it was done to: the id of a member or an invitation, a chat. */
  readonly object?: string;
  readonly districts?: readonly string[];
  readonly period?: string | null;
  /** The cited passages: report, start, end. */
  readonly passages?: readonly (readonly [string, number, number])[];
  /** The generation of the index that answered. */
  readonly generation?: string;
}

/** An append-only log in which every entry is chained to the one before. */
export interface AuditLog {
  /** Returns the pseudonym under which a person stands in the log: an entry that names a second person names them by it. */
  pseudonymOf(person: Person): string;
  append(who: Person, event: AuditEvent, at: Date): void;
  /** Checks the chain; `brokenAt` is the first entry that was altered, or null. */
  verify(): { readonly count: number; readonly brokenAt: number | null };
  /** Number and hash of the last entry: kept elsewhere, they show later whether the log was cut off. Null: no entry. */
  head(): AuditAnchor | null;
  /** True if the entry of an anchor is there, and is the one that it was. */
  holds(anchor: AuditAnchor): boolean;
  /** All entries, oldest first, as JSON. */
  entries(): readonly { readonly n: number; readonly entry: string }[];
}

/** An entry by its number, and its hash. */
export interface AuditAnchor {
  readonly n: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** Hash before the first entry. */
const START = '0'.repeat(64);

interface AuditRow {
  readonly n: number;
  readonly entry: string;
  readonly hash: string;
}

/** Hash of an entry: SHA-256 over the hash before it, its number and its text. @returns 64 hexadecimal digits */
export function chainHash(before: string, n: number, entry: string): string {
  return createHash('sha256').update(`${before}\n${n}\n${entry}`).digest('hex');
}

/** Opens the audit log in a state file. @param newName names for people; random by default */
export function openAuditLog(database: Database.Database, newName: () => string = randomUUID): AuditLog {
  const last = database.prepare<[], AuditRow>('SELECT n, entry, hash FROM audit ORDER BY n DESC LIMIT 1');
  const insert = database.prepare<[number, string, string]>('INSERT INTO audit (n, entry, hash) VALUES (?, ?, ?)');
  const all = database.prepare<[], AuditRow>('SELECT n, entry, hash FROM audit ORDER BY n');
  const hashAt = database.prepare<[number], string>('SELECT hash FROM audit WHERE n = ?').pluck();
  const nameOf = database
    .prepare<[string, string], string>('SELECT name FROM pseudonym WHERE channel = ? AND user = ?')
    .pluck();
  const addName = database.prepare<[string, string, string]>('INSERT INTO pseudonym VALUES (?, ?, ?)');
  const pseudonymOf = ({ channel, user }: Person): string => {
    const known = nameOf.get(channel, user);
    if (known !== undefined) return known;
    const made = newName();
    addName.run(channel, user, made);
    return made;
  };
  const append = database.transaction<AuditLog['append']>(({ channel, user }, { action, ...event }, at) => {
    const who = pseudonymOf({ channel, user });
    const before = last.get() ?? { n: 0, hash: START };
    const entry = JSON.stringify({ at: at.toISOString(), channel, who, act: action, ...event });
    insert.run(before.n + 1, entry, chainHash(before.hash, before.n + 1, entry));
  });
  return {
    pseudonymOf,
    append: (who, event, at) => append.immediate(who, event, at),
    verify: () => {
      let before = START;
      let count = 0;
      for (const { n, entry, hash } of all.iterate()) {
        count += 1;
        if (n !== count || hash !== chainHash(before, n, entry)) return { count, brokenAt: count };
        before = hash;
      }
      return { count, brokenAt: null };
    },
    head: () => {
      const row = last.get();
      return row === undefined ? null : { n: row.n, hash: row.hash };
    },
    holds: ({ n, hash }) => hashAt.get(n) === hash,
    entries: () => all.all().map(({ n, entry }) => ({ n, entry })),
  };
}
