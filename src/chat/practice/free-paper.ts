// A paper that is gone through back and forth: the question that it stands at, the way to the others, the overview.
import { MINUTE_MS } from '../../durations.ts';
import { letterOf } from '../../quiz/grade/answer-text.ts';
import type { Attempt, PosedQuestion, PracticeSet, SetQuestion } from '../../quiz/learning/records.ts';
import type { Item } from '../../quiz/types.ts';
import { clip } from '../asking/place.ts';
import type { Block, Button, Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { type Before, posedOf } from './posed.ts';

/** The overview of a paper, in the place of a question's number. */
export const OVERVIEW = -1;
const MAX_ANSWER_CHARACTERS = 60;
const MAX_NUMBERS = 30;

/** Returns the minutes that a paper has left, from 0. */
export function minutesLeft({ closesAt }: PracticeSet, now: Date): number {
  return Math.max(0, Math.round((closesAt.getTime() - now.getTime()) / MINUTE_MS));
}

/** True if a paper may be gone through back and forth. */
export function isFree({ exam }: PracticeSet, turn: Pick<Turn, 'parts'>): boolean {
  return exam !== null && turn.parts.state.learning.exams.find(exam)?.rules.isLinear === false;
}

/** Returns the tokens of the questions that close with a paper: those that were put and still take an answer, or another one. */
export function closingWith(paper: PracticeSet, progress: readonly SetQuestion[], turn: Pick<Turn, 'parts'>): string[] {
  const mayChange = isFree(paper, turn);
  return progress.flatMap(({ question: { token, putAt }, attempt }) =>
    putAt !== null && (attempt === null || mayChange) ? [token] : [],
  );
}

/** Returns the question that a free paper stands at; null: its overview. */
export function standingAt({ shownN }: PracticeSet, progress: readonly SetQuestion[]): SetQuestion | null {
  if (shownN !== null) return progress[shownN] ?? null;
  return progress.find(({ attempt }) => attempt === null) ?? null;
}

/** Returns the number of the next question that is unanswered, after one and then from the beginning; the overview where none is. */
export function nextOpen(progress: readonly SetQuestion[], after: number): number {
  const isOpen = ({ attempt }: SetQuestion): boolean => attempt === null;
  const behind = progress.findIndex((one, n) => n > after && isOpen(one));
  return behind >= 0 ? behind : progress.findIndex(isOpen);
}

/** Shows a free paper: the question that it stands at with the way to the others, or the overview. */
export function showPaper(paper: PracticeSet, turn: Turn, { blocks }: Before): Reply {
  const { learning } = turn.parts.state;
  const progress = learning.sets.progress(paper.id);
  const here = standingAt(paper, progress);
  if (here === null) return overview({ paper, progress, blocks }, turn);
  const now = turn.parts.now();
  learning.questions.show(here.question.token, now);
  const place: Block = { kind: 'notice', text: turn.wording.place(here.question.n + 1, progress.length) };
  const [first, ...rest] = [...blocks, place, ...answeredBefore(here.question, here.attempt, turn)];
  return {
    language: turn.speaker.language,
    blocks: [first ?? place, ...rest],
    buttons: wayButtons(here.question.n, { paper, progress }, turn),
    posed: posedOf(here.question, now),
  };
}

function answeredBefore({ item }: PosedQuestion, attempt: Attempt | null, { wording }: Turn): Block[] {
  if (attempt === null) return [];
  return [{ kind: 'notice', text: wording.answeredBefore(clip(responseText(item, attempt), MAX_ANSWER_CHARACTERS)) }];
}

/** Returns what was answered, as it was put in. */
export function responseText(item: Item, { response }: Pick<Attempt, 'response'>): string {
  if ('text' in response) return response.text;
  const options = 'options' in item ? item.options : [];
  return item.kind === 'order'
    ? response.options.map(letterOf).join('')
    : response.options.map((index) => `${letterOf(index)} ${options[index] ?? ''}`).join('；');
}

/** A paper with its questions. */
interface OpenPaper {
  readonly paper: PracticeSet;
  readonly progress: readonly SetQuestion[];
}

function wayButtons(n: number, { paper: { exam }, progress }: OpenPaper, { wording }: Turn): Button[] {
  const to = (word: string | number): string => `paper:${exam}:${word}`;
  return [
    ...(n > 0 ? [{ label: wording.paperPrevious, token: to(n) }] : []),
    ...(n + 1 < progress.length ? [{ label: wording.paperNext, token: to(n + 2) }] : []),
    { label: wording.paperOverview, token: to('list') },
  ];
}

function overview({ paper, progress, blocks }: OpenPaper & Pick<Before, 'blocks'>, turn: Turn): Reply {
  const { wording } = turn;
  const open = progress.filter(({ attempt }) => attempt === null).map(({ question }) => question.n + 1);
  const minutes = minutesLeft(paper, turn.parts.now());
  const told = { answered: progress.length - open.length, all: progress.length, open: open.join('、'), minutes };
  const text: Block = { kind: 'text', text: wording.paperState(told) };
  const [first, ...rest] = [...blocks, text];
  const numbers = progress.slice(0, MAX_NUMBERS).map(({ question: { n }, attempt }) => ({
    label: `${n + 1}${attempt === null ? '' : ' ✓'}`,
    token: `paper:${paper.exam}:${n + 1}`,
  }));
  const handIn = { label: wording.paperHandIn, token: `paper:${paper.exam}:${open.length > 0 ? 'hand' : 'handin'}` };
  return { language: turn.speaker.language, blocks: [first ?? text, ...rest], buttons: [...numbers, handIn] };
}
