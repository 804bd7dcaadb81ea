import { describe, expect, test } from 'vitest';
import { findOfficials } from '../../../../src/quiz/generate/statements/officials.ts';
import { sourcesOf } from '../../../../src/quiz/generate/statements/sources.ts';
import type { Item } from '../../../../src/quiz/types.ts';
import { ITEMS, LIBRARY, sourceOf } from '../../made-up-cases.ts';

const asking = (words: string): Item[] => ITEMS.filter(({ question }) => question.includes(words));

describe('officials', () => {
  test('of officials come with their office and district', () => {
    const found = sourcesOf(LIBRARY, null).flatMap((source) =>
      findOfficials(source).map(({ name, office }) => `${office} ${name}`),
    );
    expect(found).toEqual(['柳岸区委书记 陈望舒', '荷园区科技局局长 林一帆', '双塔新区党工委书记 宋清川']);
    expect(asking('柳岸区委书记是谁')).toHaveLength(1);
  });

  test('that may go on with 和 are left out', () => {
    expect(findOfficials(sourceOf('柳岸区委书记宋清和到企业调研。'))).toEqual([]);
  });

  test('of which an office has two are left out', () => {
    expect(findOfficials(sourceOf('柳岸区委书记陈望舒表示赞成。\n柳岸区委书记李建业表示反对。'))).toEqual([]);
  });
});
