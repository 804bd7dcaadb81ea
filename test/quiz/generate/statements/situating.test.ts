import { describe, expect, test } from 'vitest';
import { periodFor } from '../../../../src/quiz/generate/statements/situating.ts';
import { sourceOf } from '../../made-up-cases.ts';

/** The words that date the last line of a text, from which some words before were cut off. */
function dated(text: string, dropped = ''): string | null {
  const source = sourceOf(text);
  const line = source.lines.at(-1);
  if (!line) throw new Error('no lines');
  return periodFor(line.plain, dropped, { line, source });
}

describe('a statement is dated', () => {
  test('by nothing more where it names a year', () => {
    expect(dated('2028年，柳岸区建成公园。')).toBe('');
  });

  test('by the date at the head of what was cut off', () => {
    expect(dated('建成公园。', '2028年，引进项目34个，')).toBe('2028年，');
    expect(dated('建成公园。', '去年，引进项目34个，')).toBe('2029年，');
    expect(dated('建成公园。', '2026年以来，引进项目34个，')).toBe('2026年以来，');
  });

  test('by a date that stands alone right before it', () => {
    expect(dated('建成公园。', '实行登记制度，去年，')).toBe('2029年，');
  });

  test('not by a date in the middle of what was cut off', () => {
    expect(dated('建成公园。', '改革自2028年启动，引进项目，')).toBe('据2030年的报告，');
    expect(dated('建成公园。', '在2028年全市评比中，引进项目，')).toBe('据2030年的报告，');
  });

  test('by the year of the report where nothing dates it', () => {
    expect(dated('柳岸区建成公园。')).toBe('据2030年的报告，');
  });

  test('by 截至 of a sentence before it in the passage', () => {
    expect(dated('截至2030年3月底，企业增加。\n商标总数增加。')).toBe('截至2030年3月底，');
  });
});
