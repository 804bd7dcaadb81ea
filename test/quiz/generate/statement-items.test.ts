import { describe, expect, test } from 'vitest';
import { ITEMS } from '../made-up-cases.ts';

describe('right or wrong', () => {
  test('what is wrong differs from the report in one place', () => {
    for (const item of ITEMS) {
      if (item.kind !== 'true-false' || item.correct === 0) continue;
      const said = item.question.replace(/^判断正误：(?:据[^，]*的报告，)?|。$/gu, '');
      expect(item.citation.quote).not.toContain(said);
    }
  });
});
