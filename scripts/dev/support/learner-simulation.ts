// Learners of thirty days on a false clock: a memory that forgets, the product's own draws and schedules, and what becomes of each day.

import { leftToday, spansOn } from '../../../src/quiz/learning/pace.ts';
import { paced } from '../../../src/quiz/learning/paced-schedule.ts';
import type { Card, Pace } from '../../../src/quiz/learning/records.ts';
import { isMastered, reviewed, type Schedule } from '../../../src/quiz/learning/schedule.ts';
import { chooseItems } from '../../../src/quiz/learning/session.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { type Random, seededRandom } from '../../../src/text/random.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2031-03-01T00:00:00Z');
/** Learners practise in the morning, a set after the other. */
const MORNING_MS = 8 * 3_600_000;
const SET_MS = 300_000;
const ANSWER_MS = 15_000;
const MAX_SETS = 12;
/** 340 items stood on 170 sentences where it was counted. */
const ITEMS_OF_SENTENCE = 2;
/** FSRS's forgetting curve: R = (1 + 19/81 · t/S)^−0.5, t and S in days. */
const FACTOR = 19 / 81;

/** A kind of learner: how likely a new item is known or guessed, and how fast memory grows with each right answer. */
export interface LearnerSort {
  readonly name: string;
  /** Share of all learners, 0 … 1. */
  readonly share: number;
  readonly knows: number;
  readonly growth: number;
  /** Probability that a day is left out. */
  readonly misses: number;
}

/** The kinds of learners that are simulated. */
export const LEARNER_SORTS: readonly LearnerSort[] = [
  { name: 'guesser', share: 0.1, knows: 0.3, growth: 1.05, misses: 0.05 },
  { name: 'weak', share: 0.3, knows: 0.4, growth: 1.8, misses: 0.1 },
  { name: 'average', share: 0.4, knows: 0.6, growth: 2.5, misses: 0.1 },
  { name: 'strong', share: 0.2, knows: 0.8, growth: 3.2, misses: 0.05 },
];

/** What became of one learner. */
export interface LearnerOutcome {
  readonly sort: string;
  /** Answers on each day that was practised. */
  readonly loads: readonly number[];
  readonly met: number;
  readonly mastered: number;
  /** Days on which new items were asked for and none came though there were some. */
  readonly starvedDays: number;
  /** Answers to an item that was answered on the same day before. */
  readonly doubled: number;
  /** Answers to an item while another one of its sentence was answered on the same day. */
  readonly siblings: number;
}

/** What is simulated. */
export interface SimulationOptions {
  readonly items: readonly Item[];
  readonly days: number;
  readonly pace: Pace;
  /** Items of one set. */
  readonly setSize: number;
}

interface Memory {
  /** Days after which an item is still known with 90 %. */
  stability: number;
  at: number;
}

interface Progress {
  readonly cards: Map<string, Card>;
  readonly memories: Map<string, Memory>;
  /** How many cards are due on each day, from the first. */
  readonly dueOn: Map<number, number>;
  readonly loads: number[];
  /** Reviews on each day that was practised. */
  readonly reviews: number[];
  starvedDays: number;
  doubled: number;
  siblings: number;
}

/** Returns items of which nothing matters but kind, district and sentence: two or three of a sentence, as reports give them. */
export function madeUpItems(count: number): Item[] {
  const citation = {} as Item['citation'];
  return Array.from({ length: count }, (_, n): Item => {
    const sentence = Math.floor(n / ITEMS_OF_SENTENCE);
    const base = {
      ...({ subject: 'figure', question: `${n}`, explanation: '', citation, topic: '' } as const),
      ...{ id: `item-${n}` as Item['id'], spanHash: `sentence-${sentence}`, district: `district-${sentence % 5}` },
    };
    return n % 2 === 0
      ? { ...base, kind: 'single', options: ['1', '2', '3', '4'], correct: 0 }
      : { ...base, kind: 'fill-in', accepted: ['1'] };
  });
}

/** Simulates one learner. @param seed any whole number; the same seed gives the same days */
export function simulateLearner(sort: LearnerSort, seed: number, options: SimulationOptions): LearnerOutcome {
  const chance = seededRandom(seed);
  const progress: Progress = {
    ...{ cards: new Map(), memories: new Map(), dueOn: new Map(), loads: [], reviews: [] },
    ...{ starvedDays: 0, doubled: 0, siblings: 0 },
  };
  for (let day = 0; day < options.days; day += 1) {
    if (chance() >= sort.misses) practise(day, { sort, seed, chance, progress, ...options });
  }
  const { cards, loads, starvedDays, doubled, siblings } = progress;
  const mastered = [...cards.values()].filter(({ schedule }) => isMastered(schedule)).length;
  return { sort: sort.name, loads, met: cards.size, mastered, starvedDays, doubled, siblings };
}

interface Learning extends SimulationOptions {
  readonly sort: LearnerSort;
  readonly seed: number;
  readonly chance: Random;
  readonly progress: Progress;
}

/** One day: sets until what is due is done and the day's new items are met. */
function practise(day: number, learning: Learning): void {
  const { items, pace, setSize, progress, seed } = learning;
  const done = { fresh: 0, reviews: 0, answers: 0 };
  const today = new Map<string, Set<string>>();
  const startMs = START_MS + day * DAY_MS + MORNING_MS;
  const isToday = (at: Date): boolean => at.getTime() >= START_MS + day * DAY_MS;
  for (let set = 0; set < MAX_SETS; set += 1) {
    const now = new Date(startMs + set * SET_MS);
    const cards = [...progress.cards.values()];
    const left = leftToday(pace, done, progress.reviews);
    const isDue = cards.some(({ schedule }) => schedule.dueAt <= now.getTime());
    if (set > 0 && left.fresh === 0 && (!isDue || left.reviews === 0) && !hasSteps(cards, now)) break;
    const spans = spansOn(cards, isToday);
    const isEasyFirst = progress.cards.size < 20;
    const draw = { cards, count: setSize, now, seed: `${seed} ${day} ${set}`, isEasyFirst, spans, left };
    const chosen = chooseItems(items, draw).filter((item) => !isAhead(progress.cards.get(item.id), now));
    if (chosen.length === 0) break;
    for (const [n, item] of chosen.entries()) {
      const at = new Date(now.getTime() + n * ANSWER_MS);
      count(item, { done, today, progress });
      answer(item, at, learning);
    }
  }
  if (done.fresh === 0 && pace.newPerDay !== 0 && progress.cards.size < items.length) progress.starvedDays += 1;
  progress.loads.push(done.answers);
  progress.reviews.push(done.reviews);
}

/** True if what was wrong today is due again. */
function hasSteps(cards: readonly Card[], now: Date): boolean {
  return cards.some(({ schedule }) => schedule.state !== 2 && schedule.dueAt <= now.getTime());
}

/** What is not due is not practised ahead: the day is over. */
function isAhead(card: Card | undefined, now: Date): boolean {
  return card !== undefined && card.schedule.dueAt > now.getTime();
}

interface Counting {
  readonly done: { fresh: number; reviews: number; answers: number };
  readonly today: Map<string, Set<string>>;
  readonly progress: Progress;
}

function count({ id, spanHash }: Item, { done, today, progress }: Counting): void {
  const ids = today.get(spanHash) ?? new Set<string>();
  if (ids.has(id)) progress.doubled += 1;
  else if (progress.cards.has(id)) done.reviews += 1;
  else done.fresh += 1;
  if ([...ids].some((other) => other !== id)) progress.siblings += 1;
  today.set(spanHash, ids.add(id));
  done.answers += 1;
}

function answer(item: Item, at: Date, { sort, chance, progress }: Learning): void {
  const memory = progress.memories.get(item.id);
  const days = memory === undefined ? 0 : (at.getTime() - memory.at) / DAY_MS;
  const recalled = memory === undefined ? sort.knows : (1 + (FACTOR * days) / memory.stability) ** -0.5;
  const isRight = chance() < Math.max(recalled, sort.name === 'guesser' ? sort.knows : 0);
  const grown = memory === undefined ? 1 : memory.stability * (isRight ? sort.growth : 0.5);
  progress.memories.set(item.id, { stability: Math.max(0.3, grown), at: at.getTime() });
  const before = progress.cards.get(item.id)?.schedule ?? null;
  const schedule = nextOf(before, { item, isRight, at }, progress);
  move(progress.dueOn, before, schedule);
  progress.cards.set(item.id, { item, schedule, isRight });
}

const dayOf = (ms: number): number => Math.floor((ms - START_MS) / DAY_MS);

interface Answered {
  readonly item: Item;
  readonly isRight: boolean;
  readonly at: Date;
}

function nextOf(before: Schedule | null, { item, isRight, at }: Answered, { cards, dueOn }: Progress): Schedule {
  const siblings = new Set(
    [...cards.values()]
      .filter(({ item: other }) => other.spanHash === item.spanHash && other.id !== item.id)
      .map(({ schedule }) => dayOf(schedule.dueAt)),
  );
  const today = dayOf(at.getTime());
  return paced(reviewed(before, isRight, at), {
    before,
    isRight,
    at,
    loadOn: (days) => dueOn.get(today + days) ?? 0,
    hasSiblingOn: (days) => siblings.has(today + days),
  });
}

function move(dueOn: Map<number, number>, before: Schedule | null, after: Schedule): void {
  if (before !== null) dueOn.set(dayOf(before.dueAt), (dueOn.get(dayOf(before.dueAt)) ?? 1) - 1);
  dueOn.set(dayOf(after.dueAt), (dueOn.get(dayOf(after.dueAt)) ?? 0) + 1);
}
