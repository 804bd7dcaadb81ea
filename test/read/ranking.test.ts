// Which sentence comes first, and why it must. Each row: a question, a word of the sentence that answers it, the reason.
import { describe, expect, test } from 'vitest';
import { lookUp } from '../../src/app/question-pipeline.ts';
import { type Candidate, candidatesOf } from '../../src/read/candidates.ts';
import { FEATURE_NAMES, featuresOf, prepareQuestion } from '../../src/read/features.ts';
import { type Ranked, rank } from '../../src/read/ranking.ts';
import type { ReportId } from '../../src/types.ts';
import { answered, askOf, CONTEXT, TOOLS } from '../support/made-up-context.ts';
import { reportWith } from '../support/made-up-reports.ts';

async function ranked(question: string): Promise<Ranked[]> {
  const { understanding, found } = await lookUp(CONTEXT, { text: question, history: [] }, TOOLS);
  const candidates = candidatesOf(found[0].hits, CONTEXT.library, CONTEXT.preparer);
  return rank(prepareQuestion(understanding, understanding.asks[0]), candidates, TOOLS);
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
    const { understanding } = await lookUp(CONTEXT, { text: '青石区有多少个老旧小区？', history: [] }, TOOLS);
    const backwards = rank(
      prepareQuestion(understanding, understanding.asks[0]),
      rows.map(({ candidate }) => candidate).toReversed(),
      TOOLS,
    );
    expect(backwards.map(readOf)).toEqual(rows.map(readOf));
  });

  test('without candidates there is nothing to order', async () => {
    const { understanding } = await lookUp(CONTEXT, { text: '青石区有多少个项目？', history: [] }, TOOLS);
    expect(rank(prepareQuestion(understanding, understanding.asks[0]), [], TOOLS)).toEqual([]);
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

  test('only the first sentence of a report opens it', async () => {
    const rows = await ranked('青石区老城更新走出了什么路子？');
    const opening = rows.filter(({ features }) => at(features, 'opensReport') === 1);
    for (const { candidate } of opening)
      expect(candidate.passage.number).toBe(CONTEXT.library.passagesOf(candidate.report.id).from);
    const places = opening.map(({ candidate }) => `${candidate.report.id}:${candidate.position}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('what is asked for by name is told by some sentences and not by others', async () => {
    const rows = await ranked('“一张图”工作法的作用是什么？');
    const told = rows.map(({ features }) => at(features, 'told'));
    expect([Math.min(...told), Math.max(...told) > 0]).toEqual([0, true]);
    const silent = await ranked('青石区有多少个老旧小区？');
    expect(silent.filter(({ features }) => at(features, 'told') > 0)).toEqual([]);
  });

  test('are the same when asked for again', async () => {
    const rows = await ranked('青石区有多少个老旧小区？');
    const { understanding } = await lookUp(CONTEXT, { text: '青石区有多少个老旧小区？', history: [] }, TOOLS);
    const question = prepareQuestion(understanding, understanding.asks[0]);
    for (const { candidate, features } of rows)
      expect(featuresOf(question, candidate, TOOLS.vectors)).toEqual(features);
  });
});

describe('a report about one subject, named in its title', () => {
  const BIRD = reportWith(
    '白腹云雀是云雀科的一种小鸟。\n体长约十五厘米，背部呈灰褐色。\n多在草地筑巢，以草籽为食。\n',
    {
      id: 'bird' as ReportId,
      title: '白腹云雀',
      district: null,
    },
  );
  const ENGINEER = reportWith('（），字子木，云泽省白石县人，桥梁工程师。\n赵青禾三十岁时主持修建白石大桥。\n', {
    id: 'engineer' as ReportId,
    title: '赵青禾',
    district: null,
  });

  test.each([
    [BIRD, '白腹云雀的背部是什么颜色？', '灰褐色', 'the subject stands in another sentence, the colour in this'],
    [BIRD, '白腹云雀以什么为食？', '草籽', 'what is asked of the subject decides, not the subject'],
    [BIRD, '什么是白腹云雀？', '云雀科', 'a report says first what its subject is'],
    [ENGINEER, '赵青禾的职业是什么？', '工程师', 'a calling, though the word 职业 is nowhere'],
    [ENGINEER, '赵青禾的籍贯是哪里？', '白石县', 'a place of origin, though the word 籍贯 is nowhere'],
    [ENGINEER, '赵青禾主持修建了什么桥？', '白石大桥', 'a work, not the calling'],
  ])('%# %s', async (report, question, part) => {
    expect(answered(await askOf([report], question)).short).toContain(part);
  });
});

test('a hit that does not belong to the library is a fault of the program', async () => {
  const [first] = await ranked('青石区有多少个老旧小区？');
  const { passage }: Candidate = first?.candidate ?? expect.unreachable('nothing was found');
  const foreign = { passage: { ...passage, reportId: 'elsewhere' as typeof passage.reportId }, score: 1 };
  expect(() => candidatesOf([foreign], CONTEXT.library, CONTEXT.preparer)).toThrow(RangeError);
});
