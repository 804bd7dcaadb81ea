import { describe, expect, test } from 'vitest';
import { poolsOf } from '../../../src/quiz/generate/pools.ts';
import { sourcesOf } from '../../../src/quiz/generate/statements/sources.ts';
import { ITEMS, LIBRARY } from '../made-up-cases.ts';

describe('coverage', () => {
  test('every named initiative is asked about', () => {
    const shown = JSON.stringify(ITEMS);
    for (const { name } of poolsOf(sourcesOf(LIBRARY, null)).initiatives) expect(shown).toContain(name);
  });
});
