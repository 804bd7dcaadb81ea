import { expect, test } from 'vitest';
import { buttonsOf, drawMarkdown, escapeMarkdown } from '../../../src/channels/messenger/draw-markdown.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { shownText } from '../../support/messengers/stand-in.ts';

const DIALECT = { maxBytes: 600, escapeText: escapeMarkdown };
const reply = (fields: Partial<Reply>): Reply => ({
  language: 'zh',
  blocks: [{ kind: 'text', text: '甲' }],
  buttons: [],
  ...fields,
});

test('a headline is bold, exact words stand in a quote between brackets', () => {
  const blocks = [
    { kind: 'headline', text: '12处[1]' },
    { kind: 'quote', before: '前。', text: '新建12处。', after: '后。' },
  ] as const;
  expect(drawMarkdown(reply({ blocks }), DIALECT)).toEqual(['**12处[1]**\n\n> 前。【新建12处。】后。']);
});

test('messages end where a sentence ends, hold at most so many bytes, and joined are the whole', () => {
  const sentence = (n: number): string => `第${n}句说柳溪区新建公园${n}处。[1]`;
  const text = Array.from({ length: 60 }, (_, n) => sentence(n)).join('');
  const messages = drawMarkdown(reply({ blocks: [{ kind: 'text', text }] }), DIALECT);
  expect(messages.length).toBeGreaterThan(3);
  for (const message of messages) {
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(600);
    expect(message).toMatch(/\[1\]$/u);
  }
  expect(messages.join('')).toBe(text);
});

test('a sentence without an end is cut all the same', () => {
  const text = '长'.repeat(1_000);
  const messages = drawMarkdown(reply({ blocks: [{ kind: 'text', text }] }), DIALECT);
  expect(messages.join('')).toBe(text);
  for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThanOrEqual(600);
});

test.each(['*a* _b_ `c` ~d~', '# 1', '- x', '1. 一', '<b>', 'a|b', '\\'])('%j is shown letter by letter', (text) => {
  expect(shownText(escapeMarkdown(text))).toBe(text);
});

test('a posed question has lettered lines, and a button for each choice before the others', () => {
  const posed = {
    token: 't1',
    form: 'one',
    question: '几处？',
    options: ['1处', '2处'],
    key: null,
    closesInSeconds: null,
  } as const;
  const asked = reply({ posed, buttons: [{ label: '停', token: 'stop:1' }] });
  expect(drawMarkdown(asked, DIALECT)[0]).toContain('A. 1处');
  expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['A', 'B', '停']);
  expect(buttonsOf({ ...asked, posed: { ...posed, form: 'several' } }).map(({ label }) => label)).toEqual(['停']);
});

test('words of a report make no link of a text of their choice', () => {
  expect(escapeMarkdown('[点这里](javascript:alert(1)) ![](https://evil.example)[1]')).not.toContain('](');
});
