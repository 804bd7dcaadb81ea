import { expect, test } from 'vitest';
import { documentLinks } from '../../../src/ingest/source/web-links.ts';

test('of a page the links behind titles and to documents count, not its menus, anchors or other hosts', () => {
  const page = `<a href="/">首页</a><a href="1.html#top">云溪区推进老旧小区改造工作</a><a href="x.docx">下载</a>
    <a href="javascript:void(0)">云溪区推进老旧小区改造工作</a><a href="//other.example/2.html">云溪区推进老旧小区改造</a>`;
  expect(documentLinks(page, 'https://gov.example/a/')).toEqual([
    'https://gov.example/a/1.html',
    'https://gov.example/a/x.docx',
  ]);
});

test('of a feed the entries count, in RSS and in Atom', () => {
  const atom =
    '<feed><link href="https://gov.example/"/><entry><link href="/e1"/></entry><entry><link href="/e1"/></entry></feed>';
  expect(documentLinks(atom, 'https://gov.example/feed')).toEqual(['https://gov.example/e1']);
  const rss =
    '<rss><channel><link>https://gov.example/</link><item><link> https://gov.example/r1 </link></item></channel></rss>';
  expect(documentLinks(rss, 'https://gov.example/feed')).toEqual(['https://gov.example/r1']);
});

test('at most thirty are taken', () => {
  const page = Array.from({ length: 100 }, (_, n) => `<a href="${n}.pdf">甲</a>`).join('');
  expect(documentLinks(page, 'https://gov.example/')).toHaveLength(30);
});
