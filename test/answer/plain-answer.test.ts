// A plain question whose prose gives nothing.
import { expect, test } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { lookUp } from '../../src/app/question-pipeline.ts';
import { answered, ask, askOf, CONTEXT, refused, TOOLS } from '../support/made-up-context.ts';
import { reportWith } from '../support/made-up-reports.ts';

test('is answered by the table, also where a language model is configured and fails', async () => {
  const question = { text: '青石区2020年一般公共预算收入是多少？', history: [] };
  const { understanding, found } = await lookUp(CONTEXT, question, TOOLS);
  const { library, preparer } = CONTEXT;
  const nothing = [{ ...found[0], hits: [] }] as const;
  for (const chooser of [null, () => Promise.resolve(null)]) {
    const given = await answer(understanding, nothing, { ...TOOLS, library, preparer, chooser });
    expect(answered(given).short).toContain('25.5亿元');
  }
});

test('says of which part of the district a figure is, where the question names none', async () => {
  expect(answered(await ask('青石区新增智能织机多少台？')).short).toMatch(/^云锦纺织有限公司：320台/);
  expect(answered(await ask('云锦纺织有限公司新增智能织机多少台？')).short).toMatch(/^320台/);
});

test('counts of parts before a figure make it no figure of a part', async () => {
  const text = '2021年，全区新建家纺产业园3个，新增就业8600人。';
  expect(answered(await askOf([reportWith(text)], '青石区新增就业多少人？')).short).toMatch(/^8600人/);
});

test('gives no figure of a district as the figure of its city or province', async () => {
  expect(refused(await ask('云川省高新技术企业有多少家？')).rule).toBe('partOnly');
});

test('takes a figure of another indicator for none of the one asked for', async () => {
  expect((await ask('云桥县居民收入是多少？')).status).toBe('refused');
});
