import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSelection } from '../../../src/read/model/selection.ts';

const SENTENCES = [
  { n: 1, text: '澄江区去年引进云谷项目47个，总投资18.6亿元。', heading: '澄江区' },
  { n: 2, text: '一般公共预算收入增长6.4%。', heading: '澄江区' },
];
const choice = (fields: object): string => JSON.stringify({ answered: true, sentences: [1], spans: [], ...fields });

describe('a choice', () => {
  test('is numbers and words that stand in their sentences', () =>
    expect(readSelection(choice({ sentences: [2, 1], spans: ['47个'] }), SENTENCES)).toEqual({
      answered: true,
      numbers: [2, 1],
      spans: [{ n: 1, start: 11, end: 14 }],
      dropped: 0,
    }));

  test.each([
    ['numbers that do not exist', { sentences: [1, 9, 0] }, 2],
    ['words of its own', { spans: ['四十七个', '47个'] }, 1],
    ['words of a sentence that it did not choose', { spans: ['6.4%'] }, 1],
    ['empty words', { spans: ['  '] }, 1],
  ])('loses %s, and they are counted', (_, fields, dropped) =>
    expect(readSelection(choice(fields), SENTENCES)).toMatchObject({ numbers: [1], dropped }),
  );

  test('is found amid prose and code fences; the last one counts', () =>
    expect(
      readSelection(`我想{一下}：${choice({})}\n\`\`\`json\n${choice({ sentences: [2] })}\n\`\`\`完`, SENTENCES),
    ).toMatchObject({
      numbers: [2],
    }));

  test('may be that nothing answers', () =>
    expect(readSelection('{"answered": false, "spans": ["47个"]}', SENTENCES)).toEqual({
      answered: false,
      dropped: 1,
    }));

  test.each(['', '没有答案', '{"answered": "yes"}', choice({ sentences: [7] }), choice({ sentences: [] }), '{{{{}}}}'])(
    'is none in %s',
    (text) => expect(readSelection(text, SENTENCES)).toBeNull(),
  );

  test('never holds words that are not the report’s, whatever a model says', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('47个', '18.6亿元', '6.4%', '47', '个，总投资'),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 4 })), fc.array(words), (sentences, spans) => {
        const selection = readSelection(choice({ sentences, spans }), SENTENCES);
        if (!selection?.answered) return;
        for (const { n, start, end } of selection.spans)
          expect(spans.map((each) => each.trim())).toContain(SENTENCES[n - 1]?.text.slice(start, end));
        for (const n of selection.numbers) expect([1, 2]).toContain(n);
      }),
    );
  });

  test('is read in time, however long a model rambles', () =>
    expect(readSelection('{"a":'.repeat(1_000) + '}'.repeat(200), SENTENCES)).toBeNull());
});
