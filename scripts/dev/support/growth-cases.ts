// Inputs that grow, and the work that is done on them: each kind of text that once made some step take the square of its length.
import { contextOfDocuments } from '../../../src/app/answer-context.ts';
import { answerQuestion } from '../../../src/app/question-pipeline.ts';
import { openTools } from '../../../src/app/tools.ts';
import { KNOWLEDGE } from '../../../src/ingest/prepare.ts';
import { signatureOf } from '../../../src/ingest/report/near-duplicates.ts';
import { describeReport } from '../../../src/ingest/source/describe.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { parseChineseNumeral } from '../../../src/text/chinese-numerals.ts';
import { findQuantities } from '../../../src/text/numbers.ts';
import { findPeriods } from '../../../src/text/periods.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { pieceSpans, words } from '../../../src/text/tokens.ts';
import type { Report, ReportId } from '../../../src/types.ts';

/** A kind of input and what is done with it. */
export interface GrowthCase {
  readonly name: string;
  /** Makes the work on an input of so many characters; what it returns is measured. */
  prepare(characters: number): () => unknown;
}

const repeat = (unit: string, characters: number): string =>
  unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters);

/** An honest sentence, different in each place. */
const sentence = (n: number): string =>
  `${2010 + (n % 12)}年，柳溪区第${n}个街道新建口袋公园${(n * 7) % 100}处，完成投资${(n * 13) % 997}.${n % 10}亿元，增长${n % 20}.5%。`;

function honest(characters: number, between: string): string {
  const parts: string[] = [];
  for (let n = 0, length = 0; length < characters; n++) {
    const part = sentence(n) + (n % 5 === 4 ? between : '');
    parts.push(part);
    length += part.length;
  }
  return parts.join('').slice(0, characters);
}

/** Texts by kind, of so many characters. */
const TEXTS: Readonly<Record<string, (characters: number) => string>> = {
  'honest text': (length) => honest(length, '\n\n'),
  'one line': (length) => honest(length, ''),
  'no mark at all': (length) => repeat('柳溪区新建口袋公园多处并完成投资', length),
  'equal short lines': (length) => repeat('柳溪区的公园\n', length),
  headings: (length) => repeat('一、总体情况\n', length),
  'different headings': (length) =>
    Array.from({ length: Math.ceil(length / 10) }, (_, n) => `（一）第${n}项工作`)
      .join('\n')
      .slice(0, length),
  'Markdown headings': (length) => repeat('# 公园\n## 投资\n', length),
  blanks: (length) => `公园${repeat(' ', length)}建成`,
  tabs: (length) => `公园${repeat('\t', length)}建成`,
  'full-width blanks': (length) => `公园${repeat('\u3000', length)}建成`,
  pipes: (length) => `公园${repeat('|', length)}建成`,
  'rows of a table': (length) => repeat('| 柳溪区 | 12 | 3.5% |\n', length),
  'line ends': (length) => `公园${repeat('\n', length)}建成`,
  percentages: (length) => repeat('5%', length),
  years: (length) => repeat('2016年', length),
  multipliers: (length) => repeat('亿', length),
  numerals: (length) => repeat('三百二十', length),
  digits: (length) => repeat('1234567890', length),
  'quotation marks': (length) => repeat('“公园”', length),
  'open brackets': (length) => repeat('（【《', length),
  commas: (length) => repeat('，、；', length),
  names: (length) => repeat('区委书记李建超、区长王林溪，', length),
  districts: (length) => repeat('柳溪区、泉山区、', length),
  latin: (length) => repeat('park investment ', length),
  'zero-width': (length) => repeat('公\u200b园\u202e', length),
  'emoji and marks': (length) => repeat('👍🏽é①', length),
  'dashes and dots': (length) => repeat('——……', length),
  asterisks: (length) => repeat('**', length),
  'dates and times': (length) => repeat('2021-03-04 09:30 ', length),
};

const reportOf = (text: string): Report =>
  describeReport({ id: 'growth' as ReportId, path: 'growth.txt', text, given: {} }, KNOWLEDGE.findDistrict);

/** What is done with a text, by name. */
const STEPS: Readonly<Record<string, (text: string) => unknown>> = {
  figures: findQuantities,
  periods: (text) => findPeriods(text, '2021-03-04'),
  words,
  pieces: pieceSpans,
  numeral: parseChineseNumeral,
  sentences: (text) => splitSentences(text, { start: 0, end: text.length }),
  described: reportOf,
  structured: (text) => structureReport(reportOf(text)),
  signature: signatureOf,
  facts: (text) => contextOfDocuments([reportOf(text)]),
};

const QUESTION = '柳溪区2016年新建了多少处口袋公园，完成投资多少？';

/** A file that is read, and asked about once. */
function asked(name: string, text: (characters: number) => string): GrowthCase {
  return {
    name: `asked: ${name}`,
    prepare: (characters) => {
      const report = reportOf(text(characters));
      const tools = openTools();
      return () => answerQuestion(contextOfDocuments([report]), { text: QUESTION, history: [] }, tools);
    },
  };
}

/** All cases: every step on every kind of text. */
export function growthCases(): GrowthCase[] {
  const steps = Object.entries(STEPS).flatMap(([step, work]) =>
    Object.entries(TEXTS).map(
      ([name, make]): GrowthCase => ({
        name: `${step}: ${name}`,
        prepare: (characters) => {
          const text = make(characters);
          return () => work(text);
        },
      }),
    ),
  );
  return [...steps, ...Object.entries(TEXTS).map(([name, make]) => asked(name, make))];
}
