// Reads typed-answers.tsv, typed-answers-held-back.tsv and typed-answers-others.tsv: answers typed to items of made-up districts, each judged by hand.
import { readFileSync } from 'node:fs';
import type { Item } from '../../src/quiz/types.ts';
import { fillIn, shortAnswer } from '../quiz/made-up-items.ts';

/** One judged answer. */
export interface JudgedAnswer {
  readonly item: Item;
  readonly answer: string;
  /** What sort of answer it is, such as `denied`. */
  readonly sort: string;
  readonly isRight: boolean;
}

function itemOf([kind = '', question = '', first = '', ...more]: readonly string[]): Item {
  if (kind === 'fill-in') return fillIn(1, { question, accepted: [first, ...more] });
  const { citation } = shortAnswer(1);
  const [point, ...points] = [first, ...more].map((text) => ({ text, citation }));
  if (point === undefined) throw new Error(`no point: ${question}`);
  return shortAnswer(1, { question, keyPoints: [point, ...points] });
}

const FILES = {
  tuned: 'typed-answers.tsv',
  heldBack: 'typed-answers-held-back.tsv',
  others: 'typed-answers-others.tsv',
} as const;

/** Returns the judged answers of a set in their order. */
export function judgedAnswers(set: keyof typeof FILES): JudgedAnswer[] {
  const lines = readFileSync(new URL(FILES[set], import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const answers: JudgedAnswer[] = [];
  let item: Item | null = null;
  for (const line of lines.filter((one) => !one.startsWith('#'))) {
    const [mark, ...cells] = line.split('\t');
    if (mark === '?') item = itemOf(cells);
    if (mark === '?') continue;
    if (item === null) throw new Error(`no item before: ${line}`);
    const [sort = '', answer = ''] = cells;
    answers.push({ item, answer: answer.replaceAll('\\n', '\n'), sort, isRight: mark === '+' });
  }
  return answers;
}
