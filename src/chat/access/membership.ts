// Letting people in and sending them away: invitations, members, groups. Who may do it stands in `policy.ts`.
import { DAY_MS } from '../../durations.ts';
import type { Invite, MemberRole } from '../../store/state/members.ts';
import { introduce } from '../i18n/welcome.ts';
import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { linkLines, memberRoleOf } from './linking.ts';
import { noteDeed } from './noted-deed.ts';
import { idOfCode } from './sign-in.ts';

const DEFAULT_DAYS = 7;
/** Longest life of an invitation. */
export const MAX_DAYS = 90;
/** Most people by one invitation. */
export const MAX_USES = 100;
/** The spellings of roles in `/invite`. */
const ROLE_WORDS: Readonly<Record<string, MemberRole>> = {
  official: 'official',
  干部: 'official',
  trainee: 'trainee',
  学员: 'trainee',
  maintainer: 'maintainer',
  维护: 'maintainer',
  维护人员: 'maintainer',
};

/** `/start`, or `/start CODE` by an invitation's link. */
export function startCommand(argument: string, turn: Turn): Reply {
  const { parts, speaker, account, wording, name, role } = turn;
  const code = /^[\w-]{8,40}$/u.exec(argument.trim())?.[0];
  turn.session.document = null;
  // An owner who tries a link of theirs does not use it up.
  if (code === undefined || role === 'owner') {
    if (role === 'stranger') return say(turn, wording.notMember(account.user));
    parts.state.exchanges.startAfresh(speaker);
    return introduce(turn);
  }
  const redeemed = parts.state.members.redeem(code, {
    channel: account.channel,
    user: account.user,
    name,
    at: parts.now(),
    ...(parts.access && { owners: parts.access.policy.ownerIds }),
  });
  const { outcome } = redeemed;
  parts.state.audit.append(account, { action: 'join', role, verdict: outcome, object: idOfCode(code) }, parts.now());
  if (redeemed.outcome === 'member-already' || (redeemed.outcome !== 'joined' && role !== 'stranger')) {
    return introduce(turn);
  }
  if (redeemed.outcome !== 'joined') return say(turn, wording.inviteFailed[redeemed.outcome]);
  parts.alerts?.raise(wording.memberJoined(name ?? account.user, wording.roles[redeemed.role]));
  const greeting = introduce({ ...turn, role: redeemed.role });
  return {
    ...greeting,
    blocks: [{ kind: 'notice', text: wording.joined(wording.roles[redeemed.role]) }, ...greeting.blocks],
  };
}

/** `/invite [role] [days] [uses]`: a link. Maintainers are made by owners only. */
export function inviteCommand(argument: string, turn: Turn): Reply {
  const { wording } = turn;
  const words = argument.split(/\s+/u).filter((word) => word !== '');
  const numbers = words.filter((word) => /^\d{1,4}$/u.test(word)).map(Number);
  const named = words.filter((word) => !/^\d{1,4}$/u.test(word)).map((word) => ROLE_WORDS[word.toLowerCase()]);
  const [days = DEFAULT_DAYS, uses = 1] = numbers;
  const [role = 'official'] = named;
  const isWrong = named.includes(undefined) || named.length > 1 || numbers.length > 2;
  if (isWrong || days < 1 || days > MAX_DAYS || uses < 1 || uses > MAX_USES) {
    return say(turn, wording.inviteUsage(MAX_DAYS, MAX_USES));
  }
  const issued = issueInvite({ role, days, uses }, turn);
  if (issued === 'not-here') return say(turn, wording.notHere);
  if (issued === 'owners-only') return say(turn, wording.ownersOnly);
  return say(turn, wording.invited({ role: wording.roles[role], days, uses }), turn.linkTo(issued.code));
}

/** The terms of an invitation. */
export interface Grant {
  readonly role: MemberRole;
  /** 1–90. */
  readonly days: number;
  /** 1–100. */
  readonly uses: number;
}

/** Makes an invitation. Maintainers are made by owners only. */
export function issueInvite({ role, days, uses }: Grant, turn: Turn): Invite | 'not-here' | 'owners-only' {
  const { parts, account } = turn;
  if (parts.access === undefined) return 'not-here';
  const at = parts.now();
  if (role === 'maintainer' && turn.role !== 'owner') {
    noteDeed({ object: role, verdict: 'owners-only' }, turn);
    return 'owners-only';
  }
  noteDeed({ object: role, verdict: 'done' }, turn);
  const expiresAt = new Date(at.getTime() + days * DAY_MS);
  const made = { code: parts.access.newCode(), channel: account.channel, by: account.user, at };
  const invite = { ...made, role, expiresAt, uses };
  parts.state.members.invite(invite);
  return invite;
}

/** `/members`: who is in. */
export function membersCommand(_argument: string, turn: Turn): Reply {
  const { parts, account, wording } = turn;
  const members = parts.state.members.list(account.channel);
  const lines = members.map(({ user, name, role, since }) => {
    const mark = parts.state.members.isUnreachable(account.channel, user) ? ` · ${wording.unreachable}` : '';
    return `· ${[name, user, wording.roles[role], since.toISOString().slice(0, 10)].filter((part) => part !== null).join(' · ')}${mark}`;
  });
  const open = parts.state.members.openInvites(account.channel, parts.now());
  const links = open.map(
    ({ role, by, uses, expiresAt }) =>
      `· ${wording.roles[role]} · ${by} · ×${uses} · ${expiresAt.toISOString().slice(0, 10)}`,
  );
  const invited = links.length === 0 ? [] : [wording.openInvites(links.length), links.join('\n')];
  const linked = linkLines(account.channel, parts);
  const accounts = linked.length === 0 ? [] : [wording.linkedAccounts, linked.join('\n')];
  if (members.length === 0) return say(turn, wording.noMembers, ...invited, ...accounts);
  return say(turn, wording.memberCount(members.length), lines.join('\n'), ...invited, ...accounts);
}

/** `/revoke ID` ends a membership, `/revoke links` makes all open invitations void. Both at once. */
export function revokeCommand(argument: string, turn: Turn): Reply {
  const { parts, wording } = turn;
  const user = argument.trim();
  if (/^(?:links|链接)$/iu.test(user)) {
    noteDeed({ object: 'links', verdict: 'done' }, turn);
    return say(turn, wording.linksCancelled(parts.state.members.cancelInvites()));
  }
  if (user === '') return say(turn, wording.revokeUsage);
  const ended = endMembership(user, turn);
  if (ended === 'owners-only') return say(turn, wording.ownersOnly);
  return say(turn, ended === 'ended' ? wording.revoked(user) : wording.noSuchMember(user));
}

/** Ends a membership, every key that hangs on it and every link of the account, which may be no more than linked. Maintainers are sent away by owners only. */
export function endMembership(user: string, turn: Turn): 'ended' | 'unknown' | 'owners-only' {
  const verdict = endIfAllowed(user, turn);
  noteDeed({ object: user, verdict }, turn);
  return verdict;
}

function endIfAllowed(user: string, { parts, account, role }: Turn): 'ended' | 'unknown' | 'owners-only' {
  const { members, sessions, accounts } = parts.state;
  const person = { channel: account.channel, user };
  const home = accounts.homeOf(person);
  const isOwner = parts.access?.policy.ownerIds.includes(user) === true && accounts.linkedTo(person).length > 0;
  const roles = [isOwner ? 'owner' : members.roleOf(person.channel, user), home && memberRoleOf(home, parts)];
  if (role !== 'owner' && roles.some((one) => one === 'owner' || one === 'maintainer')) return 'owners-only';
  const isMember = members.revoke(person.channel, user, parts.now());
  if (isMember) sessions.removeAll(person);
  return accounts.unlink(person) > 0 || isMember ? 'ended' : 'unknown';
}

/** `/approve`: members may ask in this group from now on. */
export function approveCommand(_argument: string, turn: Turn): Reply {
  const { parts, account, wording } = turn;
  parts.state.members.approve(account.channel, account.chat, { by: account.user, at: parts.now() });
  return say(turn, wording.groupApproved);
}

/** `/withdraw`: takes a group's approval back. */
export function withdrawCommand(_argument: string, turn: Turn): Reply {
  const { parts, account, wording } = turn;
  parts.state.members.withdraw(account.channel, account.chat);
  return say(turn, wording.groupWithdrawn);
}
