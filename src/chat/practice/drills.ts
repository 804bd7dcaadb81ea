// `/quiz`, `/review` and `/mistakes`: draws a set for the learner and puts its first question.
import { HOUR_MS } from '../../durations.ts';
import { momentOf } from '../../quiz/learning/days.ts';
import { spansOn } from '../../quiz/learning/pace.ts';
import type { Card, Purpose } from '../../quiz/learning/records.ts';
import { aheadCards, apart, bounded, chooseItems, dueToday } from '../../quiz/learning/session.ts';
import { parseQuizFilter, type QuizFilter } from '../../quiz/quiz-filter.ts';
import type { Item } from '../../quiz/types.ts';
import { shortDistrict } from '../asking/place.ts';
import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { dayDone, dayLeft, isTodayOf, learnerOf, paceOf, zoneOf } from './learner.ts';
import { refitMemory } from './paced.ts';
import { playableItems } from './posed.ts';
import { goOn } from './posing.ts';
import { tidyCards } from './tidy.ts';

const AHEAD = /^(?:ahead|提前)$/iu;
const DEFAULT_COUNT = 5;
const MAX_COUNT = 20;
const SET_HOURS = 24;
const MAX_DISTRICTS_NAMED = 30;
/** With fewer answers than this a learner is new: easy kinds come first. */
const NEW_LEARNER_ANSWERS = 20;

/** `/quiz [district] [topic] [n]`. */
export function quizCommand(argument: string, turn: Turn): Promise<Reply> {
  return drill(turn, (items, cards) => {
    const filter = parseQuizFilter(argument, items);
    const [count = DEFAULT_COUNT, ...more] = filter.numbers;
    if (filter.asksHelp || more.length > 0 || count < 1 || count > MAX_COUNT) return usage(items, turn);
    if (filter.items.length === 0) return nothingFits(filter, items, turn);
    const drawn = draw(filter.items, cards, { count, turn });
    const reply = withNotes(begin('quiz', drawn, turn), drawn.length < count ? boundNotes(turn) : []);
    return filter.about === '' ? reply : understood(filter, reply, turn);
  });
}

/** Says what the words were taken for, before the first question. */
function understood({ about, items }: QuizFilter, { blocks, ...reply }: Reply, turn: Turn): Reply {
  const text = turn.wording.quizOn(about, items.length);
  return { ...reply, blocks: [{ kind: 'notice', text }, ...blocks] };
}

/** Says at the top where the learner's own pace ended a set early. */
function withNotes({ blocks, ...reply }: Reply, notes: readonly string[]): Reply {
  const [first, ...rest] = [...notes.map((text) => ({ kind: 'notice', text }) as const), ...blocks];
  return { ...reply, blocks: [first ?? blocks[0], ...rest] };
}

/** Returns which bounds of the learner's pace are reached today. */
function boundNotes(turn: Turn): string[] {
  const pace = paceOf(turn);
  const left = dayLeft(turn);
  return [
    ...(left.fresh === 0 ? [turn.wording.newFull(pace.newPerDay ?? 0)] : []),
    ...(left.reviews === 0 ? [turn.wording.reviewsFull(dayDone(turn).reviews)] : []),
  ];
}

/** `/review`: what is due, most overdue first; `/review ahead`: what is in its first steps and comes due within minutes. */
export function reviewCommand(argument: string, turn: Turn): Promise<Reply> {
  return drill(turn, (items, cards) => {
    const now = turn.parts.now();
    const ahead = aheadCards(cards, items, now);
    if (AHEAD.test(argument.trim()) && ahead.length > 0)
      return begin('review', latestOf(ahead, items).slice(0, MAX_COUNT), turn);
    const left = dayLeft(turn);
    const spans = spansOn(cards, isTodayOf(turn));
    const due = dueToday(cards, items, { now, spans });
    const chosen = apart(latestOf(bounded(due, { spans, left }), items)).slice(0, MAX_COUNT);
    if (chosen.length > 0) return begin('review', chosen, turn);
    if (due.length > 0) return say(turn, ...bounds(turn));
    const [next] = cards.map(({ schedule }) => schedule.dueAt).sort((a, b) => a - b);
    const isParted = next !== undefined && next <= now.getTime();
    const told = isParted
      ? turn.wording.allDoneToday
      : turn.wording.nothingDue(next === undefined ? null : momentOf(new Date(next), zoneOf(turn)));
    const buttons = [{ label: turn.wording.aheadButton(ahead.length), token: 'review:ahead' }];
    return { ...say(turn, told), buttons: ahead.length > 0 ? buttons : [] };
  });
}

/** Returns the bounds that are reached, at least one text. */
function bounds(turn: Turn): [string, ...string[]] {
  const [first = turn.wording.allDoneToday, ...rest] = boundNotes(turn);
  return [first, ...rest];
}

/** `/mistakes`: what was answered wrong and not yet right again. */
export function mistakesCommand(_argument: string, turn: Turn): Promise<Reply> {
  return drill(turn, (items, cards) => {
    const wrong = latestOf(
      cards.filter(({ isRight }) => !isRight),
      items,
    );
    if (wrong.length === 0) return say(turn, turn.wording.noMistakes);
    return begin('mistakes', wrong.slice(0, MAX_COUNT), turn);
  });
}

/** Prepares a draw: parameters fitted where that is due, cards brought up to date, items at hand, no exam under way. */
async function drill(turn: Turn, work: (items: readonly Item[], cards: readonly Card[]) => Reply): Promise<Reply> {
  await refitMemory(turn);
  const { learning } = turn.parts.state;
  const learner = learnerOf(turn);
  const set = learning.sets.underWay(learner, turn.parts.now());
  if (set?.purpose === 'exam') {
    return goOn(set, turn, { blocks: [{ kind: 'text', text: turn.wording.examUnderWay }] });
  }
  tidyCards(turn);
  const items = playableItems(turn);
  return items.length === 0 ? say(turn, turn.wording.noItems) : work(items, learning.cards.of(learner));
}

function draw(
  items: readonly Item[],
  cards: readonly Card[],
  { count, turn }: { readonly count: number; readonly turn: Turn },
): Item[] {
  const now = turn.parts.now();
  const { channel, user } = turn.speaker;
  const answers = turn.parts.state.learning.history.of({ channel, user }, now).length;
  const seed = `${channel} ${user} ${now.getTime()}`;
  const spans = spansOn(cards, isTodayOf(turn));
  const left = dayLeft(turn);
  return chooseItems(items, { cards, count, now, seed, isEasyFirst: answers < NEW_LEARNER_ANSWERS, spans, left });
}

/** Returns the items of cards as the index has them now; those that it no longer has are left out. */
function latestOf(cards: readonly Card[], items: readonly Item[]): Item[] {
  const live = new Map(items.map((item) => [item.id, item]));
  return cards.flatMap(({ item }) => live.get(item.id) ?? []);
}

function begin(purpose: Purpose, items: readonly Item[], turn: Turn): Reply {
  const { speaker, name, parts } = turn;
  const now = parts.now();
  const closesAt = new Date(now.getTime() + SET_HOURS * HOUR_MS);
  const set = parts.state.learning.sets.begin(
    { learner: learnerOf(turn), chat: speaker.chat, purpose, exam: null, name, closesAt, items },
    now,
  );
  return set === null ? say(turn, turn.wording.noItems) : goOn(set, turn);
}

function districtNamesOf(items: readonly Item[]): string[] {
  const names = items.flatMap(({ district }) => (district === null ? [] : [shortDistrict(district)]));
  return [...new Set(names)].slice(0, MAX_DISTRICTS_NAMED);
}

function usage(items: readonly Item[], turn: Turn): Reply {
  const { wording } = turn;
  return say(turn, wording.quizUsage(MAX_COUNT), wording.knownDistricts(districtNamesOf(items)));
}

function nothingFits({ unknown, about }: QuizFilter, items: readonly Item[], turn: Turn): Reply {
  const { wording } = turn;
  const names = districtNamesOf(items);
  return say(
    turn,
    wording.nothingFits(unknown.length > 0 ? unknown : [about]),
    wording.knownDistricts(names),
    wording.quizUsage(MAX_COUNT),
  );
}
