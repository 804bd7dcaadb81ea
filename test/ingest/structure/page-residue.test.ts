import { describe, expect, test } from 'vitest';
import { findPageResidue, maskPageResidue, withoutPageResidue } from '../../../src/ingest/structure/page-residue.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { madeUpReport, madeUpText, seededRandom } from '../made-up.ts';

const REMAINS = [
  '&nbsp;',
  '&emsp;',
  '<p>',
  '</p>',
  '<br/>',
  '<span style="color:red">',
  '</span>',
  '<!-- 注 -->',
  '&ldquo;',
  '&#8220;',
  '\\r\\n',
  '<td align=left>',
];

function soiled(seed: number): string {
  const random = seededRandom(seed);
  return [...madeUpText(seed)]
    .map((character) => character + (random() < 0.03 ? (REMAINS[Math.floor(random() * REMAINS.length)] ?? '') : ''))
    .join('');
}

function reads(text: string): string[] {
  return structureReport(madeUpReport(text)).passages.flatMap((passage) =>
    passage.sentences.map((sentence) => sentence.read),
  );
}

describe('remains of a web page', () => {
  test('are blanks of the same length to the structure', () => {
    for (let seed = 0; seed < 200; seed++) {
      const text = soiled(seed);
      const masked = maskPageResidue(text, findPageResidue(text));
      expect(masked.length).toBe(text.length);
      for (let index = 0; index < text.length; index++) {
        const isKept = /\S/.test(masked[index] ?? '') && masked[index] !== '\u2060' && text[index] !== '&';
        if (isKept && masked[index] !== text[index]) expect(masked[index], `seed ${seed}`).toBe(text[index]);
      }
    }
  });

  test('are nowhere in the readings, and every sentence is a slice of the source', () => {
    for (let seed = 0; seed < 200; seed++) {
      const text = soiled(seed);
      for (const passage of structureReport(madeUpReport(text)).passages) {
        for (const { start, end, read } of passage.sentences) {
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(read.trim(), `seed ${seed}`).not.toBe('');
          expect(read, `seed ${seed}`).not.toMatch(/&nbsp;|<\/?(?:p|br|span|td)\b|&#\d+;|<!--/);
        }
      }
    }
  });

  test('end a line where they ended one, and are read as what they stood for', () => {
    expect(reads('<p>云溪区&nbsp;新建<b>公园</b>12个</p><p>&ldquo;都开放了&rdquo;&#xff0c;好！</p>')).toEqual([
      '云溪区 新建公园12个',
      '“都开放了”，好！',
    ]);
  });

  test('are line ends that were written out, where there are several', () => {
    expect(reads('云溪区新建公园12个\\r\\n都开放了\\r\\n居民都说好')).toEqual([
      '云溪区新建公园12个',
      '都开放了',
      '居民都说好',
    ]);
    expect(reads('路径是 C:\\new\\text 。')).toEqual(['路径是 C:\\new\\text 。']);
  });

  test.each(['增速<5%，而且>3%', 'a < b && b > c', 'R&D投入', '“<公园>”', '&middot'])('are not seen in: %s', (text) => {
    expect(findPageResidue(text).count).toBe(0);
    expect(withoutPageResidue(text, findPageResidue(text))).toBe(text);
  });

  test('are counted for the maintainer', () => {
    const { notes } = structureReport(madeUpReport('<p>云溪区&nbsp;新建公园。</p>'));
    expect(notes.remarks).toEqual(['3 tags and entities of a web page and note marks are passed over']);
  });

  test('note marks of the source are passed over, for they look like marks of citation; numbers in brackets are kept', () => {
    expect(reads('“双百工程”[1]认定项目42个。云政发[2021]8号文件印发。\n[1]“双百工程”：一年招来100个项目。')).toEqual([
      '“双百工程”认定项目42个。',
      '云政发[2021]8号文件印发。',
      '“双百工程”：一年招来100个项目。',
    ]);
  });
});
