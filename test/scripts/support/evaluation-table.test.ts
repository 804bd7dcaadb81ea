import { describe, expect, test } from 'vitest';
import { drawRun, misses, reliabilityOf, summarise } from '../../../scripts/support/evaluation-table.ts';
import { VERDICTS } from '../fixtures.ts';

describe('the table', () => {
  test('counts shares over all and by kind', () => {
    const { summary, kinds } = summarise(VERDICTS);
    expect(summary).toMatchObject({
      items: 4,
      answer: 1 / 3,
      direct: 1 / 3,
      factoidDirect: 1 / 2,
      verbatim: 1,
      citations: 2,
      refusal: 1,
      headline: 1 / 2,
      misleading: 1 / 2,
      falseRefusal: 1 / 3,
      p50Ms: 2,
    });
    expect(kinds.map(({ kind, n, answer, refusal }) => [kind, n, answer, refusal])).toEqual([
      ['factoid-number', 2, 0.5, null],
      ['list', 1, 0, null],
      ['unanswerable', 1, null, 1],
    ]);
  });

  test('has no share of nothing', () => {
    expect(summarise([]).summary).toMatchObject({ items: 0, answer: null, verbatim: null, p50Ms: null });
  });

  test('draws a line for each kind', () => {
    expect(drawRun(summarise(VERDICTS))).toMatch(/^answer +33\.3 %$/m);
    expect(drawRun(summarise(VERDICTS))).toMatch(/^factoid-number +2 +50\.0 % +50\.0 % +100\.0 % +50\.0 % +–$/m);
  });

  test('compared with a run of before shows the change and which questions were won and lost', () => {
    const better = summarise(
      VERDICTS.map((verdict) => ({
        ...verdict,
        answer: true,
        direct: true,
        grounded: true,
        headline: verdict.headline === null ? null : true,
        refused: !verdict.answerable,
      })),
    );
    const drawn = drawRun(better, summarise(VERDICTS));
    expect(drawn).toMatch(/^answer +100\.0 % \(\+66\.7\)$/m);
    expect(drawn).toMatch(/^won: {2}b c$/m);
    expect(drawRun(summarise(VERDICTS), better)).toMatch(/^lost: b c$/m);
    expect(drawRun(better, better)).toMatch(/^answer +100\.0 % \(=\)$/m);
  });

  test('answers that were right beside how sure they were: ten bins of confidence, empty ones left out', () => {
    const [first] = VERDICTS;
    const held = [0.05, 0.81, 0.85, 0.89, 1].map((confidence) => ({
      ...first,
      answerable: true,
      direct: confidence > 0.82,
      confidence,
    }));
    const bins = reliabilityOf([...held, { ...first, confidence: null }] as typeof VERDICTS);
    expect(bins.map(({ from, n }) => [from, n])).toEqual([
      [0, 1],
      [0.8, 3],
      [0.9, 1],
    ]);
    expect(bins.map(({ right }) => right)).toEqual([0, 2 / 3, 1]);
    expect(bins[1]?.confidence).toBeCloseTo(0.85);
    expect(drawRun(summarise(held as typeof VERDICTS))).toMatch(/^0\.8–0\.9 +3 +85\.0 % +66\.7 %$/m);
  });

  test('a miss is a question that is not right in every column', () => {
    expect(misses(VERDICTS)).toEqual(['b', 'c']);
  });
});
