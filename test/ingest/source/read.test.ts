import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { namePaths } from '../../../src/ingest/source/identity.ts';
import { readCorpus } from '../../../src/ingest/source/read.ts';
import type { Findings, ReportSource } from '../../../src/ingest/source/report-sources.ts';

const TEXT = '云溪区一年新建口袋公园12个，居民满意度位居全市第二。';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-read-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function read(...corpus: string[]): Findings & { sources: ReportSource[] } {
  const findings: Findings = { skipped: [], notices: [] };
  const sources = [...readCorpus(corpus.length > 0 ? corpus : [folder], findings)];
  return { ...findings, sources };
}

describe('reading a corpus', () => {
  test('every file is either a report or left out with a reason', () => {
    put('a.txt', TEXT);
    put('b.md', `---\ntitle: 公园城市\n---\n${TEXT}`);
    put('c.jsonl', `{"id":"one","text":"${TEXT}"}\nnonsense\n{"text":"${TEXT}"}`);
    put('empty.txt', '');
    put('picture.png', Uint8Array.of(1, 2, 3));
    put('fake.txt', Uint8Array.of(0x89, 0, 0xff, 0));
    const { sources, skipped } = read();
    expect(sources.map((source) => source.id)).toEqual(['a', 'b', 'one', 'c-3']);
    expect(skipped.map(({ path, line, code }) => [path, line, code])).toEqual([
      ['c.jsonl', 2, 'malformed'],
      ['empty.txt', null, 'empty'],
      ['fake.txt', null, 'binary'],
      ['picture.png', null, 'damaged'],
    ]);
  });

  test('a table with rows of several districts is a report for each, and it is told', () => {
    put('各区.csv', '地区,产值（亿元）\n渭滨区,3\n云安区,9\n合计,12\n');
    const { sources, notices } = read();
    expect(sources.map(({ id, path, given }) => [id, path, given.title, given.district, given.inferred])).toEqual([
      ['各区-渭滨区', '各区.csv', '各区（渭滨区）', '陕西省宝鸡市渭滨区', ['title', 'district']],
      ['各区-云安区', '各区.csv', '各区（云安区）', '广东省云浮市云安区', ['title', 'district']],
      ['各区', '各区.csv', '各区', undefined, undefined],
    ]);
    expect(sources.map(({ text }) => text.split('\n').at(-1))).toEqual([
      '渭滨区：产值3亿元。',
      '云安区：产值9亿元。',
      '合计：产值12亿元。',
    ]);
    expect(notices).toEqual([expect.stringMatching(/^各区\.csv: .*several districts/)]);
  });

  test('but one report of the district that somebody gave it, or that alone it names', () => {
    put('a.csv', '地区,产值（亿元）\n渭滨区,3\n云安区,9\n');
    put('b.csv', '地区,产值（亿元）\n渭滨区,3\n合计,9\n');
    put('catalog.yaml', 'reports:\n  - {path: a.csv, district: 渭滨区}\n');
    expect(read().sources.map(({ id, given }) => [id, given.district])).toEqual([
      ['a', '渭滨区'],
      ['b', undefined],
    ]);
  });

  test('the text is the source itself: front matter and line ends included, the byte-order mark aside', () => {
    const source = `---\r\ntitle: 公园城市\r\n---\r\n${TEXT}\r\n`;
    put('a.md', `\ufeff${source}`);
    put('b.txt', iconv.encode(TEXT, 'gb18030'));
    const [markdown, plain] = read().sources;
    expect(markdown?.text).toBe(source);
    expect(markdown?.given.title).toBe('公园城市');
    expect(plain).toMatchObject({ text: TEXT, encoding: 'gb18030' });
  });

  test('a catalogue describes the files of its folder; a front matter knows better', () => {
    put(
      '2020/catalog.yaml',
      'reports:\n  - {path: a.md, title: 目录里的题目, district: 云溪区}\n  - {path: sub/b.txt, publishedOn: 2020}\n',
    );
    put('2020/a.md', `---\ntitle: 自己的题目\n---\n${TEXT}`);
    put('2020/sub/b.txt', TEXT);
    const { sources, skipped } = read();
    expect(sources[0]?.given).toEqual({ title: '自己的题目', district: '云溪区' });
    expect(sources[1]?.given).toEqual({ publishedOn: '2020' });
    expect(skipped).toEqual([]);
  });

  test('a file named alone is described by the catalogue beside it', () => {
    put('catalog.yaml', 'reports:\n  - {path: a.txt, district: 云溪区}\n');
    put('a.txt', TEXT);
    put('b.txt', TEXT);
    const { sources } = read(join(folder, 'a.txt'));
    expect(sources).toMatchObject([{ id: 'a', path: 'a.txt', given: { district: '云溪区' } }]);
  });

  test('a broken catalogue is told and the reports are read', () => {
    put('catalog.yaml', '{ broken');
    put('a.txt', TEXT);
    const { sources, notices } = read();
    expect(sources).toHaveLength(1);
    expect(notices[0]).toMatch(/^catalog\.yaml: .*YAML/);
  });

  test('hidden files belong to the system and are passed over in silence', () => {
    put('.DS_Store', 'x');
    put('.git/config', 'x');
    put('a.txt', TEXT);
    const { sources, skipped } = read();
    expect([sources.length, skipped.length]).toEqual([1, 0]);
  });

  test('a link that leads nowhere is named', () => {
    put('a.txt', TEXT);
    symlinkSync(join(folder, 'gone'), join(folder, 'link.txt'));
    expect(read().skipped).toMatchObject([{ path: 'link.txt', code: 'unreadable' }]);
  });

  test('a file that is named twice is read once', () => {
    put('a.txt', TEXT);
    expect(read(folder, join(folder, 'a.txt')).sources).toHaveLength(1);
  });

  test('two lines with one id are both kept, the second under another id, and it is told', () => {
    put('c.jsonl', `{"id":"x","text":"${TEXT}"}\n{"id":"x","text":"${TEXT}"}`);
    const { sources } = read();
    expect(sources.map((source) => source.id)).toEqual(['x', 'x-2']);
    expect(sources[1]?.problems[0]).toContain('"x" is taken');
  });

  test('a corpus that is missing, or holds no file, is a fault with its remedy', () => {
    expect(() => read(join(folder, 'nowhere'))).toThrowError(
      expect.objectContaining({ code: 'corpus/missing', message: expect.stringContaining('--corpus') }),
    );
    expect(() => read()).toThrowError(expect.objectContaining({ code: 'corpus/empty' }));
  });
});

describe('names', () => {
  test('a path is named by its stem where that is its own, else by as much of the path as it takes', () => {
    const names = namePaths(['2020/a.txt', '2021/a.txt', 'b.md', 'c/d.txt', 'c/d.md']);
    expect([...names.values()].sort()).toEqual(['2020/a', '2021/a', 'b', 'c/d.md', 'c/d.txt']);
  });

  test('every path has a name of its own, in whatever order they come', () => {
    const paths = ['a.txt', 'x/a.txt', 'x/a.md', 'a', 'y/x/a.txt', 'b.tar.gz'];
    const names = namePaths(paths);
    expect(new Set(names.values()).size).toBe(paths.length);
    const reversed = namePaths([...paths].reverse());
    for (const path of paths) expect(reversed.get(path)).toBe(names.get(path));
  });
});

describe('what a file says of itself', () => {
  const page = `<title>自己的题目</title><meta name="PubDate" content="2021-03-04"><p>${TEXT}</p>`;

  test('is used, a guessed title named as inferred', () => {
    put('a.html', page);
    expect(read().sources[0]?.given).toEqual({
      title: '自己的题目',
      publishedOn: '2021-03-04',
      inferred: ['title', 'publishedOn'],
    });
  });

  test('yields to what a catalogue says', () => {
    put('a.html', page);
    put('catalog.yaml', 'reports:\n  - {path: a.html, title: 目录里的题目, publishedOn: 2020}\n');
    expect(read().sources[0]?.given).toEqual({ title: '目录里的题目', publishedOn: '2020' });
  });

  test('a line of a .jsonl file that is longer than a report may be is left out, the rest is read', () => {
    put('c.jsonl', `{"text":"${'公'.repeat(1_000_001)}"}\n{"text":"${TEXT}"}`);
    const { sources, skipped } = read();
    expect(sources).toHaveLength(1);
    expect(skipped).toMatchObject([{ path: 'c.jsonl', line: 1, code: 'too-large' }]);
  });
});
