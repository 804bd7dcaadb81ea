// Authorizes a request: role, policy, exam, rate limit. Returns the denial reply where it is not allowed.
import { HOUR_MS } from '../../durations.ts';
import type { Learner } from '../../quiz/learning/records.ts';
import type { Speaker } from '../../store/state/exchanges.ts';
import { wordingFor } from '../i18n/wording.ts';
import { type Denied, plainReply, type Reply } from '../reply.ts';
import type { ConversationParts, Session, Setting, Turn } from '../turn.ts';
import { atHome, memberRoleOf } from './linking.ts';
import type { Place } from './policy.ts';
import {
  type AccessDecision,
  type AccessRule,
  type Action,
  isInScope,
  judge,
  POLICY,
  ROLES,
  type Role,
  roleOf,
} from './policy.ts';

/** Returns the key by which a speaker is counted: the same in all of their conversations in a chat. */
export const keyOf = ({ channel, chat, user }: Speaker): string => `${channel}/${chat}/${user}`;

/** The conversation's parts and its speakers' sessions. */
export interface Inside {
  readonly parts: ConversationParts;
  readonly sessions: Map<string, Session>;
}

/** The outcome of a request for an action. */
export type Admission =
  | { readonly kind: 'admitted'; readonly turn: Turn }
  | { readonly kind: 'denied'; readonly reply: Reply }
  /** Nothing is said: to strangers in groups, and to strangers who write too often. */
  | { readonly kind: 'ignored' };

/** Authorizes a request: role, policy, exam, rate limit. Returns the turn in which the action is carried out, or the denial reply. */
export function admit(setting: Setting, action: Action, { parts, sessions }: Inside): Admission {
  const { place = 'private', isUnasked = false } = setting;
  const { members, audit, personalData } = parts.state;
  const home = atHome(setting.speaker, place, parts);
  const speaker = { ...home, language: personalData.language(home) ?? setting.speaker.language };
  const role = roleIn(parts, { ...setting, place });
  const record = (verdict: string): void => {
    if (!isUnasked) audit.append(speaker, { action, role, verdict }, parts.now());
  };
  const isApproved = place === 'private' || members.isApproved(speaker.channel, speaker.chat);
  const isWithin = setting.scope === undefined || isInScope(action, setting.scope);
  const judgement = isWithin ? judge(action, { role, place, isApproved }) : 'scope';
  const isCharged = role !== 'owner' && (role === 'stranger' || costOf(action) === 'question');
  const waitMs = isCharged ? charge(role, speaker, parts) : 0;
  if (role === 'stranger' && (place === 'group' || waitMs > 0)) return { kind: 'ignored' };
  if (judgement !== 'allowed') {
    record(judgement);
    return { kind: 'denied', reply: refuse(judgement, speaker, action) };
  }
  const { heldBack, tooMuch } = wordingFor(speaker.language);
  if (isHeldBack(action, speaker, parts)) return denied(speaker, heldBack, { why: 'exam', waitSeconds: 0 });
  const waitSeconds = Math.ceil(waitMs / 1_000);
  if (waitMs > 0) return denied(speaker, tooMuch(waitSeconds), { why: 'limit', waitSeconds });
  const session = sessionOf(speaker, sessions);
  if (isRecorded(action, session, parts.now())) record('done');
  return {
    kind: 'admitted',
    turn: turnOf({ ...setting, speaker, place }, { role, action, parts, session, account: setting.speaker }),
  };
}

/** Returns the role of whoever speaks: the higher of the account's own and that of its home. A link takes nothing away. */
function roleIn({ access, state }: ConversationParts, { speaker, place }: { speaker: Speaker; place: Place }): Role {
  if (access === undefined) return 'owner';
  const own = roleOf(access.policy, state.members, { ...speaker, place });
  const home = state.accounts.homeOf(speaker);
  if (home === null) return own;
  const homeRole = memberRoleOf(home, { access, state }) ?? 'stranger';
  return ROLES.find((role) => role === own || role === homeRole) ?? own;
}

/** Counts a question of a person, whatever chat it is in; returns the milliseconds until they may ask again, 0: counted. */
function charge(role: Role, { channel, user }: Speaker, { access, now }: ConversationParts): number {
  const person = `${channel}/${user}`;
  const { limiter } = access ?? {};
  return (role === 'stranger' ? limiter?.chargeStranger(person, now()) : limiter?.charge(person, now())) ?? 0;
}

function denied({ language }: Speaker, text: string, denial: Denied): Admission {
  return { kind: 'denied', reply: { ...plainReply(language, text), denied: denial } };
}

function turnOf(
  setting: Setting & Pick<Turn, 'place'>,
  admitted: Pick<Turn, 'role' | 'action' | 'parts' | 'session' | 'account'>,
): Turn {
  const { speaker, place, name = null, onProgress = () => undefined, onText } = setting;
  const { linkTo = (payload) => `/start ${payload}`, again = false, messageId = null } = setting;
  const { showsVerdict = false, showsPictures = false, reminds = 'message' } = setting;
  const shown = { showsVerdict, showsPictures, reminds, wording: wordingFor(speaker.language) };
  return { ...admitted, ...shown, speaker, place, name, onProgress, onText, linkTo, again, messageId };
}

/** Actions that show what the reports say: denied while the speaker sits an exam. */
const TELLING: ReadonlySet<Action> = new Set<Action>([
  ...['question', 'ask', 'brief', 'compare', 'topic', 'draft', 'inline', 'file'],
  ...['source', 'browse', 'search', 'history', 'shared', 'items', 'export_me'],
  ...['faults', 'backup'],
] as Action[]);

/** True if the action must wait until the speaker has handed in their exam. */
function isHeldBack(action: Action, { channel, user }: Speaker, { state, now }: ConversationParts): boolean {
  return TELLING.has(action) && sitsExam({ channel, user }, { state, now });
}

/** True if someone is sitting an exam now. */
export function sitsExam(learner: Learner, { state, now }: Pick<ConversationParts, 'state' | 'now'>): boolean {
  return state.learning.sets.underWay(learner, now())?.purpose === 'exam';
}

const RECORD_EVERY_MS = HOUR_MS;

/** Deeds on people and reports note themselves, with whom or what they were done to and what came of it. */
const NOTED_BY_THE_DEED: ReadonlySet<Action> = new Set<Action>([
  ...(['invite', 'revoke', 'link', 'add', 'remove', 'correct', 'reindex'] as const),
]);

/** True if the audit records the action here: questions are recorded with their outcome instead, reading on a page once an hour. */
function isRecorded(action: Action, { recordedAt }: Session, at: Date): boolean {
  if (NOTED_BY_THE_DEED.has(action)) return false;
  const cost = costOf(action);
  if (cost !== 'hourly') return cost === 'free';
  const last = recordedAt.get(action);
  if (last !== undefined && last.getTime() > at.getTime() - RECORD_EVERY_MS) return false;
  recordedAt.set(action, at);
  return true;
}

function costOf(action: Action): AccessRule['cost'] {
  return POLICY[action].cost;
}

/** Beyond this number, sessions in which nothing is pending are dropped. */
const MAX_SESSIONS = 5_000;

/** Returns the session of a speaker, created where there is none. */
export function sessionOf(speaker: Speaker, sessions: Map<string, Session>): Session {
  const key = `${keyOf(speaker)}/${speaker.conversation ?? ''}`;
  const known = sessions.get(key);
  if (known) return known;
  if (sessions.size >= MAX_SESSIONS) {
    for (const [old, { stop, document, failed }] of sessions) {
      if (stop === null && document === null && failed === null) sessions.delete(old);
    }
  }
  const session: Session = { stop: null, document: null, offered: null, failed: null, recordedAt: new Map() };
  sessions.set(key, session);
  return session;
}

/** Returns the reply to an action that the policy forbids; a passing note where a button was pressed. */
function refuse(judgement: Exclude<AccessDecision, 'allowed'>, { language, user }: Speaker, action: Action): Reply {
  const wording = wordingFor(language);
  const places: readonly string[] = POLICY[action].places;
  const placeOnly = places.includes('private') ? wording.privateOnly : wording.groupOnly;
  const text = {
    stranger: wording.notMember(user),
    role: wording.roleForbids,
    scope: wording.scopeForbids,
    place: placeOnly,
    unapproved: wording.groupUnapproved,
  }[judgement];
  return { ...plainReply(language, text), shownAs: 'note', denied: { why: judgement, waitSeconds: 0 } };
}
