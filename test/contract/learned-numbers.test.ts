// The learned numbers that the package ships: whole, finite, and with their provenance.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { confidenceOf, SIGNAL_NAMES, shippedConfidence } from '../../src/read/confidence.ts';
import { FEATURE_NAMES } from '../../src/read/features.ts';
import { scoreOf, shippedRanking } from '../../src/read/ranking.ts';
import { picker } from '../text/pseudo-random.ts';

const fileOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../src/read/data/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
const finite = (numbers: Readonly<Record<string, number>>): boolean => Object.values(numbers).every(Number.isFinite);
const { named, open } = shippedConfidence();
const { weights } = shippedRanking();

describe('provenance', () => {
  test.each(['ranking', 'confidence'])('%s.json says which script made it, when, and with how many folds', (name) => {
    expect(fileOf(name)['provenance']).toMatchObject({
      by: expect.stringMatching(/^scripts\/dev\/[a-z-]+\.ts$/),
      on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      folds: expect.any(Number),
    });
  });

  test.each(['ranking', 'confidence'])('%s.json says how well it does on what it was not trained on', (name) => {
    const text = JSON.stringify(fileOf(name));
    expect(text).toContain('crossValidated');
    expect(text).toMatch(/"questions":\d+/);
  });

  test('neither names a path of any machine', () => {
    expect(JSON.stringify([fileOf('ranking'), fileOf('confidence')])).not.toMatch(
      /\/(?:home|work|tmp|Users)\b|[A-Z]:\\/,
    );
  });
});

describe('ranking weights', () => {
  test('there is one finite weight for each feature, and none for anything else', () => {
    expect(Object.keys(weights).toSorted()).toEqual([...FEATURE_NAMES].toSorted());
    expect(finite(weights)).toBe(true);
  });

  test.each(['words', 'softWords', 'quoted', 'kindFit', 'passageShare'])('%s speaks for a sentence', (name) => {
    expect(weights[name]).toBeGreaterThan(0);
  });

  test.each(['heading', 'kindMissing'])('%s speaks against one', (name) => {
    expect(weights[name]).toBeLessThan(0);
  });

  test('the score is Σ weight · feature', () => {
    const pick = picker(1);
    const features = Float64Array.from(FEATURE_NAMES, () => pick.below(1000) / 1000);
    const sum = FEATURE_NAMES.reduce((total, name, index) => total + (weights[name] ?? 0) * (features[index] ?? 0), 0);
    expect(scoreOf(features, { weights })).toBeCloseTo(sum, 9);
    expect(scoreOf(new Float64Array(FEATURE_NAMES.length), { weights })).toBe(0);
  });
});

describe.each([
  ['where a district is named', named],
  ['where none is', open],
])('the confidence model %s', (_, model) => {
  test('has one finite weight for each signal, and none for anything else', () => {
    expect(Object.keys(model.weights).toSorted()).toEqual([...SIGNAL_NAMES].toSorted());
    expect([finite(model.weights), Number.isFinite(model.bias)]).toEqual([true, true]);
  });

  test('has a threshold between 0 and 1', () => {
    expect(model.threshold).toBeGreaterThan(0);
    expect(model.threshold).toBeLessThan(1);
  });

  test('is surest of a sentence that holds all and clashes with nothing, and less sure of one that holds nothing', () => {
    const good = new Set([
      'coveredInSentence',
      'coveredInWindow',
      'coveredInPassage',
      'pairsInWindow',
      'kindFit',
      'attained',
      'commonRun',
      'score',
      'titleAsked',
      'titleAttained',
    ]);
    // What kind of question it is and how long speaks neither for nor against a sentence.
    const isOfSentence = (name: string): boolean => name !== 'termCount' && !name.startsWith('asks:');
    const all = Float64Array.from(SIGNAL_NAMES, (name) => Number(good.has(name)));
    const nothing = Float64Array.from(SIGNAL_NAMES, (name) => Number(isOfSentence(name) && !good.has(name)));
    expect(confidenceOf(all, model)).toBeGreaterThan(model.threshold);
    expect(confidenceOf(nothing, model)).toBeLessThan(model.threshold);
  });

  test('gives a number between 0 and 1 for any signals', () => {
    for (let seed = 0; seed < 100; seed++) {
      const pick = picker(seed);
      const confidence = confidenceOf(
        Float64Array.from(SIGNAL_NAMES, () => pick.below(1001) / 1000),
        model,
      );
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    }
  });

  test('rises with what speaks for the sentence: the logistic of bias + Σ weight · signal', () => {
    const signals = new Float64Array(SIGNAL_NAMES.length);
    expect(confidenceOf(signals, model)).toBeCloseTo(1 / (1 + Math.exp(-model.bias)), 12);
    for (const [index, name] of SIGNAL_NAMES.entries()) {
      const one = confidenceOf(
        Float64Array.from(SIGNAL_NAMES, (_name, at) => Number(at === index)),
        model,
      );
      expect(Math.sign(one - confidenceOf(signals, model))).toBe(Math.sign(model.weights[name] ?? 0));
    }
  });
});
