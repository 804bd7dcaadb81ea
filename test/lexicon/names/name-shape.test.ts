import { describe, expect, test } from 'vitest';
import { isMark, nameAt, wordText } from '../../../src/lexicon/names/name-shape.ts';

const shapeOf = (text: string, start = 0) => nameAt(wordText(text), start);

describe('nameAt', () => {
  test.each([
    ['林晓棠说', 3, 'saying'],
    ['林晓棠表示', 3, 'stating'],
    ['林晓棠，', 3, 'mark'],
    ['林晓棠', 3, 'mark'],
    ['林晓棠率队', 3, 'word'],
    ['林晓棠说明来意', 3, 'word'],
    ['林晓棠17日率队', 3, 'word'],
    ['林晓棠牵手邻居', 3, 'open'],
    ['欧阳若水说', 4, 'saying'],
    ['欧阳青说', 3, 'saying'],
    ['何苗说', 2, 'saying'],
  ])('%s: the name has %i characters and its end is: %s', (text, end, ending) => {
    expect(shapeOf(text)).toMatchObject({ start: 0, end, ending });
  });

  test('starts where it is told to', () => {
    expect(shapeOf('局长何苗说', 2)).toMatchObject({ start: 2, end: 4 });
  });

  test('marks what could be an ordinary word', () => {
    expect(shapeOf('文静说')?.isWord).toBe(true);
    expect(shapeOf('林晓棠说')?.isWord).toBe(false);
  });

  test.each(['花园', '的', '高质量', '金融说', '李·', '李a说', '', '王的说'])(
    'is null where nothing has the form of a name: %s',
    (text) => {
      expect(shapeOf(text)).toBeNull();
    },
  );
});

test('isMark is true before marks, white space and both ends, and nowhere else', () => {
  expect([-1, 0, 1, 2, 3, 4, 5].map((at) => isMark('王，a 3', at))).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
    true,
  ]);
});
