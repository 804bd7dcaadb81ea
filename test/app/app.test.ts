// The product, wired: a made-up corpus on disk, ingested and asked.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQuzhi, type Quzhi } from '../../src/app/app.ts';
import { openTools } from '../../src/app/tools.ts';
import { readConfig } from '../../src/config.ts';
import type { AppError } from '../../src/errors.ts';
import { ingest } from '../../src/ingest/build.ts';
import { openBuiltinEmbedder } from '../../src/retrieve/embed/builtin.ts';
import { selection, startChatServer } from '../support/chat-model.ts';
import { answered } from '../support/made-up-context.ts';
import { DISTRICTS, REPORTS, reportWith } from '../support/made-up-reports.ts';

let root = '';
let quzhi: Quzhi;
const at = (...parts: string[]): string => join(root, ...parts);
const question = (text: string, ...history: string[]) => ({ text, history });
const configured = (indexDir: string) => readConfig({ QUZHI_INDEX: indexDir });

async function rebuild(reports: typeof REPORTS, folder = 'index'): Promise<void> {
  const lines = reports.map(({ id, title, text, district, publisher, publishedOn }) =>
    JSON.stringify({ id, title, text, district, publisher, publishedOn }),
  );
  writeFileSync(at('corpus', 'made-up.jsonl'), lines.join('\n'));
  const embedder = openBuiltinEmbedder();
  await ingest({
    corpus: [at('corpus')],
    indexDir: at(folder),
    embedder,
    now: () => new Date(0),
    sleep: () => Promise.resolve(),
  });
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-app-'));
  mkdirSync(at('corpus'));
  await rebuild(REPORTS);
  quzhi = await openQuzhi(configured(at('index')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('answering from the index', () => {
  test('gives the figure with the words it stands in', async () => {
    const { short, citations } = answered(await quzhi.answer(question('青石区2021年引进了多少个亿元以上项目？')));
    const [{ report, start, end, quote }] = citations;
    expect(short).toContain('36个');
    expect(quzhi.library().textOf(report.id).slice(start, end)).toBe(quote);
  });

  test('follows up and refuses', async () => {
    expect(
      answered(await quzhi.answer(question('那望洲区呢？', '青石区2021年引进了多少个亿元以上项目？'))).short,
    ).toContain('52个');
    expect(await quzhi.answer(question('海淀区有多少个项目？'))).toMatchObject({
      status: 'refused',
      reason: 'unknown-district',
    });
  });

  test('every citation can be opened amid its neighbours', async () => {
    for (const text of ['青石区有多少个老旧小区？', '云桥县的“两改一建”指什么？', '各区县新登记了多少户市场主体？']) {
      for (const citation of answered(await quzhi.answer(question(text))).citations) {
        const { before, quote, after } = quzhi.context(citation);
        expect(quote).toBe(citation.quote);
        expect(quzhi.library().textOf(citation.report.id)).toContain(before + quote + after);
        expect(before.length + after.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('what is indexed', () => {
  test('the reports are listed with what is known of them', () => {
    expect(quzhi.reports().map(({ district }) => district)).toEqual(DISTRICTS);
    expect(quzhi.reports()[0]).toMatchObject({
      title: '青石区：老城里的新答卷',
      publisher: '云川日报',
      publishedOn: '2022-07',
    });
  });

  test('figures are kept for each district', () => {
    const facts = quzhi.facts(DISTRICTS[1]);
    expect(facts.length).toBeGreaterThan(10);
    expect(facts.filter(({ district }) => district !== DISTRICTS[1])).toEqual([]);
    expect(facts.map(({ surface }) => surface)).toContain('12.4万亩');
    expect(quzhi.facts('云川省临梧市无此区')).toEqual([]);
  });

  test('search gives ranked passages, as many as asked for', async () => {
    const { hits } = await quzhi.search('古廊桥', 2);
    expect(hits).toHaveLength(2);
    expect(hits[0]?.passage.sentences.map(({ read }) => read).join('')).toContain('古廊桥');
  });
});

describe('answering from documents', () => {
  test('uses them alone', async () => {
    const documents = [reportWith('2021年，青石区建成天文台2座。\n')];
    expect(answered(await quzhi.answerFrom(documents, question('青石区建成几座天文台？'))).short).toContain('2座');
    expect((await quzhi.answerFrom(documents, question('青石区有多少个老旧小区？'))).status).toBe('refused');
    expect((await quzhi.answer(question('青石区建成几座天文台？'))).status).toBe('refused');
  });

  test('needs no index', async () => {
    const without = await openQuzhi(configured(at('nowhere')));
    expect(answered(await without.answerFrom(REPORTS, question('滨海绿道有多长？'))).short).toContain('48公里');
  });
});

describe('the index', () => {
  test('that is missing is named, with the remedy', async () => {
    const without = await openQuzhi(configured(at('nowhere')));
    await expect((async () => without.answer(question('青石区有多少个项目？')))()).rejects.toMatchObject({
      code: 'index/missing',
      message: expect.stringContaining('npm run ingest'),
    });
  });

  test('is reopened between two questions when it was built anew', async () => {
    await rebuild(REPORTS, 'live');
    const live = await openQuzhi(configured(at('live')));
    expect((await live.answer(question('青石区建成几座天文台？'))).status).toBe('refused');
    await rebuild([...REPORTS, reportWith('2021年，青石区建成天文台2座。\n')], 'live');
    expect(answered(await live.answer(question('青石区建成几座天文台？'))).short).toContain('2座');
  });
});

test('the tools that the package ships ask no language model', () => {
  expect(openTools().chooser).toBeNull();
});

test('without a language model every answer is extractive', async () => {
  expect(answered(await quzhi.answer(question('青石区有多少个老旧小区？'))).mode).toBe('extractive');
});

describe('a language model', () => {
  const GOOD_QUESTION = '青石区有多少个老旧小区？';

  test('that cannot be reached is told of, and the extractive answer stands', async () => {
    const faults: AppError[] = [];
    const model = { baseUrl: 'http://127.0.0.1:9/v1', name: 'made-up', apiKey: null };
    const onModelFault = (fault: AppError): void => void faults.push(fault);
    const written = await openQuzhi({ ...configured(at('index')), model }, { onModelFault });
    expect(answered(await written.answer(question(GOOD_QUESTION))).mode).toBe('extractive');
    expect(faults.map(({ code }) => code)).toEqual(['model/unreachable']);
  });

  test('shows the sentence that answers without it while it chooses, and answers in the report’s words', async () => {
    const server = await startChatServer(() => ({ text: selection([1], ['个', '九十三处']) }));
    const model = { baseUrl: server.baseUrl, name: 'made-up', apiKey: null };
    const heard: string[] = [];
    const following = { onText: (text: string) => void heard.push(text) };
    const chosen = await openQuzhi({ ...configured(at('index')), model });
    const given = answered(await chosen.answer(question(GOOD_QUESTION), following));
    await server.close();
    expect(heard).toHaveLength(1);
    expect(given.citations[0].quote).toContain(heard[0]);
    expect(given.short).not.toContain('九十三处');
  });
});
