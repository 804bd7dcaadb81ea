// Members, invitations, approved groups and chats that cannot be reached, on disk. Who may do what is the policy's business.
import type Database from 'better-sqlite3';
import type { Columns, RowOf } from './rows.ts';

/** The role a member was invited with. */
export type MemberRole = 'maintainer' | 'official' | 'trainee';

/** A member. */
export interface Member {
  readonly user: string;
  readonly name: string | null;
  readonly role: MemberRole;
  readonly invitedBy: string;
  readonly since: Date;
}

/** An invitation. */
export interface Invite {
  /** Unguessable, ≤ 40 characters of `[A-Za-z0-9_-]`. */
  readonly code: string;
  readonly role: MemberRole;
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
  /** The number of people who may join by it, ≥ 1. */
  readonly uses: number;
}

/** The outcome of redeeming an invitation. */
export type Redeemed =
  | { readonly outcome: 'joined'; readonly role: MemberRole }
  | { readonly outcome: 'unknown' | 'expired' | 'used-up' | 'member-already' };

/** Members, invitations and approved groups, by channel. */
export interface Members {
  /** The role of a member; null for anyone else, also for those whose membership was revoked. */
  roleOf(channel: string, user: string): MemberRole | null;
  /** Present members, oldest first. */
  list(channel: string): Member[];
  /** Ends a membership at once; false where there was none. */
  revoke(channel: string, user: string, at: Date): boolean;
  invite(invite: Invite): void;
  /** Makes every open invitation void; returns how many. */
  cancelInvites(): number;
  /** Lets a person in, once for each use of the invitation. */
  redeem(
    code: string,
    person: { readonly channel: string; readonly user: string; readonly name: string | null; readonly at: Date },
  ): Redeemed;
  isApproved(channel: string, chat: string): boolean;
  approve(channel: string, chat: string, { by, at }: { by: string; at: Date }): void;
  /** Takes a group's approval back; false where it had none. */
  withdraw(channel: string, chat: string): boolean;
  /** A group got another id: approval and past answers move with it. */
  moveChat(channel: string, from: string, to: string): void;
  /** Notes since when a chat cannot be reached (it blocked the bot); null: it can be again. */
  noteUnreachable(channel: string, chat: string, at: Date | null): void;
  isUnreachable(channel: string, chat: string): boolean;
}

type InviteRow = Columns<Invite, 'role' | 'expiresAt'> & {
  readonly invitedBy: string;
  readonly madeAt: number;
  readonly usesLeft: number;
};

type MemberRow = RowOf<Member> & { readonly revokedAt: number | null };

const MEMBER = 'user, name, role, invited_by AS invitedBy, since, revoked_at AS revokedAt';

/** The members in an open state file. */
export function openMembers(database: Database.Database): Members {
  const one = database.prepare<[string, string], MemberRow>(
    `SELECT ${MEMBER} FROM member WHERE channel = ? AND user = ?`,
  );
  const all = database.prepare<[string], MemberRow>(
    `SELECT ${MEMBER} FROM member WHERE channel = ? AND revoked_at IS NULL ORDER BY since, user`,
  );
  const revoke = database.prepare<[number, string, string]>(
    'UPDATE member SET revoked_at = ? WHERE channel = ? AND user = ? AND revoked_at IS NULL',
  );
  return {
    roleOf: (channel, user) => {
      const row = one.get(channel, user);
      return row === undefined || row.revokedAt !== null ? null : row.role;
    },
    list: (channel) => all.all(channel).map(toMember),
    revoke: (channel, user, at) => revoke.run(at.getTime(), channel, user).changes === 1,
    ...openInvites(database, (channel, user) => one.get(channel, user)),
    ...openPlaces(database),
  };
}

function toMember({ since, revokedAt: _, ...row }: MemberRow): Member {
  return { ...row, since: new Date(since) };
}

type Invitations = Pick<Members, 'invite' | 'cancelInvites' | 'redeem'>;

function openInvites(
  database: Database.Database,
  memberOf: (channel: string, user: string) => MemberRow | undefined,
): Invitations {
  const insert = database.prepare<[string, string, string, number, number, number]>(
    'INSERT INTO invite (code, role, invited_by, made_at, expires_at, uses_left) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const find = database.prepare<[string], InviteRow>(
    'SELECT role, invited_by AS invitedBy, made_at AS madeAt, expires_at AS expiresAt, uses_left AS usesLeft FROM invite WHERE code = ?',
  );
  const use = database.prepare<[string]>('UPDATE invite SET uses_left = uses_left - 1 WHERE code = ?');
  const cancel = database.prepare('UPDATE invite SET uses_left = 0 WHERE uses_left > 0');
  const join = database.prepare<[string, string, string | null, string, string, number]>(
    'INSERT OR REPLACE INTO member (channel, user, name, role, invited_by, since) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const redeem = database.transaction<Members['redeem']>((code, { channel, user, name, at }): Redeemed => {
    const invite = find.get(code);
    const member = memberOf(channel, user);
    if (invite === undefined) return { outcome: 'unknown' };
    if (member !== undefined && member.revokedAt === null) return { outcome: 'member-already' };
    // Whoever was sent away comes back by a new invitation only, not by an old link that has uses left.
    if (member?.revokedAt != null && member.revokedAt >= invite.madeAt) return { outcome: 'unknown' };
    if (invite.expiresAt <= at.getTime()) return { outcome: 'expired' };
    if (invite.usesLeft <= 0) return { outcome: 'used-up' };
    use.run(code);
    join.run(channel, user, name, invite.role, invite.invitedBy, at.getTime());
    return { outcome: 'joined', role: invite.role };
  });
  return {
    invite: ({ code, role, by, at, expiresAt, uses }: Invite) => {
      insert.run(code, role, by, at.getTime(), expiresAt.getTime(), uses);
    },
    cancelInvites: () => cancel.run().changes,
    redeem: (code, person) => redeem.immediate(code, person),
  };
}

type Places = Pick<Members, 'isApproved' | 'approve' | 'withdraw' | 'moveChat' | 'noteUnreachable' | 'isUnreachable'>;

function openPlaces(database: Database.Database): Places {
  const approved = database.prepare<[string, string]>('SELECT 1 FROM approved_group WHERE channel = ? AND chat = ?');
  const approve = database.prepare<[string, string, string, number]>(
    'INSERT OR REPLACE INTO approved_group (channel, chat, approved_by, at) VALUES (?, ?, ?, ?)',
  );
  const withdraw = database.prepare<[string, string]>('DELETE FROM approved_group WHERE channel = ? AND chat = ?');
  const unreachable = database.prepare<[string, string]>('SELECT 1 FROM unreachable WHERE channel = ? AND chat = ?');
  const note = database.prepare<[string, string, number]>('INSERT OR REPLACE INTO unreachable VALUES (?, ?, ?)');
  const clear = database.prepare<[string, string]>('DELETE FROM unreachable WHERE channel = ? AND chat = ?');
  const moves = ['approved_group', 'exchange', 'question', 'practice_set', 'learner', 'round'].map((table) =>
    database.prepare<[string, string, string]>(
      `UPDATE OR REPLACE ${table} SET chat = ? WHERE channel = ? AND chat = ?`,
    ),
  );
  return {
    isApproved: (channel, chat) => approved.get(channel, chat) !== undefined,
    approve: (channel, chat, { by, at }) => {
      approve.run(channel, chat, by, at.getTime());
    },
    withdraw: (channel, chat) => withdraw.run(channel, chat).changes === 1,
    moveChat: (channel, from, to) => {
      for (const move of moves) move.run(to, channel, from);
    },
    noteUnreachable: (channel, chat, at) => {
      if (at === null) clear.run(channel, chat);
      else note.run(channel, chat, at.getTime());
    },
    isUnreachable: (channel, chat) => unreachable.get(channel, chat) !== undefined,
  };
}
