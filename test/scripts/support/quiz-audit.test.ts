import { describe, expect, test } from 'vitest';
import { auditItems, chiSquareTail } from '../../../scripts/support/quiz-audit.ts';
import { itemJson } from '../../../scripts/support/wire.ts';
import type {
  FillInItem,
  Item,
  ItemId,
  OrderItem,
  SeveralItem,
  ShortAnswerItem,
  SingleItem,
} from '../../../src/quiz/types.ts';
import { ITEMS, LIBRARY } from '../../quiz/made-up-cases.ts';

interface ByKind {
  single: SingleItem;
  'true-false': SingleItem;
  several: SeveralItem;
  order: OrderItem;
  'fill-in': FillInItem;
  'short-answer': ShortAnswerItem;
}

/** The first item of a kind. */
function ofKind<Kind extends keyof ByKind>(kind: Kind): ByKind[Kind] {
  const found = ITEMS.find((item) => item.kind === kind && item.subject !== 'not-one-of');
  if (!found) throw new Error(`no ${kind}`);
  return found as ByKind[Kind];
}

const faultsOf = (item: Item): readonly string[] => auditItems([item], LIBRARY).faults;

describe('an audit', () => {
  test('finds what is broken', () => {
    const single = ofKind('single');
    const key = single.options[single.correct] ?? '';
    const places = single.options.map((_, index) => index);
    const wrong = places.find((index) => index !== single.correct) ?? 0;
    expect(faultsOf(single)).toEqual([]);
    expect(faultsOf({ ...single, correct: wrong }).join()).toMatch(/key-not-in-quote.*distractor-in-quote/u);
    expect(faultsOf({ ...single, question: `${single.question}${key}` }).join()).toContain('key-in-question');
    expect(faultsOf({ ...single, question: '长'.repeat(301) }).join()).toContain('question-length');
    expect(faultsOf({ ...single, explanation: 'a\nb\nc\nd' }).join()).toContain('explanation-lines');
    expect(faultsOf({ ...single, options: single.options.map(() => key) }).join()).toContain('options-equal');
    expect(faultsOf({ ...single, options: [...single.options.slice(0, -1), '7公里'] }).join()).toContain(
      'units-differ',
    );
    expect(faultsOf({ ...single, citation: { ...single.citation, start: 0 } }).join()).toContain('no slice');
  });

  test('finds two items with one id', () => {
    const [first] = ITEMS;
    if (!first) throw new Error('no items');
    expect(auditItems([first, { ...first, id: first.id as ItemId }], LIBRARY).faults.join()).toContain('2 items');
  });

  test('finds keys that always stand in one place', () => {
    const crooked = Array.from({ length: 80 }, () => ({ ...ofKind('single'), correct: 0 }));
    expect(auditItems(crooked, LIBRARY).positionChance).toBeLessThan(0.01);
    expect(auditItems(ITEMS, LIBRARY).positionChance).toBeGreaterThan(0.01);
  });
});

describe('the tail of χ²', () => {
  test.each([
    [3.841, 1, 0.05],
    [7.815, 3, 0.05],
    [11.345, 3, 0.01],
    [2.366, 3, 0.5],
  ])('of %f with %i degrees of freedom is %f', (value, freedom, tail) => {
    expect(chiSquareTail(value, freedom)).toBeCloseTo(tail, 2);
  });
});

describe('an item as the contract prints it', () => {
  test.each(['single', 'true-false', 'several', 'order', 'fill-in', 'short-answer'] as const)('%s', (kind) => {
    const item = ofKind(kind);
    const printed = JSON.parse(JSON.stringify(itemJson(item))) as Record<string, unknown>;
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining([
        'id',
        'kind',
        'question',
        'options',
        'correct',
        'explanation',
        'citation',
        'district',
        'topic',
      ]),
    );
    expect(printed).toMatchObject({ id: item.id, kind, question: item.question });
    expect(printed['citation']).toMatchObject({
      n: 1,
      document: { id: item.citation.report.id },
      quote: item.citation.quote,
    });
  });

  test('says what is right as its kind needs it', () => {
    expect(itemJson(ofKind('single'))).toMatchObject({ correct: ofKind('single').correct });
    expect(itemJson(ofKind('fill-in'))).toMatchObject({ options: [], accepted: ofKind('fill-in').accepted });
    expect(itemJson(ofKind('short-answer'))).toMatchObject({
      correct: ofKind('short-answer').keyPoints.map(({ text }) => text),
    });
  });
});
