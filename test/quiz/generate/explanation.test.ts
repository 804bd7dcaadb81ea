import { describe, expect, test } from 'vitest';
import { explanationOf, topicOf } from '../../../src/quiz/generate/item-of.ts';
import { evidenceFrom, evidenceOf } from '../../../src/quiz/generate/statements/evidence.ts';
import { ITEMS, sourceOf } from '../made-up-cases.ts';

const [item] = ITEMS;
if (!item) throw new Error('no items');
const { citation } = item;

describe('an explanation', () => {
  test('shows the key in the words of the report, and the report', () => {
    expect(explanationOf(citation, '34个')).toMatch(/^原文：.*34个.*——《柳岸区：老厂区里长出新街区》$/u);
  });

  test('stays within the limit however long the quote is, and still shows the key', () => {
    const quote = `${'前'.repeat(500)}34个${'后'.repeat(500)}`;
    const explanation = explanationOf({ ...citation, quote, reading: null }, '34个');
    expect(explanation.length).toBeLessThanOrEqual(200);
    expect(explanation).toContain('34个');
    expect(explanation).toMatch(/^原文：…前.*后…——/u);
  });

  test('stays within the limit however long the title is', () => {
    const report = { ...citation.report, title: '题'.repeat(300) };
    expect(explanationOf({ ...citation, report }, '34个').length).toBeLessThanOrEqual(200);
  });

  test('is one line', () => {
    expect(explanationOf({ ...citation, quote: '一行\n两行\n三行', reading: null }, '一行')).not.toContain('\n');
  });
});

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

describe('the topic of an item', () => {
  const evidenceIn = (text: string) => {
    const source = sourceOf(text);
    const line = source.lines.at(-1);
    if (!line) throw new Error('no line');
    return evidenceOf(line, source);
  };

  test('is one of the lexicon where the words tell of it', () => {
    expect(topicOf(evidenceIn('近况\n\n柳岸区优化营商环境，推行政务服务一窗受理。'))).toBe('营商环境');
  });

  test('is else the heading without its number, or the title', () => {
    expect(topicOf({ ...evidenceIn('近况\n\n柳岸区天气晴朗。'), heading: ['一、天上的事'] })).toBe('天上的事');
    expect(topicOf({ ...evidenceIn('近况\n\n柳岸区天气晴朗。'), heading: [] })).toBe('近况');
  });
});
