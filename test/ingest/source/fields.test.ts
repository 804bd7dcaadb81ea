import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../../src/ingest/source/catalog.ts';
import { canonicalDate, readFields } from '../../../src/ingest/source/fields.ts';
import { frontMatterSpan, readFrontMatter } from '../../../src/ingest/source/front-matter.ts';
import { readJsonl } from '../../../src/ingest/source/jsonl.ts';

describe('dates', () => {
  test.each([
    ['2017', '2017'],
    [2017, '2017'],
    ['2017年', '2017'],
    ['2017-5', '2017-05'],
    ['2017年5月', '2017-05'],
    ['2017-05-28', '2017-05-28'],
    ['2024年2月29日', '2024-02-29'],
    ['2017/5/8', '2017-05-08'],
    ['2017年5月28日', '2017-05-28'],
    ['2017-05-28T08:30:00Z', '2017-05-28'],
    [new Date('2017-05-28'), '2017-05-28'],
  ])('%s is %s', (given, canonical) => {
    expect(canonicalDate(given)).toBe(canonical);
  });

  test.each([
    '',
    null,
    undefined,
    'spring',
    '2017-13',
    '2017-00',
    '2017-05-32',
    '2023-02-31',
    '2023年2月29日',
    '2021-04-31',
    '2017-05-00',
    '17-05',
    '20170528',
  ])('%s is none', (given) => {
    expect(canonicalDate(given)).toBeNull();
  });
});

describe('fields', () => {
  test('known ones are read, others ignored, numbers become text', () => {
    const problems: string[] = [];
    const fields = readFields({ id: 7, title: ' 公园城市 ', publishedOn: 2021, colour: 'green', url: '' }, problems);
    expect(fields).toEqual({ id: '7', title: '公园城市', publishedOn: '2021' });
    expect(problems).toEqual([]);
  });

  test('a field that cannot be used is named', () => {
    const problems: string[] = [];
    expect(readFields({ title: ['a'], publishedOn: 'spring' }, problems)).toEqual({});
    expect(problems).toEqual([expect.stringContaining('title'), expect.stringContaining('"spring" is no date')]);
  });
});

describe('front matter', () => {
  test('its fields are read and its span covers both fences', () => {
    const text = '---\ntitle: 公园城市\npublishedOn: 2021-03-04\n---\n正文。';
    const problems: string[] = [];
    expect(readFrontMatter(text, problems)).toEqual({ title: '公园城市', publishedOn: '2021-03-04' });
    expect(text.slice(frontMatterSpan(text)?.end)).toBe('正文。');
    expect(problems).toEqual([]);
  });

  test('Windows line ends are understood', () => {
    expect(readFrontMatter('---\r\ntitle: 公园城市\r\n---\r\n正文。', [])).toEqual({ title: '公园城市' });
  });

  test.each(['正文。', '--- 正文', '---\n没有结尾', ''])('%j has none', (text) => {
    expect(frontMatterSpan(text)).toBeNull();
    expect(readFrontMatter(text, [])).toEqual({});
  });

  test('broken YAML is a problem, not a crash', () => {
    const problems: string[] = [];
    expect(readFrontMatter('---\ntitle: "公园\n---\n正文。', problems)).toEqual({});
    expect(problems[0]).toContain('not valid YAML');
  });
});

describe('catalogue', () => {
  test('lists fields by path', () => {
    const problems: string[] = [];
    const catalog = parseCatalog(
      'reports:\n  - path: a.txt\n    district: 云溪区\n    publishedOn: 2018\n    inferred: [publishedOn]\n',
      problems,
    );
    expect(catalog.get('a.txt')).toEqual({ district: '云溪区', publishedOn: '2018', inferred: ['publishedOn'] });
    expect(problems).toEqual([]);
  });

  test('an entry without a path and an unusable field are named, the rest counts', () => {
    const problems: string[] = [];
    const catalog = parseCatalog(
      'reports:\n  - title: x\n  - path: b.txt\n    publishedOn: never\n  - path: b.txt\n    title: 后者\n',
      problems,
    );
    expect(catalog.get('b.txt')).toEqual({ title: '后者' });
    expect(problems).toEqual([
      expect.stringContaining('entry 1'),
      expect.stringContaining('b.txt: publishedOn'),
      expect.stringContaining('listed twice'),
    ]);
  });

  test.each(['{ broken', 'title: no list', ''])('%j is an empty catalogue and a problem', (text) => {
    const problems: string[] = [];
    expect(parseCatalog(text, problems).size).toBe(0);
    expect(problems).toHaveLength(1);
  });
});

describe('.jsonl', () => {
  test('each line is a report; blank lines are passed over and counted', () => {
    const lines = [...readJsonl('{"id":"a","text":"一。"}\n\n{"text":"二。","publishedOn":"2020"}')];
    expect(lines).toEqual([
      { ok: true, line: 1, text: '一。', given: { id: 'a' }, problems: [] },
      { ok: true, line: 3, text: '二。', given: { publishedOn: '2020' }, problems: [] },
    ]);
  });

  test.each([
    ['{"text":', 'not valid JSON'],
    ['[1]', 'not an object'],
    ['{"title":"x"}', 'no "text"'],
    ['{"text":7}', 'no "text"'],
    ['{"text":" "}', 'empty'],
  ])('%s is named and the rest goes on', (bad, reason) => {
    const lines = [...readJsonl(`${bad}\n{"text":"好。"}\r\n`)];
    expect(lines[0]).toMatchObject({ ok: false, line: 1, reason: expect.stringContaining(reason) });
    expect(lines[1]).toMatchObject({ ok: true, line: 2, text: '好。' });
  });

  test('half a surrogate pair is replaced by one unit, so that offsets stay', () => {
    const [line] = readJsonl('{"text":"甲\\ud83d乙"}');
    expect(line?.ok && line.text).toBe('甲\ufffd乙');
  });
});
