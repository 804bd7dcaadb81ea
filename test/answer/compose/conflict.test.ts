// Two figures for one thing are both shown, but only where they are of the same time, indicator and district.
import { describe, expect, test } from 'vitest';
import { contradiction, type ExtractedAnswer } from '../../../src/answer/compose/conflict.ts';
import type { Wanted } from '../../../src/read/cut.ts';
import { extractFigure } from '../../../src/read/extract.ts';
import { UNJUDGED } from '../../../src/read/judging.ts';
import { PreparedSentence } from '../../../src/read/prepared-sentence.ts';
import type { Ranked } from '../../../src/read/ranking.ts';
import type { Report, ReportId } from '../../../src/types.ts';
import { findAsks } from '../../../src/understand/asks.ts';
import { answered, askOf } from '../../support/made-up-context.ts';
import { DISTRICTS, reportWith } from '../../support/made-up-reports.ts';

const FIRST = '2021年，青石区建成口袋公园共12处，群众出门见绿。\n';
const OTHER = { id: 'other' as ReportId, title: '又一篇' } satisfies Partial<Report>;

const shortOf = async (question: string, ...texts: readonly (readonly [string, Partial<Report>?])[]): Promise<string> =>
  answered(
    await askOf(
      texts.map(([text, given]) => reportWith(text, given)),
      question,
    ),
  ).short;

describe.each(['2021年青石区建成口袋公园多少处？', '青石区建成口袋公园多少处？'])('%s', (question) => {
  test('two figures of the same year contradict each other', async () => {
    const short = await shortOf(question, [FIRST], ['2021年，青石区建成口袋公园共15处，市民休闲有去处。\n', OTHER]);
    expect(short).toContain('另一处记为');
    expect(short).toContain('12处');
    expect(short).toContain('15处');
  });

  test.each([
    ['another year', '2020年，青石区建成口袋公园共15处，市民休闲有去处。\n', {}],
    ['another year in its own clause', '2021年，青石区持续增绿；2020年建成口袋公园共15处。\n', {}],
    ['another district', '2021年，建成口袋公园共15处，市民休闲有去处。\n', { district: DISTRICTS[1] }],
    ['a plan', '2021年，青石区计划建成口袋公园共15处，市民休闲有去处。\n', {}],
  ])('a figure of %s does not', async (_, text, given) => {
    const short = await shortOf(question, [FIRST], [text, { ...OTHER, ...given }]);
    expect(short).toContain('12处');
    expect(short).not.toContain('另一处记为');
  });
});

test('a figure of another indicator does not contradict', async () => {
  const short = await shortOf(
    '2021年青石区一般公共预算收入是多少？',
    ['2021年，青石区一般公共预算收入完成27.6亿元，财力稳步增长。\n'],
    ['2021年，青石区一般公共预算支出完成30.1亿元，民生投入增加。\n', OTHER],
  );
  expect(short).toContain('27.6亿元');
  expect(short).not.toContain('另一处记为');
});

test('the minus of a figure is part of the answer', async () => {
  const short = await shortOf('2021年青石区外贸进出口总额增速是多少？', [
    '2021年，青石区外贸进出口总额增速为-5.2%，降幅收窄。\n',
  ]);
  expect(short).toMatch(/^-5\.2%/u);
});

test('a figure of another district does not contradict, even if the search brought both', () => {
  const ranked = (read: string, district: string): Ranked =>
    ({
      candidate: {
        prepared: new PreparedSentence({ start: 0, end: read.length, read, role: 'body' }),
        report: { district },
        periods: [],
      },
      score: 1,
    }) as unknown as Ranked;
  const [ask] = findAsks('建成口袋公园多少处?');
  const wanted: Wanted = { ask, terms: [], taken: [], periods: [], factsOf: () => [], judged: UNJUDGED };
  const rivalOf = (district: string): ExtractedAnswer | null => {
    const choice = ranked('全区建成口袋公园共12处。', DISTRICTS[0]);
    const extract = extractFigure(wanted, choice.candidate.prepared);
    return extract && contradiction(wanted, { choice, extract }, [ranked('全区建成口袋公园共15处。', district)]);
  };
  expect(rivalOf(DISTRICTS[0])?.extract.value).toBe('15处');
  expect(rivalOf(DISTRICTS[1])).toBeNull();
});
