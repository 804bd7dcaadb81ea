import { describe, expect, test } from 'vitest';
import { extractHtml } from '../../../src/ingest/formats/html.ts';
import { seededRandom } from '../made-up.ts';
import { madeGrid } from './made-tables.ts';

const textOf = (html: string): string => extractHtml(html).text;

describe('a web page', () => {
  test('keeps headings, paragraphs, lists and line breaks, one line each', () => {
    const html =
      '<h1>云溪区 <b>工作</b>报告</h1><h3>公园</h3><p>新建公园12个。<br>都开放了。</p><ul><li>快<li>好</ul><ol start=3><li>三<li>四</ol>尾';
    expect(textOf(html)).toBe('# 云溪区 工作报告\n### 公园\n新建公园12个。\n都开放了。\n- 快\n- 好\n3. 三\n4. 四\n尾');
  });

  test('is read with its entities, without scripts, styles and what is hidden', () => {
    const html =
      '<style>p{}</style><script>var 坏=1</script><p>&nbsp;&emsp;甲&amp;乙 &lt;5&#37;</p><p hidden>藏</p><div style="display: none"><p>藏</p></div><!-- 藏 --><nav>藏</nav>';
    expect(textOf(html)).toBe('甲&乙 <5%');
  });

  test('loses its menus and says so, but not a link in a sentence, and not a page of links', () => {
    const menu =
      '<ul><li><a>首页</a><li><a>新闻</a><li><a>政务</a></ul><div><a>甲</a> <a>乙</a> <a>丙</a> <a>丁</a></div>';
    const { text, remarks } = extractHtml(`${menu}<p>云溪区<a>公园城市</a>开放了。</p>${menu}`);
    expect(text).toBe('云溪区公园城市开放了。');
    expect(remarks).toEqual(['8 lines of links (menus) were left out']);
    expect(textOf(menu)).toContain('首页');
  });

  test('tells its title, publisher and date where its marks do', () => {
    const head =
      '<title>公园开放了_云溪网</title><meta name="PubDate" content="2021-03-04 10:00"><meta name="ContentSource" content="云溪日报">';
    expect(extractHtml(`<head>${head}</head><p>文</p>`).fields).toEqual({
      title: '公园开放了',
      isTitleGuessed: true,
      publishedOn: '2021-03-04 10:00',
      publisher: '云溪日报',
    });
    expect(extractHtml('<meta property="og:title" content="甲"><h1>乙</h1>').fields).toEqual({
      title: '甲',
      isTitleGuessed: false,
    });
  });

  test('that lays itself out with tables is read as text', () => {
    const inner = '<table><tr><th>地区<th>公园（个）</tr><tr><td>云溪区<td>12</tr></table>';
    expect(textOf(`<table><tr><td><h2>标题</h2><p>第一段。</p>${inner}<td>右栏</table>`)).toBe(
      '## 标题\n第一段。\n地区 | 公园（个）\n云溪区：公园12个。\n右栏',
    );
  });

  test('with merged cells repeats them where they stand', () => {
    const html =
      '<table><tr><th rowspan=2>地区<th colspan=2>2020年<tr><th>产值（亿元）<th>增速<tr><td rowspan=2>云溪区<td>1<td>2%<tr><td>3<td>4%</table>';
    expect(textOf(html).split('\n').slice(2)).toEqual([
      '云溪区：2020年产值1亿元，2020年增速2%。',
      '云溪区：2020年产值3亿元，2020年增速4%。',
    ]);
  });

  test('keeps every cell of its tables', () => {
    for (let seed = 0; seed < 200; seed++) {
      const grid = madeGrid(seededRandom(seed));
      const rows = grid.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
      const text = textOf(`<table>${rows.join('')}</table>`);
      for (const cell of grid.flat()) expect(text, `seed ${seed}`).toContain(cell);
    }
  });

  test.each([
    ['tags that never close', '<div><p>甲<table><tr><td>乙<ul><li>丙', '甲\n乙 - 丙'],
    ['tags that were never opened', '</td></tr></table></li>甲</p></div>', '甲'],
    ['cells outside a table', '<td>甲</td><tr>乙</tr>', '甲乙'],
    ['a spanning row without cells', '<table><tr></tr></table>甲', '甲'],
    ['nonsense spans', '<table><tr><td colspan=-1>甲<td rowspan=x>乙</table>', '甲：乙。'],
  ])('with %s is read all the same', (_, html, text) => {
    expect(textOf(html).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  test.each([
    ['elements nested beyond all sense', '<div>'.repeat(5_000), 'damaged'],
    [
      'a table of a million cells',
      `<table>${'<tr><td rowspan=1000 colspan=1000>甲<td>乙</tr>'.repeat(300)}</table>`,
      'too-large',
    ],
    ['nothing to read', '<html><body><img src=a.png></body></html>', 'no-text'],
  ])('with %s is refused', (_, html, code) => {
    expect(() => extractHtml(html)).toThrowError(expect.objectContaining({ code }));
  });
});
