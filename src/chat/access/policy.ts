// Who may do what, and where: roles of people, and one rule an action. What is not listed is not allowed.
import type { MemberRole, Members } from '../../store/state/members.ts';
import type { TokenScope } from '../../store/state/sessions.ts';

/** Every role there is: owners stand in the configuration, guests exist where access is open, strangers everywhere. */
export type Role = 'owner' | MemberRole | 'guest' | 'stranger';

/** `invite`: members only; `open`: anyone, in a private chat, as a guest. */
export type Access = 'invite' | 'open';

/** The kind of chat a message was written in. */
export type Place = 'private' | 'group';

/** The people and the rule by which they are let in. */
export interface AccessPolicy {
  readonly access: Access;
  /** Ids of the owners, as the channel writes them. */
  readonly ownerIds: readonly string[];
  /** Owners of every channel, as `channel/id`, for accounts that are linked to one of another channel. Default: none is known. */
  readonly owners?: ReadonlySet<string>;
}

/** Every role. */
export const ROLES = [
  'owner',
  'maintainer',
  'official',
  'trainee',
  'guest',
  'stranger',
] as const satisfies readonly Role[];

/** Sets of roles. */
const ANYONE: readonly Role[] = ROLES;
const ASKERS: readonly Role[] = ['owner', 'maintainer', 'official', 'trainee', 'guest'];
const MEMBERS: readonly Role[] = ['owner', 'maintainer', 'official', 'trainee'];
const MAINTAINERS: readonly Role[] = ['owner', 'maintainer'];
/** A backup holds what everybody asked. */
const OWNERS: readonly Role[] = ['owner'];

/** Where: everywhere, or in private only (what shows people's data or changes the product is nobody else's to read). */
const EVERYWHERE: readonly Place[] = ['private', 'group'];
const PRIVATE: readonly Place[] = ['private'];

/** The conditions of an action. */
export interface AccessRule {
  readonly roles: readonly Role[];
  readonly places: readonly Place[];
  /** `question`: counts toward the limits of how much one may ask; `free`: does not; `hourly`: neither, and the audit notes it once an hour. */
  readonly cost: 'question' | 'free' | 'hourly';
}

const rule = (roles: readonly Role[], places: readonly Place[], cost: AccessRule['cost'] = 'free'): AccessRule => ({
  roles,
  places,
  cost,
});

/** The policy: commands by name, and the actions that are no commands. */
export const POLICY = {
  start: rule(ANYONE, EVERYWHERE),
  help: rule(ASKERS, EVERYWHERE),
  question: rule(ASKERS, EVERYWHERE, 'question'),
  ask: rule(ASKERS, EVERYWHERE, 'question'),
  brief: rule(ASKERS, EVERYWHERE, 'question'),
  compare: rule(ASKERS, EVERYWHERE, 'question'),
  topic: rule(ASKERS, EVERYWHERE, 'question'),
  draft: rule(MEMBERS, PRIVATE, 'question'),
  inline: rule(MEMBERS, PRIVATE, 'question'),
  file: rule(ASKERS, PRIVATE, 'question'),
  districts: rule(ASKERS, EVERYWHERE),
  sources: rule(ASKERS, EVERYWHERE),
  source: rule(ASKERS, EVERYWHERE),
  judge: rule(ASKERS, EVERYWHERE),
  stop: rule(ASKERS, EVERYWHERE),
  language: rule(ASKERS, EVERYWHERE),
  browse: rule(ASKERS, PRIVATE, 'hourly'),
  search: rule(ASKERS, PRIVATE, 'question'),
  history: rule(ASKERS, PRIVATE, 'hourly'),
  share: rule(MEMBERS, PRIVATE),
  unshare: rule(MEMBERS, PRIVATE),
  shared: rule(MEMBERS, PRIVATE),
  tokens: rule(MEMBERS, PRIVATE),
  keys: rule(OWNERS, PRIVATE),
  practice: rule(ASKERS, EVERYWHERE),
  quiz: rule(ASKERS, PRIVATE),
  review: rule(ASKERS, PRIVATE),
  mistakes: rule(ASKERS, PRIVATE),
  skip: rule(ASKERS, PRIVATE),
  undo: rule(ASKERS, PRIVATE),
  pace: rule(ASKERS, PRIVATE),
  progress: rule(ASKERS, PRIVATE),
  remind: rule(ASKERS, PRIVATE),
  pause: rule(ASKERS, PRIVATE),
  fault: rule(ASKERS, PRIVATE),
  exam: rule(MEMBERS, PRIVATE),
  round: rule(MEMBERS, ['group']),
  results: rule(MEMBERS, PRIVATE),
  examine: rule(MAINTAINERS, PRIVATE),
  bank: rule(MAINTAINERS, PRIVATE),
  faults: rule(MAINTAINERS, PRIVATE),
  link: rule(ANYONE, PRIVATE),
  privacy: rule(ANYONE, PRIVATE),
  export_me: rule(ANYONE, PRIVATE),
  forget_me: rule(ANYONE, PRIVATE),
  invite: rule(MAINTAINERS, PRIVATE),
  members: rule(MAINTAINERS, PRIVATE),
  revoke: rule(MAINTAINERS, PRIVATE),
  approve: rule(MAINTAINERS, ['group']),
  withdraw: rule(MAINTAINERS, ['group']),
  add: rule(MAINTAINERS, PRIVATE),
  status: rule(MAINTAINERS, PRIVATE),
  reindex: rule(MAINTAINERS, PRIVATE),
  reports: rule(MAINTAINERS, PRIVATE),
  remove: rule(MAINTAINERS, PRIVATE),
  correct: rule(MAINTAINERS, PRIVATE),
  pending: rule(MAINTAINERS, PRIVATE, 'hourly'),
  items: rule(MAINTAINERS, PRIVATE),
  backup: rule(OWNERS, PRIVATE),
  gaps: rule(MAINTAINERS, PRIVATE),
  feedback: rule(MAINTAINERS, PRIVATE),
} as const satisfies Readonly<Record<string, AccessRule>>;

/** An action that the policy knows. */
export type Action = keyof typeof POLICY;

/** Actions that need no approval of the group that they are done in: they are how a group comes to be approved. */
const BEFORE_APPROVAL: ReadonlySet<Action> = new Set(['approve']);

/** Actions by which others come in, or their keys are ended: no token does them, or one that leaks could not be taken back. */
const ON_KEYS: ReadonlySet<Action> = new Set(['invite', 'keys', 'link']);

/** Actions that ask and read the reports, and nothing else. */
const ASKING: ReadonlySet<Action> = new Set([
  ...(['question', 'ask', 'brief', 'compare', 'topic', 'draft', 'inline'] as const),
  ...(['districts', 'sources', 'source', 'browse', 'search', 'start', 'help', 'stop', 'language'] as const),
]);

/** True if a token of this scope may do an action, where its person may. */
export function isInScope(action: Action, scope: TokenScope): boolean {
  return scope === 'ask' ? ASKING.has(action) : !ON_KEYS.has(action);
}

/** The circumstances of an action. */
export interface Circumstances {
  readonly role: Role;
  readonly place: Place;
  /** True in private chats and in groups that a maintainer approved. */
  readonly isApproved: boolean;
}

/** Allowed, or why not. */
export type AccessDecision = 'allowed' | 'stranger' | 'role' | 'scope' | 'place' | 'unapproved';

/** Judges whether an action is allowed. An owner may ask in any group: writing there approves that one message. */
export function judge(action: Action, { role, place, isApproved }: Circumstances): AccessDecision {
  const { roles, places }: AccessRule = POLICY[action];
  if (!roles.includes(role)) return role === 'stranger' ? 'stranger' : 'role';
  if (!places.includes(place)) return 'place';
  if (isApproved || role === 'owner' || BEFORE_APPROVAL.has(action)) return 'allowed';
  return 'unapproved';
}

/** True if a name is an action of the policy. */
export function isAction(name: string): name is Action {
  return Object.hasOwn(POLICY, name);
}

/** The role of a person on a channel. Owners are owners whatever the members' list says; nobody is a guest in a group. */
export function roleOf(
  { access, ownerIds }: AccessPolicy,
  members: Pick<Members, 'roleOf'>,
  { channel, user, place }: { channel: string; user: string; place: Place },
): Role {
  if (ownerIds.includes(user)) return 'owner';
  const role = members.roleOf(channel, user);
  if (role !== null) return role;
  return access === 'open' && place === 'private' ? 'guest' : 'stranger';
}
