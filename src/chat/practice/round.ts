// Rounds in groups: begun by a member, moved on by the clock or by a button, closed with a score table. What was put and answered
// is on disk before it is said, so a restart goes on where it stopped.

import { shuffled } from '../../quiz/chance.ts';
import type { Question } from '../../quiz/keeping.ts';
import type { Item, SeveralItem, SingleItem } from '../../quiz/types.ts';
import type { Button, Posed, Reply } from '../reply.ts';
import { plainReply } from '../reply.ts';
import { type ConversationParts, note, say, type Turn } from '../turn.ts';
import { scoresOf } from './round-score.ts';
import { type RoundWording, roundWordingFor } from './round-wording.ts';
import type { Round } from './rounds.ts';

const MOST = { questions: 20, leastSeconds: 10, mostSeconds: 600 } as const;
const USUAL_QUESTIONS = 5;
/** Votes of the last second are still on their way when a question closes. */
const LATE_MS = 5_000;
const UNTIMED_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Moving a round on: where from, and whether the same was asked for before and may not have been shown. */
interface Move {
  readonly n: number;
  readonly again: boolean;
  readonly parts: ConversationParts;
}

/** `/round [questions] [seconds]`: begins a round in a group. */
export function roundCommand(argument: string, turn: Turn): Reply {
  const { speaker, parts } = turn;
  const { state, now } = parts;
  const words = roundWordingFor(speaker.language);
  const size = readSize(argument);
  if (size === null) return say(turn, words.usage(MOST));
  const running = state.rounds.underWay(speaker.channel, speaker.chat);
  if (running !== null && !isForgotten(running, now())) return standing(running, turn);
  const items = drawItems(size.questions, turn);
  if (items.length === 0) return say(turn, words.noItems);
  if (running !== null) state.rounds.end(running.id, now());
  const { channel, chat, user: starter, language } = speaker;
  const round = state.rounds.begin({ channel, chat, starter, language, seconds: size.seconds, items }, now());
  return moveTo(round, { n: 0, again: true, parts }) ?? say(turn, words.ended);
}

function readSize(argument: string): { readonly questions: number; readonly seconds: number | null } | null {
  const words = argument
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const numbers = words.map((word) => Number(/^(\d{1,4})(?:题|秒|s)?$/u.exec(word)?.[1] ?? Number.NaN));
  const [questions = USUAL_QUESTIONS, seconds = null] = numbers;
  const isCount = questions >= 1 && questions <= MOST.questions;
  const isTime = seconds === null || (seconds >= MOST.leastSeconds && seconds <= MOST.mostSeconds);
  return numbers.length <= 2 && isCount && isTime ? { questions, seconds } : null;
}

/** Nobody moved it on for a day: it is over, whatever is noted. */
function isForgotten({ asked, beganAt }: Round, now: Date): boolean {
  return now.getTime() - (asked.at(-1)?.at ?? beganAt).getTime() > UNTIMED_HOURS * HOUR_MS;
}

type PollItem = SingleItem | SeveralItem;

/** Items that a poll can carry, of one district after the other; not those that an exam under way may put, nor those taken out. */
function drawItems(count: number, { speaker, parts }: Turn): PollItem[] {
  const { service, state, now } = parts;
  const { cards, exams } = state.learning;
  const [retired, reserved] = [cards.retired(), exams.reserved(now())];
  const fit = service.items().filter((item): item is PollItem => isForPolls(item));
  const free = fit.filter(({ id }) => !retired.has(id) && !reserved.has(id));
  const order = shuffled(free, `${speaker.channel}/${speaker.chat}/${now().getTime()}`);
  const turns = new Map<string | null, number>();
  const ranked = order.map((item) => {
    const turn = turns.get(item.district) ?? 0;
    turns.set(item.district, turn + 1);
    return { item, turn };
  });
  return ranked
    .sort((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ item }) => item);
}

function isForPolls({ kind }: Item): boolean {
  return kind === 'single' || kind === 'true-false' || kind === 'several';
}

/** Keeps how someone who answered a round's question calls themselves, for the score table. */
export function notePlayer(token: string, { speaker: { user }, name, parts: { state } }: Turn): void {
  const round = state.rounds.ofQuestion(token);
  if (round !== null) state.rounds.notePlayer(round.id, { user, name });
}

/** A round is under way already: where it stands. Where the message was handed in before, it may be the one that began it. */
function standing(round: Round, turn: Turn): Reply {
  const words = roundWordingFor(turn.speaker.language);
  const n = round.asked.length - 1;
  const shown = turn.again ? moveTo(round, { n: Math.max(0, n), again: true, parts: turn.parts }) : null;
  if (shown !== null) return shown;
  return { ...say(turn, words.underWay(n + 1, round.items.length)), buttons: buttonsOf(round, n, words) };
}

/** Moves a round on to its next question, or to its end. */
export function pressNext([id = '', n = '']: readonly string[], turn: Turn): Reply {
  return pressed(id, turn, (round) => {
    const reply = moveTo(round, { n: Number(n), again: turn.again, parts: turn.parts });
    return reply ?? note(turn, roundWordingFor(turn.speaker.language).passed);
  });
}

/** Ends a round. */
export function pressRoundEnd([id = '']: readonly string[], turn: Turn): Reply {
  return pressed(id, turn, (round) => endRound(round, turn.parts));
}

/** `/stop` in a group: ends the round under way; null where there is none, or it is not the speaker's to end. */
export function stopRound({ speaker, role, parts }: Turn): Reply | null {
  const round = parts.state.rounds.underWay(speaker.channel, speaker.chat);
  return round !== null && mayMove(round, { user: speaker.user, role }) ? endRound(round, parts) : null;
}

function pressed(id: string, turn: Turn, move: (round: Round) => Reply): Reply {
  const words = roundWordingFor(turn.speaker.language);
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
  if (again && latest !== undefined && n === asked.length - 1) return show(round, { n, token: latest.token });
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
  return state.rounds.ask(round.id, n, { token, at }) ? show(round, { n, token }) : null;
}

function show(round: Round, { n, token }: { n: number; token: Question['token'] }): Reply | null {
  const words = roundWordingFor(round.language);
  const posed = posedOf(round, { n, token });
  if (posed === null) return null;
  const text = words.question(n + 1, round.items.length, round.seconds);
  return {
    language: round.language,
    blocks: [{ kind: 'notice', text }],
    buttons: buttonsOf(round, n, words),
    posed,
  };
}

function posedOf({ items, seconds }: Round, { n, token }: { n: number; token: string }): Posed | null {
  const item = items[n];
  if (item === undefined || !('options' in item)) return null;
  const correct = typeof item.correct === 'number' ? [item.correct] : item.correct;
  return {
    token,
    form: item.kind === 'several' ? 'several' : 'one',
    question: item.question,
    options: item.options,
    key: { correct, explanation: item.explanation },
    closesInSeconds: seconds,
  };
}

function buttonsOf({ id, items }: Round, n: number, words: RoundWording): Button[] {
  const isLast = n + 1 >= items.length;
  const next = { label: isLast ? words.scores : words.next, token: `next:${id}:${n + 1}` };
  return isLast ? [next] : [next, { label: words.end, token: `roundend:${id}` }];
}

function endRound(round: Round, parts: ConversationParts): Reply {
  parts.state.rounds.end(round.id, parts.now());
  return resultOf(round, parts);
}

function resultOf(round: Round, { state }: ConversationParts): Reply {
  const words = roundWordingFor(round.language);
  const questions = round.asked.map((asked) => ({
    ...asked,
    attempts: state.learning.questions.attempts(asked.token),
  }));
  const scores = scoresOf(questions);
  if (scores.length === 0) return plainReply(round.language, words.nobody);
  const given = state.rounds.names(round.id);
  const members = new Map(state.members.list(round.channel).map(({ user, name }) => [user, name]));
  const nameOf = (user: string): string => given.get(user) ?? members.get(user) ?? words.person(user);
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
