// The law that a question leads back to its own source: its own sentence shares most of its words, and where it names no district, no
// sentence of another district's shares nearly as many: what is told elsewhere too has no one answer. It reads words alone, as
// retrieval does, so that every item can be held against the whole library when it is made.
import { oncePer } from '../../lexicon/words/once.ts';
import { fold } from '../../text/normalise.ts';
import { bigrams } from '../../text/tokens.ts';
import type { Citation, Library, ReportId } from '../../types.ts';
import { type ItemSource, sourcesOf } from '../generate/statements/sources.ts';
import type { Item, ItemSubject } from '../types.ts';

/** Subjects whose question is not made of the words of one sentence. */
const OVER_SENTENCES: ReadonlySet<ItemSubject> = new Set([
  'matching',
  'comparison',
  'practice-of-district',
  'practice',
]);
/** Subjects whose question is made of the words of the sentence that answers it. */
const OF_ONE_SENTENCE: ReadonlySet<ItemSubject> = new Set([
  'figure',
  'name',
  'date',
  'district-of-practice',
  'statement',
  'parts',
]);
const FRAME =
  /^判断正误：|^名词解释：|据[^，]{0,20}的报告，|(?:请写出|请按|请逐项|括号内应填|下列哪|请至少|若你所在)[^。？]*[。？]|（多选）|（答[^）]*）|____|（　）|是怎样[^“”]{1,4}的|具体做了什么|是指什么|主要是为了什么|取得了哪些成效|采取了(?:哪些|一系列)做法|\d{4}年/gu;
/** Share of a question's words that its own sentence must hold. */
const MIN_OWN = 0.5;
/** Share of its own sentence's that another district's may hold. */
const MAX_OTHER = 0.9;
const MIN_WORDS = 6;

interface ReadLine {
  readonly reportId: ReportId;
  readonly district: string;
  readonly start: number;
  readonly end: number;
}

interface WordIndex {
  readonly lines: readonly ReadLine[];
  /** Numbers of the lines that hold a pair of characters. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
}

function indexOf(sources: readonly ItemSource[]): WordIndex {
  const lines: ReadLine[] = [];
  const holding = new Map<string, number[]>();
  for (const { report, district, lines: own } of sources) {
    for (const { sentence, plain } of own) {
      for (const pair of new Set(bigrams(fold(plain)))) {
        const numbers = holding.get(pair);
        if (numbers) numbers.push(lines.length);
        else holding.set(pair, [lines.length]);
      }
      lines.push({ reportId: report.id, district, start: sentence.start, end: sentence.end });
    }
  }
  return { lines, holding, namesOf: new Map(sources.map(({ district, names }) => [district, names])) };
}

const indexed = oncePer((library: Library) => indexOf(sourcesOf(library, null)));

/** Returns the pairs of characters that a question asks by: without its frame, its period and the district. */
function pairsOf(item: Item, { namesOf }: WordIndex): readonly string[] {
  const names = namesOf.get(item.district ?? '') ?? [];
  const told = names.reduce((text, name) => text.replaceAll(name, ' '), item.question.replace(FRAME, ' '));
  return [...new Set(bigrams(fold(told)))];
}

function citationsOf(item: Item): readonly Citation[] {
  return item.kind === 'short-answer' ? item.keyPoints.map(({ citation }) => citation) : [item.citation];
}

const isWithin = ({ reportId, start, end }: ReadLine, citations: readonly Citation[]): boolean =>
  citations.some((citation) => citation.report.id === reportId && citation.start <= start && end <= citation.end);

/** Returns how many of the pairs each line of the library holds that holds one. */
function sharesOf(pairs: readonly string[], { holding }: WordIndex): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const pair of pairs)
    for (const number of holding.get(pair) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
  return shared;
}

/** Returns the faults of where a question leads. */
export function readingFaults(item: Item, library: Library): string[] {
  const index = indexed(library);
  const pairs = OVER_SENTENCES.has(item.subject) ? [] : pairsOf(item, index);
  if (pairs.length < MIN_WORDS) return [];
  const citations = citationsOf(item);
  const shares = [...sharesOf(pairs, index)].flatMap(([number, count]) => {
    const line = index.lines[number];
    return line === undefined ? [] : [{ line, count }];
  });
  const most = (passes: (line: ReadLine) => boolean): number =>
    Math.max(0, ...shares.filter(({ line }) => passes(line)).map(({ count }) => count));
  const own = most((line) => isWithin(line, citations));
  const others = most(({ district }) => district !== item.district);
  const isNamed = (index.namesOf.get(item.district ?? '') ?? []).some((name) => item.question.includes(name));
  const inReport = most(({ reportId }) => reportId === item.citation.report.id);
  return [
    ...(OF_ONE_SENTENCE.has(item.subject) && own < MIN_OWN * pairs.length
      ? ['not-found: the question does not lead to its own sentence']
      : []),
    ...(!isNamed && inReport > 0 && others >= MAX_OTHER * inReport
      ? ['answered-elsewhere: a report on another district says the same']
      : []),
  ];
}
