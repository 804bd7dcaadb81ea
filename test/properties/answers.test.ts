// What holds for every answer, whatever is asked: tried with questions of every form, sensible or not, on made-up reports.
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/answer/verify/verify.ts';
import { renderText } from '../../src/chat/render.ts';
import { fold } from '../../src/text/normalise.ts';
import { findQuantities } from '../../src/text/numbers.ts';
import type { Answer, Answered } from '../../src/types.ts';
import { ask, CONTEXT } from '../support/made-up-context.ts';
import { DISTRICTS, REPORTS } from '../support/made-up-reports.ts';
import { picker } from '../text/pseudo-random.ts';

const PLACES = [
  '青石区',
  '云桥县',
  '望洲区',
  '青石',
  '',
  '海淀区',
  '青石区和望洲区',
  '各区县',
  '哪个区',
  '云桥县、青石区',
];
const PERIODS = ['', '', '2021年', '2020年', '2015年', '去年', '截至2022年6月底'];
const THINGS = [
  '亿元以上项目',
  '老旧小区改造',
  '一般公共预算收入',
  '“一张图”工作法',
  '古廊桥',
  '停车位',
  '新登记市场主体',
  '网格',
  '地铁',
  '医生',
  '夜市',
  '首席帮办',
  '茶园管家',
  '高新技术企业',
  '挺车位',
];
const CUES = [
  '有多少个？',
  '是多少？',
  '增长多少？',
  '是谁负责的？',
  '是什么？',
  '有哪些做法？',
  '怎么做的？',
  '哪年开始？',
  '哪个更多？',
  '呢？',
  '',
  '各是多少？',
  '包括哪三个？',
  '叫什么？',
];

const QUESTIONS = Array.from({ length: 240 }, (_, seed) => {
  const pick = picker(seed);
  return `${pick.one(PLACES)}${pick.one(PERIODS)}${pick.one(THINGS)}${pick.one(CUES)}`;
});
const ANSWERS: readonly Answer[] = await Promise.all(QUESTIONS.map((question) => ask(question)));
const ANSWERED: readonly Answered[] = ANSWERS.filter((answer) => answer.status === 'answered');

/** Everything that an answer cites, as read and as written, with what stands above it. */
function evidence({ citations }: Answered): string {
  return fold(
    citations
      .flatMap(({ quote, reading, report, heading }) => [
        quote,
        reading ?? '',
        report.title,
        report.district ?? '',
        ...heading,
      ])
      .join('\n'),
  );
}

test('the questions are a fair sample: many are answered and many refused', () => {
  expect(ANSWERED.length).toBeGreaterThan(60);
  expect(ANSWERS.length - ANSWERED.length).toBeGreaterThan(40);
});

describe('citations', () => {
  const cited = ANSWERS.flatMap((answer) => (answer.status === 'answered' ? answer.citations : answer.nearest));

  test('every quote is a slice of its report', () => {
    const wrong = cited.filter(
      ({ report, start, end, quote }) => CONTEXT.library.textOf(report.id).slice(start, end) !== quote,
    );
    expect([cited.length > 0, wrong]).toEqual([true, []]);
  });

  test('no quote is empty, or white space at its ends', () => {
    expect(cited.filter(({ quote }) => quote === '' || quote !== quote.trim())).toEqual([]);
  });

  test('they are numbered from 1 without gaps, refusals included', () => {
    for (const answer of ANSWERS) {
      const numbers = (answer.status === 'answered' ? answer.citations : answer.nearest).map(({ n }) => n);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test('a reading is given only where it differs from the quote', () => {
    expect(cited.filter(({ quote, reading }) => reading !== null && fold(reading) === fold(quote))).toEqual([]);
  });

  test('no sentence is cited twice in one answer', () => {
    const places = ({ citations }: Answered): string[] => citations.map(({ report, start }) => `${report.id}:${start}`);
    expect(ANSWERED.filter((answer) => new Set(places(answer)).size < answer.citations.length)).toEqual([]);
  });
});

describe('claims', () => {
  test('every answer makes one, and every claim cites something that is there', () => {
    const isSound = ({ claims, citations }: Answered): boolean =>
      claims.length > 0 &&
      claims.every(
        (claim) => claim.citations.length > 0 && claim.citations.every((n) => n >= 1 && n <= citations.length),
      );
    expect(ANSWERED.filter((answer) => !isSound(answer))).toEqual([]);
  });

  test('each stands in what it cites, as written or as read', () => {
    const squeeze = (text: string): string => fold(text).replace(/\s/g, '');
    for (const { claims, citations } of ANSWERED) {
      for (const { text, citations: numbers } of claims) {
        const quoted = citations
          .filter(({ n }) => numbers.includes(n))
          .map(({ quote, reading }) => squeeze(quote + (reading ?? '')));
        expect(quoted.join('\n')).toContain(squeeze(text.replace(/…$/, '')));
      }
    }
  });
});

describe('what is said', () => {
  test('the verifier finds nothing that is not cited', () => {
    expect(ANSWERED.flatMap((answer) => verify(answer))).toEqual([]);
  });

  test('every figure of the direct answer and of the claims stands in the evidence', () => {
    const unsupported = ANSWERED.flatMap((answer) => {
      const held = evidence(answer);
      const said = [answer.short, ...answer.claims.map(({ text }) => text)];
      return said.flatMap((text) => findQuantities(text)).filter(({ surface }) => !held.includes(fold(surface)));
    });
    expect(unsupported).toEqual([]);
  });

  test('every run of digits of the direct answer stands in the evidence, list numbers aside', () => {
    const digits = (text: string): string[] => text.replace(/(?<=^|[\s；])\d{1,2}\. /g, '').match(/\d[\d.,]*/g) ?? [];
    expect(ANSWERED.filter((answer) => digits(answer.short).some((run) => !evidence(answer).includes(run)))).toEqual(
      [],
    );
  });

  test('no answer is empty, and none is longer than promised', () => {
    expect(ANSWERED.filter(({ short }) => short.trim() === '' || short.length > 500)).toEqual([]);
  });

  test('the whole message is never longer than promised and shows the mark of a citation', () => {
    const messages = ANSWERS.map(renderText);
    expect(messages.filter((text) => text.length > 1_500 || text.trim() === '')).toEqual([]);
    expect(ANSWERED.map(renderText).filter((text) => !text.includes('[1]'))).toEqual([]);
  });

  test('nothing is said of another district than the one that was asked about', () => {
    const strays = ANSWERED.filter(
      ({ interpretation: { districts }, citations }) =>
        districts.length === 1 && citations.some(({ report }) => report.district !== districts[0]),
    );
    expect(strays).toEqual([]);
  });

  test('what a refusal says is never empty', () => {
    for (const answer of ANSWERS) if (answer.status === 'refused') expect(answer.message.length).toBeGreaterThan(8);
  });
});

describe('the same again', () => {
  test('the same question gives the same bytes', async () => {
    for (const question of QUESTIONS.slice(0, 40))
      expect(JSON.stringify(await ask(question))).toBe(JSON.stringify(await ask(question)));
  });

  test('what was asked before at the same context makes no difference', async () => {
    const forwards = JSON.stringify(ANSWERS.slice(0, 30));
    const backwards: Answer[] = [];
    for (const question of QUESTIONS.slice(0, 30).toReversed()) backwards.unshift(await ask(question));
    expect(JSON.stringify(backwards)).toBe(forwards);
  });

  test('a question about a district is a question about the district by its full name', async () => {
    for (const [index, name] of ['青石区', '云桥县', '望洲区'].entries()) {
      const shorts = await Promise.all(
        [name, DISTRICTS[index]].map((place) => ask(`${place}新登记市场主体有多少户？`)),
      );
      expect(shorts.map((answer) => (answer.status === 'answered' ? answer.short : answer.reason))).toEqual([
        expect.stringContaining('户'),
        expect.stringContaining('户'),
      ]);
    }
  });
});

test('figures, names and dates are answered in at most 160 characters', async () => {
  const facts = ['有多少户？', '是多少？', '是谁？', '是哪年？'].flatMap((cue) =>
    REPORTS.map(({ title }) => `${title.slice(0, 3)}新登记市场主体${cue}`),
  );
  for (const question of facts) {
    const answer = await ask(question);
    if (answer.status === 'answered') expect(answer.short.length).toBeLessThanOrEqual(160);
  }
});
