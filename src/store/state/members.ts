// Members, invitations, approved groups and chats that cannot be reached, on disk. Who may do what is the policy's business.
import type Database from 'better-sqlite3';
import { sha256 } from '../files.ts';
import { openAccounts } from './accounts.ts';
import type { Person } from './personal-data.ts';
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
  /** The channel that it was made on; absent: not known. */
  readonly channel?: string;
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
  /** The number of people who may join by it, ≥ 1. */
  readonly uses: number;
}

/** An invitation by which people can still join; its code is known to who made it alone. */
export interface OpenInvite extends Omit<Invite, 'code' | 'channel' | 'at'> {
  /** ≤ 16 characters of `[0-9a-f]`. */
  readonly id: string;
}

/** The outcome of redeeming an invitation. */
export type Redeemed =
  | { readonly outcome: 'joined'; readonly role: MemberRole }
  | { readonly outcome: 'unknown' | 'expired' | 'used-up' | 'member-already' };

/** Someone who comes with an invitation. */
interface Newcomer {
  readonly channel: string;
  readonly user: string;
  readonly name: string | null;
  readonly at: Date;
  /** Ids of the channel's owners; default: not known, and whoever is no former member may have invited. */
  readonly owners?: readonly string[];
}

/** Members, invitations and approved groups, by channel. */
export interface Members {
  /** The role of a member; null for anyone else, also for those whose membership was revoked. */
  roleOf(channel: string, user: string): MemberRole | null;
  /** The name of a present member; null: none, or no member. */
  nameOf(channel: string, user: string): string | null;
  /** Present members, oldest first. */
  list(channel: string): Member[];
  /** Ends a membership at once, and with it the invitations that the member made; false where there was none. */
  revoke(channel: string, user: string, at: Date): boolean;
  invite(invite: Invite): void;
  /** Invitations of a channel that are open, latest first. */
  openInvites(channel: string, at: Date): OpenInvite[];
  /** Makes one open invitation void; false where there was none. */
  cancelInvite(channel: string, id: string): boolean;
  /** Makes every open invitation void; returns how many. */
  cancelInvites(): number;
  /** Lets a person in, once for each use of the invitation, while whoever made it may still invite. */
  redeem(code: string, person: Newcomer): Redeemed;
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
  readonly code: string;
  readonly channel: string | null;
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
  const endInvites = database.prepare<[string, string]>(
    'UPDATE invite SET uses_left = 0 WHERE invited_by = ? AND (channel IS NULL OR channel = ?)',
  );
  return {
    roleOf: (channel, user) => {
      const row = one.get(channel, user);
      return row === undefined || row.revokedAt !== null ? null : row.role;
    },
    nameOf: (channel, user) => {
      const row = one.get(channel, user);
      return row === undefined || row.revokedAt !== null ? null : row.name;
    },
    list: (channel) => all.all(channel).map(toMember),
    revoke: (channel, user, at) => {
      const isEnded = revoke.run(at.getTime(), channel, user).changes === 1;
      if (isEnded) endInvites.run(user, channel);
      return isEnded;
    },
    ...openInvites(database, {
      memberOf: (channel, user) => one.get(channel, user),
      homeOf: openAccounts(database).homeOf,
    }),
    ...openPlaces(database),
  };
}

function toMember({ since, revokedAt: _, ...row }: MemberRow): Member {
  return { ...row, since: new Date(since) };
}

type Invitations = Pick<Members, 'invite' | 'openInvites' | 'cancelInvite' | 'cancelInvites' | 'redeem'>;

/** Digits of a code's hash that name an invitation: enough to tell a few apart, too few to come in by. */
const ID_DIGITS = 16;

const INVITE =
  'code, channel, role, invited_by AS invitedBy, made_at AS madeAt, expires_at AS expiresAt, uses_left AS usesLeft';

/** What is known of those who invite. */
interface Inviters {
  readonly memberOf: (channel: string, user: string) => MemberRow | undefined;
  readonly homeOf: (account: Person) => Person | null;
}

/** True if whoever made an invitation has lost the right to, of their own and by the account that theirs is linked to. */
function isOrphaned({ channel, invitedBy }: InviteRow, newcomer: Newcomer, { memberOf, homeOf }: Inviters): boolean {
  const { owners } = newcomer;
  const isOutside = (inviter: Person): boolean => {
    const member = memberOf(inviter.channel, inviter.user);
    if (member !== undefined) return member.revokedAt !== null || member.role !== 'maintainer';
    return owners !== undefined && inviter.channel === newcomer.channel && !owners.includes(inviter.user);
  };
  const own = { channel: channel ?? newcomer.channel, user: invitedBy };
  const home = homeOf(own);
  // Whoever made an invitation of an unknown channel may be an owner elsewhere.
  if (channel === null && memberOf(own.channel, own.user) === undefined) return false;
  return isOutside(own) && (home === null || isOutside(home));
}

function openInvites(database: Database.Database, inviters: Inviters): Invitations {
  const insert = database.prepare<[string, string | null, string, string, number, number, number]>(
    'INSERT INTO invite (code, channel, role, invited_by, made_at, expires_at, uses_left) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const find = database.prepare<[string], InviteRow>(`SELECT ${INVITE} FROM invite WHERE code = ?`);
  const open = database.prepare<[string, number], InviteRow>(
    `SELECT ${INVITE} FROM invite WHERE uses_left > 0 AND (channel IS NULL OR channel = ?) AND expires_at > ? ORDER BY made_at DESC`,
  );
  const cancelOne = database.prepare<[string, string]>(
    `UPDATE invite SET uses_left = 0 WHERE uses_left > 0 AND (channel IS NULL OR channel = ?) AND substr(code, 1, ${ID_DIGITS}) = ?`,
  );
  const use = database.prepare<[string]>('UPDATE invite SET uses_left = uses_left - 1 WHERE code = ?');
  const cancel = database.prepare('UPDATE invite SET uses_left = 0 WHERE uses_left > 0');
  const join = database.prepare<[string, string, string | null, string, string, number]>(
    'INSERT OR REPLACE INTO member (channel, user, name, role, invited_by, since) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const redeem = database.transaction<Members['redeem']>((code, newcomer): Redeemed => {
    const { channel, user, name, at } = newcomer;
    const invite = find.get(sha256(code));
    const member = inviters.memberOf(channel, user);
    if (invite === undefined) return { outcome: 'unknown' };
    if (member !== undefined && member.revokedAt === null) return { outcome: 'member-already' };
    // Whoever was sent away comes back by a new invitation only, not by an old link that has uses left.
    if (member?.revokedAt != null && member.revokedAt >= invite.madeAt) return { outcome: 'unknown' };
    if (invite.expiresAt <= at.getTime()) return { outcome: 'expired' };
    if (isOrphaned(invite, newcomer, inviters)) return { outcome: 'unknown' };
    if (invite.usesLeft <= 0) return { outcome: 'used-up' };
    use.run(invite.code);
    join.run(channel, user, name, invite.role, invite.invitedBy, at.getTime());
    return { outcome: 'joined', role: invite.role };
  });
  return {
    invite: ({ code, channel, role, by, at, expiresAt, uses }: Invite) => {
      insert.run(sha256(code), channel ?? null, role, by, at.getTime(), expiresAt.getTime(), uses);
    },
    openInvites: (channel, at) => open.all(channel, at.getTime()).map(toOpenInvite),
    cancelInvite: (channel, id) => cancelOne.run(channel, id).changes === 1,
    cancelInvites: () => cancel.run().changes,
    redeem: (code, person) => redeem.immediate(code, person),
  };
}

function toOpenInvite({ code, role, invitedBy: by, expiresAt, usesLeft: uses }: InviteRow): OpenInvite {
  return { id: code.slice(0, ID_DIGITS), role, by, expiresAt: new Date(expiresAt), uses };
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
