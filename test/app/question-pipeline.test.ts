// A context: from a question and its history to an answer, over a library in memory.
import { describe, expect, test } from 'vitest';
import { contextOfDocuments } from '../../src/app/answer-context.ts';
import { answerQuestion, lookUp } from '../../src/app/question-pipeline.ts';
import type { SentenceChooser } from '../../src/read/model/sentence-chooser.ts';
import type { ReportId } from '../../src/types.ts';
import { answered, ask, askOf, CONTEXT, refused, TOOLS } from '../support/made-up-context.ts';
import { DISTRICTS, REPORTS, reportWith } from '../support/made-up-reports.ts';

const [QINGSHI, , WANGZHOU] = DISTRICTS;
const EARLIER = '青石区2021年引进了多少个亿元以上项目？';

describe('setting up', () => {
  test('knows its districts, in the order of the reports, each once', () => {
    expect(CONTEXT.districts).toEqual(DISTRICTS);
    const twice = [...REPORTS, reportWith('青石区新开了书店3家。', { id: 'more' as ReportId })];
    expect(contextOfDocuments(twice).districts).toEqual(DISTRICTS);
  });

  test('two documents with one id are refused', () => {
    expect(() => contextOfDocuments([...REPORTS, ...REPORTS.slice(0, 1)])).toThrow(/qingshi/);
  });
});

describe('follow-ups', () => {
  test.each([
    ['那望洲区呢？', '52个', WANGZHOU],
    ['望洲呢？', '52个', WANGZHOU],
    ['总投资呢？', '182.5亿元', QINGSHI],
    ['其中制造业项目有多少个？', '21个', QINGSHI],
  ])('%s is answered in the light of the question before: %s', async (question, value, district) => {
    const { short, citations, interpretation } = answered(await ask(question, EARLIER));
    expect([short.includes(value), citations[0].report.district, interpretation.districts]).toEqual([
      true,
      district,
      [district],
    ]);
  });

  test('another year is asked of the same district', async () => {
    const { short, interpretation } = answered(await ask('2020年呢？', '青石区2021年一般公共预算收入是多少？'));
    expect([short.includes('25.5亿元'), interpretation.period]).toEqual([true, '2020']);
  });

  test('a chain of follow-ups keeps its subject', async () => {
    const { short } = answered(await ask('那云桥县呢？', '青石区新登记了多少户市场主体？', '望洲区呢？'));
    expect(short).toContain('2380户');
  });

  test('a question that stands alone is answered as if it were the first', async () => {
    for (const question of ['望洲区建成滨海绿道多少公里？', '哪个县有古廊桥？', '各区县新登记了多少户市场主体？']) {
      expect(await ask(question, EARLIER)).toEqual(await ask(question));
    }
  });

  test('one that finds nothing in the light of the question before is tried alone', async () => {
    expect(answered(await ask('它的森林覆盖率呢？', '云桥县有多少座古廊桥？')).short).toContain('71.3%');
    expect(answered(await ask('滨海绿道呢？多少公里？', '云桥县有多少座古廊桥？')).short).toContain('48公里');
  });

  test('a greeting is no follow-up', async () => {
    expect(refused(await ask('谢谢', EARLIER)).reason).toBe('greeting');
  });

  test('a long history does no harm', async () => {
    const history = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? EARLIER : '茶园'.repeat(400)));
    expect(answered(await ask('望洲区有多少个网格？', ...history)).short).toContain('426个');
  });
});

describe('reports without a district', () => {
  const text = '湖畔镇在昆山市东部，2021年建成口袋公园12处。\n';
  const unlabelled = reportWith(text, { id: 'lake' as ReportId, title: '湖畔小镇', district: null });

  test('answer questions about the places that they speak of', async () => {
    const { short, citations } = answered(await askOf([...REPORTS, unlabelled], '昆山市建成口袋公园多少处？'));
    expect([short.includes('12处'), citations[0].report.id]).toEqual([true, 'lake']);
  });

  test('do not answer for places that they do not speak of', async () => {
    expect(refused(await askOf([...REPORTS, unlabelled], '海淀区建成口袋公园多少处？')).reason).toBe(
      'unknown-district',
    );
  });
});

describe('a name of a district that is another word', () => {
  const RAILWAY = reportWith('青石坝铁路全长61公里，2019年5月开工。\n沿线设站7座。\n', {
    id: 'railway' as ReportId,
    title: '青石坝铁路',
    district: null,
  });

  test('is looked for as that word where the district has no answer', async () => {
    const { short, citations, interpretation } = answered(
      await askOf([...REPORTS, RAILWAY], '青石坝铁路全长多少公里？'),
    );
    expect([short.includes('61公里'), citations[0].report.id, interpretation.districts]).toEqual([true, 'railway', []]);
  });

  test('is not found in a report that does not hold it', async () => {
    const other = { ...RAILWAY, title: '白石坝铁路', text: RAILWAY.text.replaceAll('青石', '白石') };
    refused(await askOf([...REPORTS, other], '青石坝铁路全长多少公里？'));
  });

  test('a district named in full is asked of reports on other districts never', async () => {
    const elsewhere = reportWith('望洲区向青石区学习，铺设海底电缆61公里。\n', {
      id: 'cable' as ReportId,
      district: WANGZHOU ?? '',
    });
    refused(await askOf([...REPORTS, elsewhere], '青石区铺设海底电缆多少公里？'));
  });
});

describe('a report left out', () => {
  test('is as if it were not there', async () => {
    const { found } = await lookUp(
      CONTEXT,
      { text: '滨海绿道有多长？', history: [] },
      { ...TOOLS, without: 'wangzhou' as ReportId },
    );
    expect(found.flatMap(({ hits }) => hits).filter(({ passage }) => passage.reportId === 'wangzhou')).toEqual([]);
  });
});

test('a report that is left out answers nothing', async () => {
  const question = { text: '望洲区建成滨海绿道多少公里？', history: [] };
  expect((await answerQuestion(CONTEXT, question, TOOLS)).status).toBe('answered');
  expect((await answerQuestion(CONTEXT, question, { ...TOOLS, without: 'wangzhou' as ReportId })).status).toBe(
    'refused',
  );
});

describe('what is looked up', () => {
  test.each([
    [EARLIER, [[QINGSHI]]],
    ['滨海绿道有多长？', [[]]],
    ['青石区和望洲区的网格相比如何？', [[QINGSHI], [WANGZHOU]]],
    ['各区县的网格有多少？', DISTRICTS.map((district) => [district])],
    ['哪个区有网格？', [[]]],
  ])('%s: one search for %j', async (text, districts) => {
    const { found } = await lookUp(CONTEXT, { text, history: [] }, TOOLS);
    expect(found.map(({ search }) => search.districts)).toEqual(districts);
    for (const [index, { hits }] of found.entries()) {
      const about = found[index]?.search.districts ?? [];
      const strays = hits.filter(
        ({ passage }) =>
          about.length > 0 && !about.includes(CONTEXT.library.reports.get(passage.reportId)?.district ?? ''),
      );
      expect(strays).toEqual([]);
    }
  });
});

describe('a language model', () => {
  /** Chooses the first sentence that holds some words, and copies them. */
  const choosing =
    (words: string): SentenceChooser =>
    async (_question, sentences) => {
      const chosen = sentences.find(({ text }) => text.includes(words));
      if (!chosen) return { answered: false, dropped: 0 };
      const start = chosen.text.indexOf(words);
      return {
        answered: true,
        numbers: [chosen.n],
        spans: [{ n: chosen.n, start, end: start + words.length }],
        dropped: 0,
      };
    };
  const asked = (text: string, chooser: SentenceChooser | null) =>
    answerQuestion(CONTEXT, { text, history: [] }, { ...TOOLS, chooser });

  test('chooses the words of the direct answer, which are widened to the whole figure', async () => {
    const given = answered(await asked(EARLIER, choosing('36')));
    expect(given.short).toMatch(/^36个（/);
    expect(given.citations[0].quote).toContain('36个');
  });

  test('that comes to no choice leaves the answer as it is', async () => {
    expect(await asked(EARLIER, () => Promise.resolve(null))).toEqual(await asked(EARLIER, null));
  });

  test('may refuse what the other readers answer', async () => {
    expect(await asked(EARLIER, async () => ({ answered: false, dropped: 0 }))).toMatchObject({
      status: 'refused',
      reason: 'attribute-not-covered',
    });
  });

  test('may answer what the other readers refuse', async () => {
    const text = '青石区有多少名医生？';
    expect((await asked(text, null)).status).toBe('refused');
    const first: SentenceChooser = async () => ({ answered: true, numbers: [1], spans: [], dropped: 0 });
    expect(await asked(text, first)).toMatchObject({ status: 'answered' });
  });

  test('chooses for each district of a comparison, and leaves empty what it finds nothing for', async () => {
    const questions: string[] = [];
    const ofQingshi: SentenceChooser = async (question) => {
      questions.push(question);
      return question.includes('只问青石区')
        ? { answered: true, numbers: [1], spans: [], dropped: 0 }
        : { answered: false, dropped: 0 };
    };
    const { short } = answered(await asked('望洲区和青石区，新登记的市场主体各有多少户？', ofQingshi));
    expect(questions).toHaveLength(2);
    expect(short).toMatch(/^望洲区：未找到\n青石区：(?!未找到)/u);
  });

  test('hears who has stopped waiting', async () => {
    const signals: unknown[] = [];
    const signal = AbortSignal.timeout(60_000);
    const chooser: SentenceChooser = async (_question, _sentences, stop) => {
      signals.push(stop);
      return null;
    };
    await answerQuestion(CONTEXT, { text: EARLIER, history: [] }, { ...TOOLS, chooser, following: { signal } });
    expect(signals).toEqual([signal]);
  });

  test.each(['你好', '海淀区有多少个项目？'])('is not asked about what the laws refuse: %s', async (question) => {
    const never: SentenceChooser = () => expect.unreachable('the model was asked');
    expect(await asked(question, never)).toEqual(await asked(question, null));
  });
});

test('what nobody gave of a document is found in its text', async () => {
  const bare = reportWith('云川省临梧市云桥县：绿色账本\n\n2021年，云桥县茶园面积12.4万亩。\n', {
    title: '',
    district: '',
    publishedOn: null,
  });
  const { citations } = answered(await askOf([bare], '云桥县茶园面积有多大？'));
  expect(citations[0].report.title).toContain('云桥县');
});
