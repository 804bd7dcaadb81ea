import { expect, test } from 'vitest';
import { ownNames } from '../../src/understand/own-name.ts';
import { understandings } from '../../src/understand/understand.ts';

const SURROUNDINGS = { districts: ['云川省临梧市青石区'], weigh: () => 5, occurs: () => false };
const KNOWN = new Set(['新增', '就业', '新增就业', '老旧', '小区', '财政', '收入', '企业', '入驻']);

const namesIn = (text: string): readonly string[] => {
  const knows = (word: string): boolean => KNOWN.has(word);
  const [understood] = understandings({ text, history: [] }, { ...SURROUNDINGS, knows });
  return ownNames(understood, knows);
};

test.each([
  ['云锦广场入驻了多少家企业？', '云锦广场'],
  ['“石榴街夜市”是怎么回事？', '石榴街夜市'],
  ['梧桐里社区有多少户？', '梧桐里社区'],
])('%s is about %s', (question, name) => expect(namesIn(question)).toContain(name));

test.each(['新增就业多少人？', '老旧小区有多少个？', '青石区云锦广场入驻了多少家企业？'])(
  '%s names a measure, a class of things or a district of its own',
  (question) => expect(namesIn(question)).toEqual([]),
);
