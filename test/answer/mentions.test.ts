// What reports mention, over the made-up reports.
import { describe, expect, test } from 'vitest';
import { answered, ask, refused } from '../support/made-up-context.ts';

describe('which districts mention something', () => {
  test.each(['哪些区县提到了古廊桥？', '哪几个区没有提到古廊桥？'])(
    '%s lists those that do and those that do not',
    async (question) => {
      const { short, citations } = answered(await ask(question));
      expect(short).toContain('提到“古廊桥”的有1个区县：云桥县');
      expect(short).toContain('没有提到“古廊桥”的有2个区县：青石区、望洲区');
      expect(citations.every(({ quote }) => quote.includes('古廊桥'))).toBe(true);
    },
  );

  test('those that do not come first where they are asked for', async () => {
    const { short } = answered(await ask('哪些区没有提到夜市？'));
    expect(short.indexOf('没有提到')).toBeLessThan(short.indexOf('；提到'));
    expect(short).toContain('望洲区');
  });

  test('what nobody mentions is refused in so many words', async () => {
    expect(refused(await ask('哪些区提到了马拉松？')).message).toContain('没有提到“马拉松”');
  });
});

describe('whether one district mentions something', () => {
  test('is answered with the sentence', async () => {
    expect(answered(await ask('云桥县有没有提到河长？')).short).toMatch(/^有，提到了：.*河长/);
  });

  test('its silence is of its own reports alone', async () => {
    expect(refused(await ask('望洲区提到河长了吗？')).message).toContain('望洲区的报告没有提到');
  });
});
