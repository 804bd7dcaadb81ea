// Lets an action happen or not: the role, the policy, the limits. Says what is said instead.
import { HOUR_MS } from '../../durations.ts';
import type { Speaker } from '../../store/state/exchanges.ts';
import { wordingFor } from '../i18n/wordings.ts';
import { plainReply, type Reply } from '../reply.ts';
import type { ConversationParts, Session, Setting, Turn } from '../turn.ts';
import { type Action, type Judgement, judge, POLICY, type Rule, roleOf } from './policy.ts';

/** What a speaker's sessions are kept under. */
export const keyOf = ({ channel, chat, user }: Speaker): string => `${channel}/${chat}/${user}`;

/** What admission looks at. */
export interface Inside {
  readonly parts: ConversationParts;
  readonly sessions: Map<string, Session>;
}

/** The turn, if the action is allowed and not too much was asked; else what is said instead, or null for silence. */
export function admitted(setting: Setting, action: Action, { parts, sessions }: Inside): Turn | Reply | null {
  const { speaker: unheard, place = 'private', name = null } = setting;
  const speaker = { ...unheard, language: parts.state.personalData.language(unheard) ?? unheard.language };
  const { members, audit } = parts.state;
  const role = parts.access ? roleOf(parts.access.policy, members, { ...speaker, place }) : 'owner';
  const wording = wordingFor(speaker.language);
  const isApproved = place === 'private' || members.isApproved(speaker.channel, speaker.chat);
  const record = (verdict: string): void => {
    if (setting.isUnasked !== true) audit.append(speaker, { action, role, verdict }, parts.now());
  };
  const judgement = judge(action, { role, place, isApproved });
  const isCharged = role !== 'owner' && (role === 'stranger' || costOf(action) === 'question');
  const waitMs = isCharged ? (parts.access?.limiter.charge(keyOf(speaker), parts.now()) ?? 0) : 0;
  if (role === 'stranger' && (place === 'group' || waitMs > 0)) return null;
  if (judgement !== 'allowed') {
    record(judgement);
    return refuse(judgement, speaker, action);
  }
  if (isHeldBack(action, speaker, parts))
    return { ...plainReply(speaker.language, wording.heldBack), denied: { why: 'exam', waitSeconds: 0 } };
  const waitSeconds = Math.ceil(waitMs / 1_000);
  if (waitMs > 0)
    return { ...plainReply(speaker.language, wording.tooMuch(waitSeconds)), denied: { why: 'limit', waitSeconds } };
  const session = sessionOf(speaker, sessions);
  if (isRecorded(action, session, parts.now())) record('done');
  const { onProgress = () => undefined, onText, linkTo = (payload) => `/start ${payload}` } = setting;
  const { again = false, messageId = null, showsVerdict = false, showsPictures = false } = setting;
  const told = { onProgress, onText, linkTo, again, messageId, showsVerdict, showsPictures };
  return { speaker, place, role, action, name, parts, session, wording, ...told };
}

/** Actions that show what the reports say: whoever sits an exam does them afterwards. */
const TELLING: ReadonlySet<Action> = new Set<Action>([
  ...['question', 'ask', 'brief', 'compare', 'topic', 'inline', 'file'],
  ...['source', 'browse', 'search', 'history', 'items'],
] as Action[]);

/** Whether an action waits until the speaker's paper is handed in. */
function isHeldBack(action: Action, { channel, user }: Speaker, { state, now }: ConversationParts): boolean {
  return TELLING.has(action) && state.learning.sets.underWay({ channel, user }, now())?.purpose === 'exam';
}

const RECORD_EVERY_MS = HOUR_MS;

/** Whether the audit notes an action here and now; what costs a question is noted with its outcome. A page recordedAt at much: once an hour will do. */
function isRecorded(action: Action, { recordedAt }: Session, at: Date): boolean {
  const cost = costOf(action);
  if (cost !== 'hourly') return cost === 'free';
  const last = recordedAt.get(action);
  if (last !== undefined && last.getTime() > at.getTime() - RECORD_EVERY_MS) return false;
  recordedAt.set(action, at);
  return true;
}

function costOf(action: Action): Rule['cost'] {
  return POLICY[action].cost;
}

/** More sessions than this, and those in which nothing is pending are forgotten. */
const MOST_SESSIONS = 5_000;

/** The session of a speaker, begun where there is none. */
export function sessionOf(speaker: Speaker, sessions: Map<string, Session>): Session {
  const key = keyOf(speaker);
  const known = sessions.get(key);
  if (known) return known;
  if (sessions.size >= MOST_SESSIONS) {
    for (const [old, { stop, document, failed }] of sessions) {
      if (stop === null && document === null && failed === null) sessions.delete(old);
    }
  }
  const session: Session = { stop: null, document: null, offered: null, failed: null, recordedAt: new Map() };
  sessions.set(key, session);
  return session;
}

/** What is said instead of an action that is not allowed: a passing note where a button was pressed. */
function refuse(judgement: Exclude<Judgement, 'allowed'>, { language, user }: Speaker, action: Action): Reply {
  const wording = wordingFor(language);
  const places: readonly string[] = POLICY[action].places;
  const placeOnly = places.includes('private') ? wording.privateOnly : wording.groupOnly;
  const text = {
    stranger: wording.notMember(user),
    role: wording.roleForbids,
    place: placeOnly,
    unapproved: wording.groupUnapproved,
  }[judgement];
  return { ...plainReply(language, text), shownAs: 'note', denied: { why: judgement, waitSeconds: 0 } };
}
