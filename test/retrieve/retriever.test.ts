// The retriever: which passages it finds, in which reports, and how its two halves are added.
import { describe, expect, test } from 'vitest';
import { Retriever, type VectorHalf } from '../../src/retrieve/retriever.ts';
import { indexedTexts } from '../../src/store/index/indexed-text.ts';
import { buildPostings } from '../../src/store/index/postings/postings.ts';
import type { Hit, ReportId } from '../../src/types.ts';
import { CONTEXT } from '../support/made-up-context.ts';
import { REPORTS } from '../support/made-up-reports.ts';
import { picker, scramble } from '../text/pseudo-random.ts';

const { library, retriever } = CONTEXT;
const QUESTIONS = [
  '青石区老旧小区改造',
  '茶园面积',
  '滨海绿道',
  '“一张图”工作法',
  '网格员',
  '亿元以上项目',
  '企业开办',
  ...Array.from({ length: 30 }, (_, seed) => scramble(picker(seed), 4)),
];
const textOf = ({ passage }: Hit): string => passage.sentences.map(({ read }) => read).join('\n');
const only = (...ids: string[]): ReadonlySet<ReportId> => new Set(ids as ReportId[]);

describe('what is found', () => {
  test.each([
    ['茶园面积', '12.4万亩', 'both words stand in one passage'],
    ['滨海绿道', '48公里', 'a rare pair of words'],
    ['首席帮办', '65名', 'a name of the passage'],
    ['老旧小区 停车位', '2150个', 'both stand in two districts; more passages of the first speak of it'],
    ['雲橋縣 茶葉', '19.8亿元', 'written in traditional characters'],
    ['ＧＤＰ 港口吞吐量', '5300万吨', 'a word that stands nowhere does no harm'],
  ])('%s: “%s” comes first: %s', async (question, part) => {
    const { hits } = await retriever.search(question, { count: 3 });
    expect(hits.slice(0, 1).map(textOf).join('')).toContain(part);
  });

  test('what stands nowhere finds nothing', async () => {
    expect(await retriever.search('qqq zzz', { count: 5 })).toEqual({ hits: [], attained: 0, attainedAnywhere: 0 });
  });

  test('a title and a heading are found though the sentences below do not repeat them', async () => {
    const { hits } = await retriever.search('点亮夜晚', { count: 1 });
    expect(hits[0]?.passage.heading.join('')).toContain('把夜晚点亮');
  });
});

describe('laws', () => {
  test('hits are distinct passages, best first, no more than asked for', async () => {
    for (const question of QUESTIONS) {
      const { hits } = await retriever.search(question, { count: 4 });
      const scores = hits.map(({ score }) => score);
      expect(hits.length).toBeLessThanOrEqual(4);
      expect(new Set(hits.map(({ passage }) => passage.number)).size).toBe(hits.length);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => score > 0 && Number.isFinite(score))).toBe(true);
    }
  });

  test('fewer hits are the first of more', async () => {
    for (const question of QUESTIONS) {
      const [few, many] = await Promise.all([2, 9].map((count) => retriever.search(question, { count })));
      expect(few?.hits).toEqual(many?.hits.slice(0, 2));
    }
  });

  test('a search leaves no trace: the same search finds the same', async () => {
    const all = () => Promise.all(QUESTIONS.map((question) => retriever.search(question, { count: 5 })));
    expect(await all()).toEqual(await all());
  });

  test('what was attained lies between 0 and about 1, and nowhere more than anywhere', async () => {
    for (const question of QUESTIONS) {
      const { attained, attainedAnywhere } = await retriever.search(question, { count: 5, reports: only('yunqiao') });
      expect([attained >= 0, attainedAnywhere <= 1.5, attained <= attainedAnywhere + 1e-9]).toEqual([true, true, true]);
    }
  });

  test('a question that a passage repeats attains more than one that it holds in part', async () => {
    const share = async (question: string): Promise<number> =>
      (await retriever.search(question, { count: 1 })).attained;
    expect(await share('滨海绿道')).toBeGreaterThan(await share('滨海绿道旁的天文台'));
  });
});

describe('some reports alone', () => {
  test('no passage of another report is found', async () => {
    for (const question of QUESTIONS) {
      const { hits } = await retriever.search(question, { count: 20, reports: only('qingshi', 'wangzhou') });
      expect(hits.filter(({ passage }) => passage.reportId === 'yunqiao')).toEqual([]);
    }
  });

  test('the passages that are found keep the order they have among all', async () => {
    const everywhere = await retriever.search('老旧小区改造', { count: 50 });
    const { hits } = await retriever.search('老旧小区改造', { count: 50, reports: only('wangzhou') });
    expect(hits).toEqual(everywhere.hits.filter(({ passage }) => passage.reportId === 'wangzhou'));
  });

  test('no report holds nothing', async () => {
    expect((await retriever.search('茶园', { count: 5, reports: only() })).hits).toEqual([]);
  });

  test('a report that is not there is a fault of the program', async () => {
    await expect(retriever.search('茶园', { count: 5, reports: only('nowhere') })).rejects.toThrow(RangeError);
  });
});

describe('reports that name something', () => {
  test.each([
    ['茶园管家', ['yunqiao']],
    ['老旧小区', ['qingshi', 'wangzhou', 'yunqiao']],
    ['「一張圖」', ['qingshi']],
    ['天文台', []],
  ])('%s: %j', async (name, ids) => {
    expect([...(await retriever.reportsNaming(name))].toSorted()).toEqual(ids);
  });

  test('the words of a name apart do not name it', async () => {
    expect([...(await retriever.reportsNaming('绿道滨海'))]).toEqual([]);
  });
});

describe('the vector half', () => {
  const half = (weight: number, number: number): VectorHalf => ({
    weight,
    search: async () => [{ number, score: 1 }],
  });
  const withHalf = (vectors: VectorHalf): Retriever =>
    new Retriever(library, buildPostings(indexedTexts(library)), vectors);
  const last = library.passageCount - 1;

  test('adds its cosine times its weight times the best lexical score', async () => {
    const [plain, both] = await Promise.all(
      [retriever, withHalf(half(0.5, last))].map((one) => one.search('茶园管家', { count: 50 })),
    );
    const scoreOf = (hits: readonly Hit[] | undefined): number =>
      hits?.find(({ passage }) => passage.number === last)?.score ?? 0;
    expect(scoreOf(both?.hits) - scoreOf(plain?.hits)).toBeCloseTo(0.5 * (plain?.hits[0]?.score ?? 0), 9);
  });

  test('of weight 0 changes nothing', async () => {
    for (const question of QUESTIONS)
      expect(await withHalf(half(0, last)).search(question, { count: 5 })).toEqual(
        await retriever.search(question, { count: 5 }),
      );
  });

  test('is told what it may find, so that none of its places goes to other reports', async () => {
    const asked: (readonly number[] | undefined)[] = [];
    const listening: VectorHalf = {
      weight: 0.5,
      search: async (_text, _count, accept) => {
        asked.push(accept && Array.from({ length: library.passageCount }, (_, number) => number).filter(accept));
        return [];
      },
    };
    await withHalf(listening).search('茶园管家', { count: 5, reports: only('yunqiao') });
    await withHalf(listening).search('茶园管家', { count: 5 });
    const { from, to } = library.passagesOf([...only('yunqiao')][0] as ReportId);
    expect(asked).toEqual([Array.from({ length: to - from }, (_, place) => from + place), undefined]);
  });

  test('keeps to the reports that are asked for', async () => {
    const { hits } = await withHalf(half(0.5, last)).search('茶园管家', { count: 50, reports: only('yunqiao') });
    expect(hits.map(({ passage }) => passage.reportId)).not.toContain('wangzhou');
  });

  test('does not change what was attained: that is what the words reach', async () => {
    const [plain, both] = await Promise.all(
      [retriever, withHalf(half(1, last))].map((one) => one.search('茶园管家', { count: 5 })),
    );
    expect(both?.attained).toBe(plain?.attained);
  });
});

test('words of the topic count little: what holds the words of the question stays first', async () => {
  const { hits } = await retriever.search('“一张图”工作法', { count: 3, related: ['招商', '签约', '绿道'] });
  expect(textOf(hits[0] ?? expect.unreachable('nothing was found'))).toContain('一张图');
});

test('an empty collection finds nothing', async () => {
  const empty = { ...library, reports: new Map(), passageCount: 0 };
  const { hits } = await new Retriever(empty, buildPostings(indexedTexts(empty)), null).search(
    REPORTS[0]?.title ?? '',
    { count: 3 },
  );
  expect(hits).toEqual([]);
});

test('a word that a report holds occurs; one that none holds does not', () => {
  for (const word of ['绿道', '廊桥', '夜市', '网格员']) expect(retriever.occurs(word)).toBe(true);
  for (const word of ['鲸鱼', '火箭', 'qqq']) expect(retriever.occurs(word)).toBe(false);
});
