// Members, invitations, approved groups and chats that cannot be reached, on disk. Who may do what is the policy's business.
import type Database from 'better-sqlite3';
import type { Invite, Member, MemberRole, Members, Redeemed } from '../../chat/access/members.ts';

interface InviteRow {
  readonly role: MemberRole;
  readonly invitedBy: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  readonly usesLeft: number;
}

interface MemberRow {
  readonly user: string;
  readonly name: string | null;
  readonly role: MemberRole;
  readonly invitedBy: string;
  readonly since: number;
  readonly revokedAt: number | null;
}

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
