// Accounts of one person on several channels, on disk: each is linked to a home, under which everything of theirs is kept.
import type Database from 'better-sqlite3';
import { sha256 } from '../files.ts';
import type { Person } from './personal-data.ts';

/** Accounts that belong to one person. */
export interface Accounts {
  /** The account under which a person's data is kept; null: the account is linked to none. */
  homeOf(account: Person): Person | null;
  /** Links of a channel's accounts, as account or as home, oldest first. */
  links(channel: string): readonly AccountLink[];
  /** The accounts that are linked to a home, oldest first. */
  linkedTo(home: Person): readonly Person[];
  /** Ends the link of an account and of those that are linked to it; what was moved stays where it is. Returns how many ended. */
  unlink(account: Person): number;
  /** Keeps a code by which another account can be linked to this one, once; the one before is void. */
  issue(home: Person, code: string, expiresAt: Date): void;
  /** Uses a code up; returns the home to link to, null: nobody's, or too old. */
  redeem(code: string, at: Date): Person | null;
  /** Links an account to a home and moves what is its own there; what was linked to it before follows, its code is void. */
  link(account: Person, home: Person, at: Date): void;
}

/** An account and the home that it is linked to. */
export interface AccountLink {
  readonly account: Person;
  readonly home: Person;
}

/** Tables that hold what is a person's in private, by `channel`, `chat` and `user`; the chat bears the person's id. */
const BY_CHAT = ['exchange', 'practice_set', 'question'] as const;
/** Tables by `channel` and `user` alone. */
const BY_PERSON = [
  'conversation',
  'share',
  'feedback',
  'attempt',
  'card',
  'notice',
  'fault_report',
  'setting',
] as const;

/** Of two cards of an item, the one answered last stays. Parameters: home, account. */
const OLDER_CARDS = `DELETE FROM card WHERE channel = ? AND user = ? AND EXISTS (
  SELECT 1 FROM card AS other WHERE other.channel = ? AND other.user = ?
  AND other.item_id = card.item_id AND other.answered_at > card.answered_at)`;

/** Opens the accounts in a state file. */
export function openAccounts(database: Database.Database): Accounts {
  const home = database.prepare<[string, string], Person>(
    'SELECT home_channel AS channel, home_user AS user FROM linked_account WHERE channel = ? AND user = ?',
  );
  const keep = database.prepare<[string, string, string, number]>(
    'INSERT OR REPLACE INTO link_code VALUES (?, ?, ?, ?)',
  );
  const find = database.prepare<[string, number], Person>(
    'SELECT home_channel AS channel, home_user AS user FROM link_code WHERE hash = ? AND expires_at > ?',
  );
  const forget = database.prepare<[string]>('DELETE FROM link_code WHERE hash = ?');
  const redeem = database.transaction((hash: string, at: Date): Person | null => {
    const found = find.get(hash, at.getTime()) ?? null;
    forget.run(hash);
    return found && (home.get(found.channel, found.user) ?? found);
  });
  const link = openLink(database);
  const lists = openLists(database);
  return {
    homeOf: ({ channel, user }) => home.get(channel, user) ?? null,
    ...lists,
    issue: ({ channel, user }, code, expiresAt) => void keep.run(channel, user, sha256(code), expiresAt.getTime()),
    redeem: (code, at) => redeem.immediate(sha256(code), at),
    link: (account, to, at) => link.immediate(account, to, at),
  };
}

function openLists(database: Database.Database): Pick<Accounts, 'links' | 'linkedTo' | 'unlink'> {
  const links = database.prepare<[string, string], Person & { home_channel: string; home_user: string }>(
    'SELECT * FROM linked_account WHERE channel = ? OR home_channel = ? ORDER BY at, channel, user',
  );
  const linkedTo = database.prepare<[string, string], Person>(
    'SELECT channel, user FROM linked_account WHERE home_channel = ? AND home_user = ? ORDER BY at, channel, user',
  );
  const unlink = database.prepare<[string, string, string, string]>(
    'DELETE FROM linked_account WHERE (channel = ? AND user = ?) OR (home_channel = ? AND home_user = ?)',
  );
  return {
    links: (of) =>
      links.all(of, of).map(({ channel, user, home_channel, home_user }) => ({
        account: { channel, user },
        home: { channel: home_channel, user: home_user },
      })),
    linkedTo: ({ channel, user }) => linkedTo.all(channel, user),
    unlink: ({ channel, user }) => unlink.run(channel, user, channel, user).changes,
  };
}

function openLink(database: Database.Database): Database.Transaction<Accounts['link']> {
  const follow = database.prepare<[string, string, string, string]>(
    'UPDATE linked_account SET home_channel = ?, home_user = ? WHERE home_channel = ? AND home_user = ?',
  );
  const insert = database.prepare<[string, string, string, string, number]>(
    'INSERT OR REPLACE INTO linked_account VALUES (?, ?, ?, ?, ?)',
  );
  const older = database.prepare<[string, string, string, string]>(OLDER_CARDS);
  const moves = BY_CHAT.map((table) =>
    database.prepare<[string, string, string, string, string, string]>(
      `UPDATE OR IGNORE ${table} SET channel = ?, user = ?, chat = ? WHERE channel = ? AND user = ? AND chat = ?`,
    ),
  );
  const moveHabit = database.prepare<[string, string, string, string, string]>(
    'UPDATE OR IGNORE learner SET channel = ?, user = ?, chat = ? WHERE channel = ? AND user = ?',
  );
  const others = BY_PERSON.map((table) =>
    database.prepare<[string, string, string, string]>(
      `UPDATE OR IGNORE ${table} SET channel = ?, user = ? WHERE channel = ? AND user = ?`,
    ),
  );
  // Two reminders for one person are one too many: what the home has of its own stays.
  const leftovers = ['card', 'learner', 'setting'].map((table) =>
    database.prepare<[string, string]>(`DELETE FROM ${table} WHERE channel = ? AND user = ?`),
  );
  const voidCode = database.prepare<[string, string]>('DELETE FROM link_code WHERE home_channel = ? AND home_user = ?');
  return database.transaction((account, home, at) => {
    const [from, to] = [[account.channel, account.user] as const, [home.channel, home.user] as const];
    older.run(...to, ...from);
    for (const move of moves) move.run(...to, home.user, ...from, account.user);
    moveHabit.run(...to, home.user, ...from);
    for (const move of others) move.run(...to, ...from);
    for (const leftover of leftovers) leftover.run(...from);
    voidCode.run(...from);
    follow.run(...to, ...from);
    insert.run(...from, ...to, at.getTime());
  });
}
