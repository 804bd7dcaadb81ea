// What comes in by itself waits: files of a watched folder once they are at rest, documents that pages and feeds name, each once.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressesOf, fetchAddresses, inboxLook } from '../../src/app/intake.ts';
import type { NewFile } from '../../src/chat/corpus/corpus-admin.ts';
import { AppError } from '../../src/errors.ts';

let folder: string;
let added: NewFile[];
let troubles: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-intake-'));
  added = [];
  troubles = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const parts = () => ({
  add: (file: NewFile) => added.push(file),
  onTrouble: (message: string) => void troubles.push(message),
});

test('a file of a watched folder waits once it is at rest, and is moved aside', () => {
  const look = inboxLook(folder, parts());
  mkdirSync(join(folder, '云溪区'));
  writeFileSync(join(folder, '云溪区', '公园.md'), '一');
  expect(look()).toBe(0);
  writeFileSync(join(folder, '云溪区', '公园.md'), '一二');
  expect(look()).toBe(0);
  expect(look()).toBe(1);
  expect(added).toMatchObject([{ name: '云溪区/公园.md' }]);
  expect(existsSync(join(folder, '.taken', '云溪区', '公园.md'))).toBe(true);
  expect([look(), look()]).toEqual([0, 0]);
});

test('a file that cannot wait stays where it is, and that is told', () => {
  const refuse = (): never => {
    throw new AppError('usage/invalid', 'too many files wait');
  };
  const look = inboxLook(folder, { ...parts(), add: refuse });
  writeFileSync(join(folder, 'a.txt'), '一');
  look();
  expect(look()).toBe(0);
  expect(troubles).toEqual(['too many files wait']);
  expect(existsSync(join(folder, 'a.txt'))).toBe(true);
});

const SITE = 'https://gov.example/news/';
const PAGES: Readonly<Record<string, string>> = {
  [SITE]: `<a href="/">首页</a><a href="a.html">云溪区推进老旧小区改造工作纪实</a><a href="b.pdf">附件</a>
    <a href="https://elsewhere.example/c.html">别处的一篇很长很长的文章标题</a><a href="gone.html">云溪区一篇已经不在的长标题文章</a>`,
  'https://gov.example/news/a.html': '<h1>改造</h1>',
  'https://gov.example/news/b.pdf': '%PDF-',
  'https://gov.example/feed.xml': `<?xml version="1.0"?><rss><channel><link>https://gov.example/</link>
    <item><title>一</title><link>https://gov.example/news/a.html</link></item>
    <item><title>二</title><link>https://gov.example/d</link></item></channel></rss>`,
  'https://gov.example/d': '<h1>二</h1>',
};

const fetchParts = () => ({
  ...parts(),
  fetch: (async (address: string) => {
    const body = PAGES[address];
    const type = address.endsWith('.pdf') ? 'application/pdf' : 'text/html; charset=utf-8';
    return body === undefined
      ? new Response('', { status: 404 })
      : new Response(body, { headers: { 'content-type': type } });
  }) as unknown as typeof fetch,
  sleep: async () => undefined,
  seenFile: join(folder, 'seen.json'),
});

test('the documents that a page names on its host wait, with their address; a feed adds those that are new', async () => {
  expect(await fetchAddresses([SITE], fetchParts())).toBe(2);
  expect(added.map(({ name, url }) => [name, url])).toEqual([
    ['gov.example/a.html', 'https://gov.example/news/a.html'],
    ['gov.example/b.pdf', 'https://gov.example/news/b.pdf'],
  ]);
  expect(troubles).toEqual(['https://gov.example/news/gone.html: it answered 404']);
  expect(await fetchAddresses([SITE, 'https://gov.example/feed.xml'], fetchParts())).toBe(1);
  expect(added.at(-1)).toMatchObject({ name: 'gov.example/d.html', url: 'https://gov.example/d' });
});

test('a list holds an address a line, comments aside, no other protocol', () => {
  expect(addressesOf('# 名单\nhttps://gov.example/\n\nfile:///etc/passwd\n http://a.example/feed \nnonsense')).toEqual([
    'https://gov.example/',
    'http://a.example/feed',
  ]);
});
