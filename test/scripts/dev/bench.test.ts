import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import {
  blur,
  knownItems,
  passagesOf,
  readArticles,
  readQuestions,
  spread,
} from '../../../scripts/dev/support/bench-data.ts';
import { ENGINES } from '../../../scripts/dev/support/bench-engines.ts';
import { drawBench, percentile } from '../../../scripts/dev/support/bench-table.ts';
import type { BenchRow } from '../../../scripts/dev/support/bench-types.ts';
import { seededRandom } from '../../../src/text/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'quzhi-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ARTICLES = [
  {
    id: 'a',
    title: '云谷码头',
    text: '云谷区新建的码头在本月开放，首批停靠十二艘货船。当地渔民说往来比从前方便得多。',
  },
  { id: 'b', title: '石镇果园', text: '石镇的果园今年改种蓝莓，产量比去年多出三成有余。收购商已经预订了全部果子。' },
  { id: 'c', title: '鹿鸣中学', text: '鹿鸣中学的天文台上周落成，学生们第一次看到土星的光环。学校打算每月开放一晚。' },
];
const PASSAGES = passagesOf(ARTICLES, 100);

describe.each([...ENGINES])('the engine %s', (name, engine) => {
  const file = join(folder, `${name.replace(/\W/g, '')}.index`);
  engine.build(PASSAGES, file);
  const search = engine.open(file);

  test('finds each passage by words of its text and of its title', () => {
    PASSAGES.forEach(({ document, body }, number) => {
      expect(search(body.slice(2, 12), 3)[0]).toBe(number);
      const title = ARTICLES.find(({ id }) => id === document)?.title ?? '';
      expect(PASSAGES[search(title, 3)[0] ?? -1]?.document).toBe(document);
    });
  });

  test('takes any text for a question, and gives no more than it is asked for', () => {
    for (const question of ['', '"', 'AND OR (', '蓝莓* NOT "', '？'])
      expect(search(question, 2).length).toBeLessThanOrEqual(2);
    expect(search('的', 1).length).toBeLessThanOrEqual(1);
  });
});

describe('collections', () => {
  test('passages are cut in order, keep their article, and stop at the number asked for', () => {
    expect(new Set(PASSAGES.map(({ document }) => document))).toEqual(new Set(['a', 'b', 'c']));
    expect(passagesOf(ARTICLES, 2)).toEqual(PASSAGES.slice(0, 2));
    expect(
      PASSAGES.every(({ heading, document }) =>
        heading.includes(ARTICLES.find(({ id }) => id === document)?.title ?? '-'),
      ),
    ).toBe(true);
  });

  test('articles are read from plain and from gzipped lines', () => {
    const lines = ARTICLES.map((article) => JSON.stringify(article)).join('\n');
    writeFileSync(join(folder, 'plain.jsonl'), `${lines}\n\n`);
    writeFileSync(join(folder, 'packed.jsonl.gz'), gzipSync(lines));
    expect(readArticles(join(folder, 'plain.jsonl'))).toEqual(ARTICLES);
    expect(readArticles(join(folder, 'packed.jsonl.gz'))).toEqual(ARTICLES);
  });

  test('questions come with the articles that they are about', () => {
    writeFileSync(join(folder, 'corpus.jsonl'), ARTICLES.map((article) => JSON.stringify(article)).join('\n'));
    writeFileSync(
      join(folder, 'questions.jsonl'),
      JSON.stringify({ id: 1, question: '什么改种？', document: 'b', answers: [] }),
    );
    expect(readQuestions(folder)).toEqual({ articles: ARTICLES, questions: [{ text: '什么改种？', document: 'b' }] });
  });

  test('a file that is not there is a fault that says what to name', () => {
    expect(() => readArticles(join(folder, 'nowhere.jsonl'))).toThrow(/--news FILE/);
  });

  test('a known item is a blurred sentence of its document, the same for the same seed', () => {
    const items = knownItems(PASSAGES, 20, seededRandom(1));
    expect(items.length).toBe(20);
    for (const { text, document } of items) {
      const { body } = PASSAGES.find(
        (passage) => passage.document === document && text.split(' ').every((word) => passage.body.includes(word)),
      ) ?? { body: '' };
      expect(body).not.toBe('');
      expect(body).not.toContain(text);
    }
    expect(knownItems(PASSAGES, 20, seededRandom(1))).toEqual(items);
  });

  test('no known item is made of a sentence that two documents hold', () => {
    const sentence = '云谷区新建的码头在本月开放给货船。';
    const passage = (document: string, body: string) => ({ document, heading: '', body });
    const twice = [passage('x', sentence), passage('y', sentence)];
    expect(knownItems(twice, 5, seededRandom(1))).toEqual([]);
    const again = [passage('x', sentence), passage('x', sentence)];
    expect(knownItems(again, 5, seededRandom(1)).length).toBe(5);
  });

  test('blurring keeps the order of what it keeps, and may keep all or nothing', () => {
    expect(blur('果园，蓝莓', () => 0)).toBe('果园 蓝莓');
    expect(blur('果园蓝莓', () => 0)).toBe('果园蓝莓');
    expect(blur('果园，蓝莓', () => 0.9)).toBe('');
  });

  test('no known items come of passages without sentences', () => {
    expect(knownItems([{ document: 'x', heading: '', body: '短' }], 5, seededRandom(1))).toEqual([]);
  });

  test('a spread takes evenly from the whole', () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7], 4)).toEqual([0, 2, 4, 6]);
    expect(spread([1, 2], 5)).toEqual([1, 2]);
  });
});

describe('the table', () => {
  const outcome = {
    buildMs: 2000,
    loadMs: 10,
    p50Ms: 0.5,
    p95Ms: 2,
    residentBytes: 100 * 2 ** 20,
    firstShare: 0.97,
    asked: 300,
  };
  const slower = { ...outcome, p50Ms: 5, buildMs: 500 };
  const rows: BenchRow[] = [
    { engine: 'ours', passages: 1000, outcome },
    { engine: 'peer', passages: 1000, outcome: slower },
    { engine: 'ours', passages: 100_000, outcome: { ...outcome, p50Ms: 2 } },
    { engine: 'peer', passages: 100_000, outcome: null },
  ];

  test('gives a peer by how many times ours it is, and ours as it is', () => {
    const lines = drawBench(rows, 'ours').split('\n');
    expect(lines[2]).toBe('| 1000 | ours | 2.00 | 0.01 | 0.50 | 2.00 | 100 | 0.970 | 300 |');
    expect(lines[3]).toContain('| 0.50 (×0.25) |');
    expect(lines[3]).toContain('| 5.00 (×10.0) |');
  });

  test('says where an engine did not finish', () => {
    expect(drawBench(rows, 'ours')).toContain('| 100000 | peer | did not finish in time |');
  });

  test('tells how latency grows with the collection, for engines that finished both ends', () => {
    const text = drawBench(rows, 'ours');
    expect(text).toContain('ours: ×4.00 slower at ×100 the passages');
    expect(text).not.toContain('peer: ×');
  });

  test('percentiles are values of the sample; of nothing 0', () => {
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(percentile([3, 1, 2], 0)).toBe(1);
    expect(percentile([3, 1, 2], 1)).toBe(3);
    expect(percentile([], 0.5)).toBe(0);
  });
});
