// The audit log on disk: append-only, each entry chained to the one before by its hash. People stand in it under pseudonyms,
// whose key is deleted when they ask to be forgotten: the chain stays whole, and points to nobody.
import { createHash, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { AuditLog } from '../../chat/ports/audit-log.ts';

/** Hash before the first entry. */
const START = '0'.repeat(64);

interface Row {
  readonly n: number;
  readonly entry: string;
  readonly hash: string;
}

/** Hash of an entry: SHA-256 over the hash before it, its number and its text. @returns 64 hexadecimal digits */
export function chainHash(before: string, n: number, entry: string): string {
  return createHash('sha256').update(`${before}\n${n}\n${entry}`).digest('hex');
}

/** The audit log in an open state file. @param newName names for people; random by default */
export function openAudit(database: Database.Database, newName: () => string = randomUUID): AuditLog {
  const last = database.prepare<[], Row>('SELECT n, entry, hash FROM audit ORDER BY n DESC LIMIT 1');
  const insert = database.prepare<[number, string, string]>('INSERT INTO audit (n, entry, hash) VALUES (?, ?, ?)');
  const all = database.prepare<[], Row>('SELECT n, entry, hash FROM audit ORDER BY n');
  const nameOf = database
    .prepare<[string, string], string>('SELECT name FROM pseudonym WHERE channel = ? AND user = ?')
    .pluck();
  const addName = database.prepare<[string, string, string]>('INSERT INTO pseudonym VALUES (?, ?, ?)');
  const append = database.transaction<AuditLog['append']>(({ channel, user }, event, at) => {
    let who = nameOf.get(channel, user);
    if (who === undefined) {
      who = newName();
      addName.run(channel, user, who);
    }
    const before = last.get() ?? { n: 0, hash: START };
    const entry = JSON.stringify({ at: at.toISOString(), channel, who, ...event });
    insert.run(before.n + 1, entry, chainHash(before.hash, before.n + 1, entry));
  });
  return {
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
    entries: () => all.all().map(({ n, entry }) => ({ n, entry })),
  };
}
