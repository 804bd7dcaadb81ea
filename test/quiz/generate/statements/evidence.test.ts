import { describe, expect, test } from 'vitest';
import { evidenceFrom } from '../../../../src/quiz/generate/statements/evidence.ts';
import { sourceOf } from '../../made-up-cases.ts';

describe('evidence of several lines', () => {
  const source = sourceOf('柳岸区新建公园。\n公园都很小。\n公园很多。');

  test('runs from the first to the last', () => {
    const evidence = evidenceFrom(source.lines, source);
    expect(evidence).toMatchObject({ start: source.lines[0]?.sentence.start, end: source.lines[2]?.sentence.end });
    expect(evidence?.read).toBe('柳岸区新建公园。公园都很小。公园很多。');
  });

  test('of no lines is none', () => {
    expect(evidenceFrom([], source)).toBeNull();
  });
});
