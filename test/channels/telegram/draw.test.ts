import { describe, expect, test } from 'vitest';
import { cutSentence, sentencesOf } from '../../../src/channels/cut-text.ts';
import { drawReply, escapeHtml, MAX_MESSAGE_CHARACTERS } from '../../../src/channels/telegram/draw.ts';
import type { Block, Reply } from '../../../src/chat/reply.ts';
import { seededRandom } from '../../chat/fixtures.ts';
import { parseTelegramHtml } from '../../support/bot-api-html.ts';

const random = seededRandom(11);
const pick = (most: number): number => Math.floor(random() * most);
const ODD = [
  '<b>',
  '</',
  '&',
  '&amp;',
  '"',
  "'",
  '公园',
  '。',
  '；',
  '[1]',
  '[12]',
  '🏞️',
  '👨‍👩‍👧',
  '\n',
  'a',
  ' ',
  '\u202e',
  '`*_~',
  '？」',
  'é',
];
const oddText = (parts: number): string => Array.from({ length: parts }, () => ODD[pick(ODD.length)]).join('');

const reply = (blocks: readonly Block[]): Reply => ({
  language: 'zh',
  blocks: blocks as [Block, ...Block[]],
  buttons: [],
});
const textOf = (html: string): string => {
  const parsed = parseTelegramHtml(html);
  if (!parsed.ok) throw new Error(`${parsed.fault}: ${html}`);
  return parsed.text;
};

test('an escaped text is read back letter by letter', () => {
  for (let n = 0; n < 500; n += 1) {
    const text = oddText(20);
    expect(textOf(escapeHtml(text))).toBe(text);
  }
});

describe('splitting', () => {
  test('sentences joined are the text, and no sentence opens with marks', () => {
    for (let n = 0; n < 500; n += 1) {
      const text = `开头${oddText(40)}`;
      expect(sentencesOf(text).join('')).toBe(text);
    }
    expect(sentencesOf('甲。[1]乙！」[2][3]丙')).toEqual(['甲。[1]', '乙！」[2][3]', '丙']);
  });

  test('pieces of a sentence joined are the sentence, none too long, no character broken', () => {
    for (let n = 0; n < 200; n += 1) {
      const sentence = oddText(300);
      const pieces = cutSentence(sentence, 64);
      expect(pieces.join('')).toBe(sentence);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(64);
        expect(piece).not.toMatch(/\p{Cs}/u);
      }
    }
  });

  test.each([63, 64, 65, 66, 127, 128, 129])(
    'marks stay with the last words of a sentence of %i characters',
    (length) => {
      const pieces = cutSentence(`${'字'.repeat(length)}[1][12]`, 64);
      expect(pieces.at(-1)).toMatch(/^字+\[1\]\[12\]$/u);
    },
  );

  test('a family emoji on the edge is not torn apart', () => {
    const pieces = cutSentence(`${'字'.repeat(60)}👨‍👩‍👧${'字'.repeat(60)}`, 64);
    expect(pieces.some((piece) => piece.includes('👨‍👩‍👧'))).toBe(true);
  });
});

describe('drawing', () => {
  test('the answer comes first in bold, asides in italics, exact words in a quotation', () => {
    const blocks: Block[] = [
      { kind: 'notice', text: '按「柳溪区」理解' },
      { kind: 'headline', text: '12处[1]' },
      { kind: 'text', text: 'a < b & "c"。[1]' },
      { kind: 'quote', before: '前。', text: '原文。', after: '后。' },
      { kind: 'source', text: '[1] 某报告' },
    ];
    expect(drawReply(reply(blocks)).map(({ html }) => html)).toEqual([
      '<i>按「柳溪区」理解</i>\n<b>12处[1]</b>\na &lt; b &amp; &quot;c&quot;。[1]\n<blockquote>前。<b>原文。</b>后。</blockquote>\n[1] 某报告',
    ]);
  });

  test('a quotation without neighbours has no empty tags', () => {
    const [message] = drawReply(reply([{ kind: 'quote', before: '', text: '原文', after: '' }]));
    expect(message?.html).toBe('<blockquote><b>原文</b></blockquote>');
  });

  test('buttons stand in rows of four under the last message', () => {
    const buttons = Array.from({ length: 6 }, (_, n) => ({ label: `原文 ${n}`, token: `source:1:${n}` }));
    const messages = drawReply({ ...reply([{ kind: 'text', text: '句。'.repeat(3_000) }]), buttons });
    expect(messages.length).toBe(2);
    expect(messages[0]?.keyboard).toEqual([]);
    expect(messages[1]?.keyboard.map((row) => row.length)).toEqual([4, 2]);
    expect(messages[1]?.keyboard[1]?.[1]).toEqual({ text: '原文 5', callback_data: 'source:1:5' });
  });

  test('a text of exactly the limit is one message, however much longer its HTML is', () => {
    expect(drawReply(reply([{ kind: 'text', text: '&'.repeat(MAX_MESSAGE_CHARACTERS) }]))).toHaveLength(1);
    expect(drawReply(reply([{ kind: 'text', text: '&'.repeat(MAX_MESSAGE_CHARACTERS + 1) }]))).toHaveLength(2);
  });

  test('whatever the blocks hold: every message parses, fits, and no character is lost', () => {
    const kinds = ['notice', 'headline', 'text', 'source', 'quote'] as const;
    for (let n = 0; n < 60; n += 1) {
      const blocks = Array.from({ length: 1 + pick(6) }, (): Block => {
        const kind = kinds[pick(kinds.length)] ?? 'text';
        const text = `始${oddText(pick(900))}终`;
        return kind === 'quote' ? { kind, before: oddText(9), text, after: oddText(9) } : { kind, text };
      });
      const texts = drawReply(reply(blocks)).map(({ html }) => textOf(html));
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(MAX_MESSAGE_CHARACTERS);
      const all = blocks
        .map((block) => (block.kind === 'quote' ? block.before + block.text + block.after : block.text))
        .join('');
      expect(texts.join('').replaceAll('\n', '')).toBe(all.replaceAll('\n', ''));
    }
  });

  test('a long answer is split after a sentence with its mark, never before the mark', () => {
    const sentence = `${'长'.repeat(90)}。[12]`;
    const messages = drawReply(reply([{ kind: 'text', text: sentence.repeat(120) }])).map(({ html }) => textOf(html));
    expect(messages.length).toBeGreaterThan(2);
    for (const message of messages) expect(message).toMatch(/^长+。\[12\][\s\S]*\[12\]$/u);
  });
});
