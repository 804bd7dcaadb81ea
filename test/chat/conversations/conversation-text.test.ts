// A conversation written out: every mark with its words, nothing of a report taken for Markdown.
import { expect, test } from 'vitest';
import { conversationText } from '../../../src/chat/conversations/conversation-text.ts';
import { answered, citation, NOW } from '../made-up.ts';

const exchange = { id: '1', question: '有几处_公园_？', answer: answered(), at: NOW };
const addressOf = ({ start }: { start: number }): string => `http://page.test/read/liuxi?from=${start}`;
const write = (format: 'text' | 'markdown', given = exchange): string =>
  conversationText({ name: '# 公园', exchanges: [given] }, { format, addressOf });

test('holds question, answer with its marks, and the words and the address behind each', () => {
  const text = write('text');
  for (const part of ['有几处_公园_？', '2026-11-22', '12处[1]', '「2031年，柳溪区新建公园12处，总面积达到340亩。」']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('http://page.test/read/liuxi?from=');
});

test('has headings and lists as Markdown, and escapes everything else that would be', () => {
  const text = write('markdown');
  expect(text.startsWith('# \\# 公园\n')).toBe(true);
  expect(text).toContain('## 有几处\\_公园\\_？');
  expect(text).toContain('\n- [1] 「');
});

test('puts what damaged words read as before them', () => {
  const damaged = citation(1, { quote: '治理未完成70%。', reading: '治理已完成70%。' });
  const text = write('text', { ...exchange, answer: answered({ citations: [damaged] }) });
  expect(text).toContain('「治理已完成70%。」（原文：「治理未完成70%。」）');
});

test('of a refusal gives the nearest words', () => {
  const { interpretation } = answered();
  const nearest = [citation(1)];
  const answer = {
    status: 'refused' as const,
    reason: 'no-evidence' as const,
    message: '没有找到',
    nearest,
    interpretation,
  };
  const text = conversationText({ name: '甲', exchanges: [{ ...exchange, answer }] }, { format: 'text', addressOf });
  expect(text).toContain('没有找到');
  expect(text).toContain('[1] 「2031年');
});
