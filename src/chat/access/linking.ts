// One person on several channels: a code links an account to the one that it was made with, and history, role and schedule are one.

import type { Speaker } from '../../store/state/exchanges.ts';
import type { Person } from '../../store/state/personal-data.ts';
import type { Reply } from '../reply.ts';
import { type ConversationParts, say, type Turn } from '../turn.ts';
import { noteDeed } from './noted-deed.ts';
import type { Place, Role } from './policy.ts';

const CODE_MINUTES = 10;

/** Returns the speaker under whose name things are kept: in private, the home of a linked account. */
export function atHome(speaker: Speaker, place: Place, { state }: Pick<ConversationParts, 'state'>): Speaker {
  const home = place === 'private' ? state.accounts.homeOf(speaker) : null;
  // In every channel a private chat bears its person's id.
  return home === null ? speaker : { ...speaker, ...home, chat: home.user };
}

/** Returns the role that an account has of its own on whichever channel it is; null: it is neither an owner nor a member. */
export function memberRoleOf(
  { channel, user }: Person,
  { access, state }: Pick<ConversationParts, 'access' | 'state'>,
): Role | null {
  if (access?.policy.owners?.has(`${channel}/${user}`) === true) return 'owner';
  return state.members.roleOf(channel, user);
}

/** Returns every account of whoever speaks: the one under which things are kept, and those that are linked to it. */
export function accountsOf({ speaker, parts }: Pick<Turn, 'speaker' | 'parts'>): readonly Person[] {
  return [speaker, ...parts.state.accounts.linkedTo(speaker)];
}

/** `/link` makes a code, `/link CODE` links the account that says it to the one that made the code, `/link off` ends links. */
export function linkCommand(argument: string, turn: Turn): Reply {
  const { parts, wording, role, speaker } = turn;
  const code = argument.trim();
  if (/^(?:off|断开)$/iu.test(code)) return unlink(turn);
  if (code !== '') return redeem(code, turn);
  // A guest is no member: nothing could be had by the link.
  if (role === 'stranger' || role === 'guest') return say(turn, wording.notMember(turn.account.user));
  if (parts.access === undefined) return say(turn, wording.notHere);
  noteDeed({ object: 'code', verdict: 'made' }, turn);
  const made = parts.access.newCode();
  parts.state.accounts.issue(speaker, made, new Date(parts.now().getTime() + CODE_MINUTES * 60_000));
  return say(turn, wording.linkCode(CODE_MINUTES), `/link ${made}`);
}

function redeem(code: string, turn: Turn): Reply {
  const { parts, wording, account } = turn;
  const home = parts.state.accounts.redeem(code, parts.now());
  if (home === null) {
    noteDeed({ object: 'code', verdict: 'unknown' }, turn);
    return say(turn, wording.linkUnknown);
  }
  const isSame = ({ channel, user }: Person): boolean => channel === home.channel && user === home.user;
  if (isSame(account) || isSame(turn.speaker)) return say(turn, wording.linkSame);
  parts.state.accounts.link(account, home, parts.now());
  // By its pseudonym: an id in the log would outlive the wish to be forgotten.
  noteDeed({ object: `${home.channel}/${parts.state.audit.pseudonymOf(home)}`, verdict: 'linked' }, turn);
  parts.alerts?.raise(wording.accountLinked(nameOf(account), nameOf(home)));
  return say(turn, wording.linked(home.channel));
}

function unlink(turn: Turn): Reply {
  const { parts, wording, account } = turn;
  const count = parts.state.accounts.unlink(account);
  noteDeed({ object: 'links', verdict: count === 0 ? 'unknown' : 'ended' }, turn);
  return say(turn, count === 0 ? wording.notLinked : wording.unlinked(count));
}

/** Returns an account as maintainers read it. @example 'wecom/zhang' */
const nameOf = ({ channel, user }: Person): string => `${channel}/${user}`;

/** Returns the links of a channel's accounts, a line each. */
export function linkLines(channel: string, { state }: Pick<ConversationParts, 'state'>): readonly string[] {
  return state.accounts.links(channel).map(({ account, home }) => `· ${nameOf(account)} → ${nameOf(home)}`);
}
