import { describe, expect, test } from 'vitest';
import { romanisedFinder } from '../../../src/lexicon/places/district-romanised.ts';

const KNOWN = ['河南省焦作市山阳区', '河南省三门峡市三门峡经济开发区', '陕西省西安市长安区'];
const find = (text: string): string[] =>
  romanisedFinder(KNOWN)(text).map(
    ({ start, end, fullName, indexed, how }) => `${text.slice(start, end)} ${fullName} ${indexed ? how : 'foreign'}`,
  );

describe('romanised names', () => {
  test.each([
    ['Who leads Shanyang District?', 'Shanyang District 河南省焦作市山阳区 romanised'],
    ['SHANYANG', 'SHANYANG 河南省焦作市山阳区 romanised'],
    ['Shan Yang district', 'Shan Yang district 河南省焦作市山阳区 romanised'],
    ["in Chang'an", "Chang'an 陕西省西安市长安区 romanised"],
    ['in Jiaozuo City', 'Jiaozuo City 河南省焦作市山阳区 containing'],
    ['of Haidian District', 'Haidian District 北京市海淀区 foreign'],
    ['of Chaoyang District', 'Chaoyang District 朝阳区 foreign'],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual([expected]);
  });

  test('the word behind a name chooses among those of one sound', () => {
    const both = romanisedFinder(['陕西省商洛市山阳县', '河南省焦作市山阳区']);
    expect(both('Shanyang County').map(({ fullName }) => fullName)).toEqual(['陕西省商洛市山阳县']);
    expect(both('Shanyang District').map(({ fullName }) => fullName)).toEqual(['河南省焦作市山阳区']);
    expect(both('Shanyang')).toHaveLength(2);
  });

  test('a zone is found with and without its kind', () => {
    expect(find('the Sanmenxia Economic Development Zone')).toContain(
      'Sanmenxia Economic Development Zone 河南省三门峡市三门峡经济开发区 romanised',
    );
  });

  test.each(['Which district is it?', 'each district', 'an unknown county', 'shanyangs', 'GDP', '山阳区', ''])(
    '%s names none',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );
});
