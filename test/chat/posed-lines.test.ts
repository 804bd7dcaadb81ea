import { expect, test } from 'vitest';
import { linesOfPosed } from '../../src/chat/posed-lines.ts';
import type { Posed } from '../../src/chat/reply.ts';

const POSED: Posed = {
  token: 't',
  form: 'one',
  question: '柳溪区有几处公园？',
  options: ['1处', '12处'],
  key: { correct: [1], explanation: '新建12处。' },
  closesInSeconds: null,
};

test('a choice is its question, its options under their letters, and how to answer', () => {
  const [question, options, hint, ...more] = linesOfPosed(POSED, 'zh');
  expect(question).toEqual({ kind: 'headline', text: '柳溪区有几处公园？' });
  expect(options).toEqual({ kind: 'text', text: 'A. 1处\nB. 12处' });
  expect(hint?.kind).toBe('notice');
  expect(more).toEqual([]);
});

test('each form says in its own words how to answer, in both languages, and none gives the key away', () => {
  const forms = ['one', 'several', 'order', 'typed'] as const;
  const hints = (['zh', 'en'] as const).flatMap((language) =>
    forms.map((form) => JSON.stringify(linesOfPosed({ ...POSED, form, options: [] }, language).at(-1))),
  );
  expect(new Set(hints).size).toBe(8);
  expect(hints.join()).not.toContain('新建');
});

test('a question to be answered in writing has no line of options', () => {
  expect(linesOfPosed({ ...POSED, form: 'typed', options: [] }, 'en').map(({ kind }) => kind)).toEqual([
    'headline',
    'notice',
  ]);
});
