import { describe, expect, test } from 'vitest';
import { sentencesAfter, sentencesBefore } from '../../../src/chat/asking/surrounding-sentences.ts';

describe('before a quote', () => {
  test('the last two sentences are kept, one that may lack its head is not', () => {
    expect(sentencesBefore('半句话。第一句。第二句！”', false)).toBe('第一句。第二句！”');
    expect(sentencesBefore('头一句。第二句。', false)).toBe('第二句。');
  });

  test('the beginning of a report is whole', () => {
    expect(sentencesBefore('头一句。第二句。', true)).toBe('头一句。第二句。');
    expect(sentencesBefore('', true)).toBe('');
  });

  test('a single sentence that may lack its head says so', () => {
    expect(sentencesBefore('没有开头的一句。', false)).toBe('…没有开头的一句。');
  });

  test('headings and paragraphs stay on lines of their own, without blank lines', () => {
    expect(sentencesBefore('前。\n\n## 标题\n\n第二句。', false)).toBe('## 标题\n第二句。');
  });

  test('a monster of a sentence is cut at its head', () => {
    const cut = sentencesBefore(`前。${'长'.repeat(900)}。`, false);
    expect(cut).toMatch(/^…长+。$/u);
    expect(cut.length).toBeLessThanOrEqual(201);
  });
});

describe('after a quote', () => {
  test('the first two sentences are kept', () => {
    expect(sentencesAfter('第一句。第二句。第三')).toBe('第一句。第二句。');
    expect(sentencesAfter('')).toBe('');
  });

  test('a monster of a sentence is cut at its end', () => {
    expect(sentencesAfter('长'.repeat(900))).toMatch(/^长+…$/u);
  });
});
