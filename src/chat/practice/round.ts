// Rounds in groups: begun by a member, moved on by the clock or by a button, closed with a score table. What was put and answered
// is on disk before it is said, so a restart goes on where it stopped.

import { HOUR_MS } from '../../durations.ts';
import type { PosedQuestion } from '../../quiz/learning/records.ts';
import { firstOfSpans, spread } from '../../quiz/learning/session.ts';
import { parseQuizFilter } from '../../quiz/quiz-filter.ts';
import type { Item } from '../../quiz/types.ts';
import type { Round } from '../../store/state/rounds.ts';
import { type Wording, wordingFor } from '../i18n/wording.ts';
import { type Button, plainReply, type Reply } from '../reply.ts';
import { type ConversationParts, note, say, type Turn } from '../turn.ts';
import { playableItems, posedOf } from './posed.ts';
import { scoresOf } from './round-score.ts';

const LIMITS = { questions: 20, minSeconds: 10, maxSeconds: 600 } as const;
const USUAL_QUESTIONS = 5;
/** Votes of the last second are still on their way when a question closes. */
const LATE_MS = 5_000;
const UNTIMED_HOURS = 24;
/** A number with its unit: 5题, 30秒. */
const UNITS = /(?<!\S)(\d{1,4})(?:题|秒|s)(?!\S)/gu;

/** Moving a round on: where from, and whether the same was asked for before and may not have been shown. */
interface Move {
  readonly n: number;
  readonly again: boolean;
  readonly parts: ConversationParts;
}

/** `/round [questions] [seconds] [district] [topic]`: begins a round in a group. */
export function roundCommand(argument: string, turn: Turn): Reply {
  const { speaker, parts } = turn;
  const { state, now } = parts;
  const words = turn.wording.round;
  const filter = parseQuizFilter(argument.replace(UNITS, '$1 '), playableItems(turn).filter(isForPolls));
  const size = readSize(filter.numbers);
  if (size === null) return say(turn, words.usage(LIMITS));
  const running = state.rounds.underWay(speaker.channel, speaker.chat);
  if (running !== null && !isForgotten(running, now())) return underWayReply(running, turn);
  if (filter.unknown.length > 0) return say(turn, turn.wording.nothingFits(filter.unknown), words.usage(LIMITS));
  const items = drawItems(filter.items, size.questions, turn);
  if (items.length === 0) return say(turn, words.noItems);
  if (running !== null) state.rounds.end(running.id, now());
  const { channel, chat, user: starter, language } = speaker;
  const round = state.rounds.begin({ channel, chat, starter, language, seconds: size.seconds, items }, now());
  return moveTo(round, { n: 0, again: true, parts }) ?? say(turn, words.ended);
}

function readSize(numbers: readonly number[]): { readonly questions: number; readonly seconds: number | null } | null {
  const [questions = USUAL_QUESTIONS, seconds = null] = numbers;
  const isCount = questions >= 1 && questions <= LIMITS.questions;
  const isTime = seconds === null || (seconds >= LIMITS.minSeconds && seconds <= LIMITS.maxSeconds);
  return numbers.length <= 2 && isCount && isTime ? { questions, seconds } : null;
}

/** True if nobody moved a round on for a day: it is over, whatever is noted. */
function isForgotten({ asked, beganAt }: Round, now: Date): boolean {
  return now.getTime() - (asked.at(-1)?.at ?? beganAt).getTime() > UNTIMED_HOURS * HOUR_MS;
}

/** Returns items for a round: of one district and kind after the other, each span once while there are others. */
function drawItems(items: readonly Item[], count: number, { speaker, parts }: Turn): Item[] {
  const seed = `${speaker.channel}/${speaker.chat}/${parts.now().getTime()}`;
  return firstOfSpans(spread(items, { seed, isEasyFirst: false }), count);
}

/** True if a poll can carry an item. */
function isForPolls({ kind }: Item): boolean {
  return kind === 'single' || kind === 'true-false' || kind === 'several';
}

/** Keeps how someone who answered a round's question calls themselves, for the score table. */
export function notePlayer(token: string, { speaker: { user }, name, parts: { state } }: Turn): void {
  const round = state.rounds.ofQuestion(token);
  if (round !== null) state.rounds.notePlayer(round.id, { user, name });
}

/** Returns a round is under way already: where it stands. Where the message was handed in before, it may be the one that began it. */
function underWayReply(round: Round, turn: Turn): Reply {
  const words = turn.wording.round;
  const n = round.asked.length - 1;
  const shown = turn.again ? moveTo(round, { n: Math.max(0, n), again: true, parts: turn.parts }) : null;
  if (shown !== null) return shown;
  return { ...say(turn, words.underWay(n + 1, round.items.length)), buttons: buttonsOf(round, n, words) };
}

/** Moves a round on to its next question, or to its end. */
export function pressNext([id = '', n = '']: readonly string[], turn: Turn): Reply {
  return pressed(id, turn, (round) => {
    const reply = moveTo(round, { n: Number(n), again: turn.again, parts: turn.parts });
    return reply ?? note(turn, turn.wording.round.passed);
  });
}

/** Ends a round. */
export function pressRoundEnd([id = '']: readonly string[], turn: Turn): Reply {
  return pressed(id, turn, (round) => endRound(round, turn.parts));
}

/** `/stop` in a group: ends the round under way, or says who may; null where there is none. */
export function stopRound(turn: Turn): Reply | null {
  const { speaker, role, parts } = turn;
  const round = parts.state.rounds.underWay(speaker.channel, speaker.chat);
  if (round === null) return null;
  if (!mayMove(round, { user: speaker.user, role })) return say(turn, turn.wording.round.starterOnly);
  return endRound(round, parts);
}

function pressed(id: string, turn: Turn, move: (round: Round) => Reply): Reply {
  const words = turn.wording.round;
  const round = turn.parts.state.rounds.find(id);
  if (round === null || round.channel !== turn.speaker.channel || round.chat !== turn.speaker.chat)
    return note(turn, turn.wording.gone);
  if (!mayMove(round, { user: turn.speaker.user, role: turn.role })) return note(turn, words.starterOnly);
  return round.endedAt === null || turn.again ? move(round) : note(turn, words.ended);
}

function mayMove({ starter }: Round, { user, role }: { user: string; role: Turn['role'] }): boolean {
  return user === starter || role === 'owner' || role === 'maintainer';
}

/**
 * Puts question `n` of a round, or closes the round where it has no more. Null where `n` is not what comes next – save that the
 * latest question is shown once more where that may not have happened before.
 */
export function moveTo(round: Round, { n, again, parts }: Move): Reply | null {
  const { asked, items, endedAt } = round;
  if (endedAt !== null) return again && n >= asked.length ? resultOf(round, parts) : null;
  const latest = asked[n];
  if (again && latest !== undefined && n === asked.length - 1) return show(round, { n, token: latest.token }, parts);
  if (n !== asked.length) return null;
  const item = items[n];
  return item === undefined ? endRound(round, parts) : put(round, item, { n, parts });
}

function put(round: Round, item: Item, { n, parts }: Omit<Move, 'again'>): Reply | null {
  const { channel, chat, seconds } = round;
  const { state, now } = parts;
  const at = now();
  const lastsMs = seconds === null ? UNTIMED_HOURS * HOUR_MS : seconds * 1_000 + LATE_MS;
  const closesAt = new Date(at.getTime() + lastsMs);
  const { token } = state.learning.questions.put({ channel, chat, user: null, purpose: 'round', item, closesAt }, at);
  return state.rounds.ask(round.id, n, { token, at }) ? show(round, { n, token }, parts) : null;
}

function show(
  round: Round,
  { n, token }: { n: number; token: PosedQuestion['token'] },
  parts: ConversationParts,
): Reply | null {
  const words = wordingFor(round.language).round;
  const question = parts.state.learning.questions.find(token);
  if (question === null) return null;
  const text = words.question(n + 1, round.items.length, round.seconds);
  return {
    language: round.language,
    blocks: [{ kind: 'notice', text }],
    buttons: buttonsOf(round, n, words),
    posed: { ...posedOf(question, parts.now()), closesInSeconds: round.seconds },
  };
}

function buttonsOf({ id, items }: Round, n: number, words: Wording['round']): Button[] {
  const isLast = n + 1 >= items.length;
  const next = { label: isLast ? words.scores : words.next, token: `next:${id}:${n + 1}` };
  return isLast ? [next] : [next, { label: words.end, token: `roundend:${id}` }];
}

function endRound(round: Round, parts: ConversationParts): Reply {
  parts.state.rounds.end(round.id, parts.now());
  return resultOf(round, parts);
}

function resultOf(round: Round, { state }: ConversationParts): Reply {
  const words = wordingFor(round.language).round;
  const questions = round.asked.map((asked) => ({
    ...asked,
    attempts: state.learning.questions.attempts(asked.token),
  }));
  const scores = scoresOf(questions);
  if (scores.length === 0) return plainReply(round.language, words.nobody);
  const playerNames = state.rounds.names(round.id);
  const members = new Map(state.members.list(round.channel).map(({ user, name }) => [user, name]));
  const nameOf = (user: string): string => playerNames.get(user) ?? members.get(user) ?? words.person(user);
  const lines = scores.map(({ place, user, right }) =>
    words.line(place, nameOf(user), { right, asked: round.asked.length }),
  );
  const headline = words.result(round.asked.length, scores.length);
  return {
    language: round.language,
    blocks: [
      { kind: 'headline', text: headline },
      { kind: 'text', text: lines.join('\n') },
    ],
    buttons: [],
  };
}
