import { describe, expect, test } from 'vitest';
import { drawPassage } from '../../../scripts/support/side-by-side.ts';
import { frontMatterSpan } from '../../../src/ingest/source/front-matter.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { madeUpReport, madeUpText } from '../../ingest/made-up.ts';

const draw = (text: string, publishedOn: string | null = null): string[] =>
  structureReport(madeUpReport(text, { publishedOn })).passages.flatMap((passage) => drawPassage(passage, text));

describe('a passage is drawn', () => {
  test('with what was written beside what is read, the difference in brackets', () => {
    expect(draw('去年云溪区建了三座桥。', '2019').at(-1)).toMatch(
      /^ {2}去年\[\]云溪区建了三座桥。 +│ 去年\[〔2018年〕\]云溪区建了三座桥。$/,
    );
  });

  test('on one side only where both are the same', () => {
    expect(draw('云溪区建了三座桥。').at(-1)).toBe('  云溪区建了三座桥。');
  });

  test('with headings and page furniture marked', () => {
    const lines = draw('一、公园\n云溪区建了三座桥，桥上人来人往，两岸的居民都说好。\n责任编辑：何大有');
    expect(lines.filter((line) => line.startsWith('# '))).toEqual(['# 一、公园']);
    expect(lines.filter((line) => line.startsWith('· '))).toEqual(['· 责任编辑：何大有']);
  });

  test('with every character of the text behind its front matter', () => {
    for (let seed = 0; seed < 60; seed++) {
      const text = madeUpText(seed);
      const drawn = draw(text)
        .filter((line) => /^[ #·] /.test(line))
        .map((line) => line.split(' │')[0]?.slice(2))
        .join('');
      const bare = (value: string): string => value.replace(/[\s[\]]/g, '');
      expect(bare(drawn), `seed ${seed}`).toBe(bare(text.slice(frontMatterSpan(text)?.end ?? 0)));
    }
  });
});
