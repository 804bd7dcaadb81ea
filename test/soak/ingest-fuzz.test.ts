import { describe, expect, test } from 'vitest';
import { TRICK_COUNT } from '../ingest/mutations.ts';
import { survive } from '../ingest/survival.ts';

// Files by the hundred here; by the thousand and at full size: npm run fuzz
const SCALE = 0.03;

describe('broken files', () => {
  test.each([
    ['the tricks that bring programs down', 0, TRICK_COUNT],
    ['files cut off, turned over and misnamed', TRICK_COUNT, TRICK_COUNT + 300],
  ])(
    '%s are each a report or left out with a reason',
    (_, from, to) => {
      const { files, reports, skipped, lost, broken } = survive(from, to, { scale: SCALE, nowMs: () => 0 });
      expect(files).toBe(to - from);
      expect(lost).toEqual([]);
      expect(broken).toEqual([]);
      expect(reports).toBeGreaterThan(20);
      expect(Object.keys(skipped).length).toBeGreaterThan(2);
    },
    120_000,
  );
});
