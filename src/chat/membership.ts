// Letting people in and sending them away: invitations, members, groups. Who may do it stands in `policy.ts`.
import type { MemberRole } from './people.ts';
import type { Reply } from './reply.ts';
import { say, type Turn } from './turn.ts';
import { introduce } from './welcome-reply.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;
const MOST_DAYS = 90;
const MOST_USES = 100;
/** How roles may be written in `/invite`. */
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
  const { parts, speaker, wording, name, role } = turn;
  const code = /^[\w-]{8,40}$/u.exec(argument.trim())?.[0];
  turn.session.document = null;
  // An owner who tries a link of theirs does not use it up.
  if (code === undefined || role === 'owner') {
    if (role === 'stranger') return say(turn, wording.notMember(speaker.user));
    parts.state.exchanges.startAfresh(speaker);
    return introduce(turn);
  }
  const redeemed = parts.state.members.redeem(code, {
    channel: speaker.channel,
    user: speaker.user,
    name,
    at: parts.now(),
  });
  if (redeemed.outcome === 'member-already' || (redeemed.outcome !== 'joined' && role !== 'stranger')) {
    return introduce(turn);
  }
  if (redeemed.outcome !== 'joined') return say(turn, wording.inviteFailed[redeemed.outcome]);
  parts.alerts?.raise(wording.memberJoined(name ?? speaker.user, wording.roles[redeemed.role]));
  const greeting = introduce({ ...turn, role: redeemed.role });
  return {
    ...greeting,
    blocks: [{ kind: 'notice', text: wording.joined(wording.roles[redeemed.role]) }, ...greeting.blocks],
  };
}

/** `/invite [role] [days] [uses]`: a link. Maintainers are made by owners only. */
export function inviteCommand(argument: string, turn: Turn): Reply {
  const { parts, speaker, wording } = turn;
  const words = argument.split(/\s+/u).filter((word) => word !== '');
  const numbers = words.filter((word) => /^\d{1,4}$/u.test(word)).map(Number);
  const named = words.filter((word) => !/^\d{1,4}$/u.test(word)).map((word) => ROLE_WORDS[word.toLowerCase()]);
  const [days = DEFAULT_DAYS, uses = 1] = numbers;
  const [role = 'official'] = named;
  const isWrong = named.includes(undefined) || named.length > 1 || numbers.length > 2;
  if (isWrong || days < 1 || days > MOST_DAYS || uses < 1 || uses > MOST_USES) {
    return say(turn, wording.inviteUsage(MOST_DAYS, MOST_USES));
  }
  if (parts.house === undefined) return say(turn, wording.notHere);
  if (role === 'maintainer' && turn.role !== 'owner') return say(turn, wording.ownersOnly);
  const at = parts.now();
  const expiresAt = new Date(at.getTime() + days * DAY_MS);
  const code = parts.house.newCode();
  parts.state.members.invite({ code, role, by: speaker.user, at, expiresAt, uses });
  return say(turn, wording.invited({ role: wording.roles[role], days, uses }), turn.linkTo(code));
}

/** `/members`: who is in. */
export function membersCommand(_argument: string, turn: Turn): Reply {
  const { parts, speaker, wording } = turn;
  const members = parts.state.members.list(speaker.channel);
  if (members.length === 0) return say(turn, wording.noMembers);
  const lines = members.map(({ user, name, role, since }) => {
    const mark = parts.state.members.isUnreachable(speaker.channel, user) ? ` · ${wording.unreachable}` : '';
    return `· ${[name, user, wording.roles[role], since.toISOString().slice(0, 10)].filter((part) => part !== null).join(' · ')}${mark}`;
  });
  return say(turn, wording.memberCount(members.length), lines.join('\n'));
}

/** `/revoke ID` ends a membership, `/revoke links` makes all open invitations void. Both at once. */
export function revokeCommand(argument: string, turn: Turn): Reply {
  const { parts, speaker, wording } = turn;
  const user = argument.trim();
  const { members } = parts.state;
  if (/^(?:links|链接)$/iu.test(user)) return say(turn, wording.linksCancelled(members.cancelInvites()));
  if (user === '') return say(turn, wording.revokeUsage);
  if (members.roleOf(speaker.channel, user) === 'maintainer' && turn.role !== 'owner') {
    return say(turn, wording.ownersOnly);
  }
  const isGone = members.revoke(speaker.channel, user, parts.now());
  return say(turn, isGone ? wording.revoked(user) : wording.noSuchMember(user));
}

/** `/approve`: members may ask in this group from now on. */
export function approveCommand(_argument: string, turn: Turn): Reply {
  const { parts, speaker, wording } = turn;
  parts.state.members.approve(speaker.channel, speaker.chat, { by: speaker.user, at: parts.now() });
  return say(turn, wording.groupApproved);
}

/** `/withdraw`: takes a group's approval back. */
export function withdrawCommand(_argument: string, turn: Turn): Reply {
  const { parts, speaker, wording } = turn;
  parts.state.members.withdraw(speaker.channel, speaker.chat);
  return say(turn, wording.groupWithdrawn);
}
