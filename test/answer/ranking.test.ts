// Which sentence comes first, and why it must. Each row: a question, a word of the sentence that answers it, the reason.
import { describe, expect, test } from 'vitest';
import { type Candidate, candidatesOf } from '../../src/answer/candidates.ts';
import { FEATURE_NAMES, featuresOf, probeOf } from '../../src/answer/features.ts';
import { type Ranked, rank } from '../../src/answer/ranking.ts';
import { lookUp } from '../../src/desk.ts';
import { DESK, TOOLS } from '../support/made-up-desk.ts';

async function ranked(question: string): Promise<Ranked[]> {
  const { understanding, found } = await lookUp(DESK, { text: question, history: [] }, TOOLS);
  const candidates = candidatesOf(found[0].hits, DESK.library, DESK.preparer);
  return rank(probeOf(understanding, understanding.asks[0]), candidates, TOOLS);
}

const readOf = ({ candidate }: Ranked): string => candidate.prepared.sentence.read;

describe('the sentence that comes first', () => {
  test.each([
    ['青石区有多少个老旧小区？', '共有老旧小区93个', 'it counts the noun that is asked for; others only speak of it'],
    ['青石区完成老旧小区改造多少个？', '改造31个', '完成 and 改造 stand beside the figure'],
    ['青石区2020年一般公共预算收入是多少？', '25.5亿元', 'the sentence before has the same words and another year'],
    ['青石区新增了多少个停车位？', '停车位2150个', 'the noun stands at the end of a long sentence'],
    ['“一张图”工作法由谁牵头？', '陆明川', 'the sentence before has the quoted name but no person'],
    ['什么是“一张图”工作法？', '电子地图', 'a definition is asked for: what it does, not who leads it'],
    [
      '云桥县多少茶农享受“茶园管家”服务？',
      '8600户',
      'a figure is asked for: the sentence before names the service without one',
    ],
    ['古廊桥节签约了多少个项目？', '签约项目22个', '廊桥文化节 is called by another name'],
    ['望洲区有多少个网格员？', '852名', 'the sentence has two figures; the one of the noun counts'],
    ['海上风电基地投资多少？', '35亿元', '投资 alone stands in many sentences; the thing decides'],
    ['青石区改造资金怎么筹集？', '共同筹集', 'the sentence before speaks of 改造 too, but not of money'],
    ['梧桐里社区的议事会开了几次？', '议事会17次', 'the person that stands in it is not what is asked for'],
  ])('%s “%s”: %s', async (question, part) => {
    const [first] = await ranked(question);
    expect(first && readOf(first)).toContain(part);
  });

  test('a heading is never first where a sentence says the same', async () => {
    for (const question of ['青石区怎样把老小区改出新样子？', '青石区如何把项目抓在手上？']) {
      expect((await ranked(question))[0]?.candidate.prepared.sentence.role).toBe('body');
    }
  });
});

describe('ordering', () => {
  test('scores fall, and every score is finite', async () => {
    const scores = (await ranked('青石区2021年引进了多少个项目？')).map(({ score }) => score);
    expect(scores.every(Number.isFinite)).toBe(true);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('the order in which candidates come makes no difference', async () => {
    const rows = await ranked('青石区有多少个老旧小区？');
    const { understanding } = await lookUp(DESK, { text: '青石区有多少个老旧小区？', history: [] }, TOOLS);
    const backwards = rank(
      probeOf(understanding, understanding.asks[0]),
      rows.map(({ candidate }) => candidate).toReversed(),
      TOOLS,
    );
    expect(backwards.map(readOf)).toEqual(rows.map(readOf));
  });

  test('without candidates there is nothing to order', async () => {
    const { understanding } = await lookUp(DESK, { text: '青石区有多少个项目？', history: [] }, TOOLS);
    expect(rank(probeOf(understanding, understanding.asks[0]), [], TOOLS)).toEqual([]);
  });
});

describe('features', () => {
  const at = (features: Float64Array, name: (typeof FEATURE_NAMES)[number]): number =>
    features[FEATURE_NAMES.indexOf(name)] ?? Number.NaN;

  test('are one number from 0 to 1 for each name, for every sentence of every question', async () => {
    for (const question of [
      '青石区2021年引进了多少个项目？',
      '什么是“茶园管家”？',
      '谁？',
      '青石区',
      '网格员有哪些？',
    ]) {
      const rows = await ranked(question);
      expect(rows.filter(({ features }) => features.length !== FEATURE_NAMES.length)).toEqual([]);
      expect(rows.filter(({ features }) => features.some((value) => !(value >= 0 && value <= 1)))).toEqual([]);
    }
  });

  test('a sentence that fits the year asked for fits, one about another year clashes', async () => {
    const rows = await ranked('青石区2020年一般公共预算收入是多少？');
    const features = (part: string): Float64Array =>
      rows.find((row) => readOf(row).includes(part))?.features ?? new Float64Array(0);
    expect([at(features('25.5亿元'), 'periodFits'), at(features('25.5亿元'), 'periodClashes')]).toEqual([1, 0]);
    expect([at(features('27.6亿元'), 'periodFits'), at(features('27.6亿元'), 'periodClashes')]).toEqual([0, 1]);
  });

  test('headings and what is quoted are seen', async () => {
    const rows = await ranked('什么是“一张图”工作法？');
    const holding = rows.filter((row) => readOf(row).includes('一张图'));
    expect(holding.map(({ features }) => at(features, 'quoted'))).toEqual(holding.map(() => 1));
    for (const { candidate, features } of rows)
      expect(at(features, 'heading')).toBe(Number(candidate.prepared.sentence.role === 'heading'));
  });

  test('are the same when asked for again', async () => {
    const rows = await ranked('青石区有多少个老旧小区？');
    const { understanding } = await lookUp(DESK, { text: '青石区有多少个老旧小区？', history: [] }, TOOLS);
    const probe = probeOf(understanding, understanding.asks[0]);
    for (const { candidate, features } of rows) expect(featuresOf(probe, candidate, TOOLS.vectors)).toEqual(features);
  });
});

test('a hit that does not belong to the library is a fault of the program', async () => {
  const [first] = await ranked('青石区有多少个老旧小区？');
  const { passage }: Candidate = first?.candidate ?? expect.unreachable('nothing was found');
  const foreign = { passage: { ...passage, reportId: 'elsewhere' as typeof passage.reportId }, score: 1 };
  expect(() => candidatesOf([foreign], DESK.library, DESK.preparer)).toThrow(RangeError);
});
