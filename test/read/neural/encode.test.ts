import { describe, expect, test } from 'vitest';
import { contextText, encode } from '../../../src/read/neural/encode.ts';
import { Tokenizer } from '../../../src/read/neural/tokenizer.ts';

const tokenizer = new Tokenizer(new URL('../../../models/reader/tokenizer.json', import.meta.url));
const NOTHING = { title: '', district: '', period: '', heading: '' };

describe('the context', () => {
  test('names what is known, in a fixed order', () =>
    expect(contextText({ ...NOTHING, heading: '工业', district: '柳溪区' })).toBe('地区：柳溪区｜章节：工业。'));
  test('is empty where nothing is known', () => expect(contextText(NOTHING)).toBe(''));
  test('cuts what is long', () =>
    expect(contextText({ ...NOTHING, title: '长'.repeat(60) })).toBe(`标题：${'长'.repeat(24)}。`));
});

describe('the input', () => {
  const excerpt = { ...NOTHING, district: '柳溪区', text: '全年实现地区生产总值248.8亿元。' };
  const { ids, offset, spans } = encode(tokenizer, '柳溪区GDP多少？', excerpt);

  test('opens with <s>, parts question and excerpt by two </s>, and ends with one', () => {
    expect(ids[0]).toBe(0);
    const separators = ids.flatMap((id, place) => (id === 2 ? [place] : []));
    expect(separators).toHaveLength(3);
    expect(separators[1]).toBe((separators[0] ?? 0) + 1);
    expect(separators[2]).toBe(ids.length - 1);
  });

  test('tells where the excerpt stands: spans are of its text, the context before them', () => {
    expect(ids).toHaveLength(offset + spans.length + 1);
    expect(excerpt.text.slice(spans[0]?.start, spans.at(-1)?.end)).toBe(excerpt.text);
    const without = encode(tokenizer, '柳溪区GDP多少？', { ...excerpt, district: '' });
    expect(without.spans).toEqual(spans);
    expect(without.offset).toBeLessThan(offset);
  });

  test('is bounded whatever comes in', () => {
    const long = encode(tokenizer, '问'.repeat(500), {
      ...excerpt,
      title: '题'.repeat(500),
      text: '数字12，'.repeat(300),
    });
    expect(long.ids.length).toBeLessThanOrEqual(256);
  });
});
