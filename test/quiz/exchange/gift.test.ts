import { expect, test } from 'vitest';
import { fromGift, toGift } from '../../../src/quiz/exchange/gift.ts';
import { textOfItem } from '../../../src/quiz/exchange/item-text.ts';
import { fillIn, single } from '../made-up-items.ts';

test('what other programs write is read: answers with feedback, comments, categories, true and false', () => {
  const gift = `$CATEGORY: 柳溪区

// a comment
::公园:: 柳溪区有几处公园？ {=12处#对 ~10处#不对 ~15处}

柳溪区有公园。{T}

柳溪区推行 {=五改 =5改} 工作。

只是一段说明。
`;
  expect(fromGift(gift)).toMatchObject([
    {
      kind: 'single',
      topic: '公园',
      question: '柳溪区有几处公园？',
      options: ['12处', '10处', '15处'],
      right: ['12处'],
    },
    { kind: 'true-false', right: ['正确'] },
    { kind: 'fill-in', question: '柳溪区推行____工作。', right: ['五改', '5改'] },
  ]);
});

test('signs of the format are escaped', () => {
  const text = toGift([textOfItem(single(1, { question: 'a=b{c}~d#e:f\\g' }))]);
  expect(text).toContain('a\\=b\\{c\\}\\~d\\#e\\:f\\\\g');
  expect(fromGift(text)[0]?.question).toBe('a=b{c}~d#e:f\\g');
});

test('a blank keeps its place', () => {
  const [back] = fromGift(toGift([textOfItem(fillIn(1, { question: '新建公园____处。' }))]));
  expect(back?.question).toBe('新建公园____处。');
});
