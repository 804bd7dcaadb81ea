// Characters without a shape: which go, and which stay.
import { expect, test } from 'vitest';
import { misleadingCount, visibleText } from '../../src/text/visible.ts';

test('white space, marks above letters and pictures stay; what has no shape goes', () => {
  expect(visibleText('柳溪区\t新建\r\n 12 处\u3000公园é👍🏽\f')).toBe('柳溪区\t新建\r\n 12 处\u3000公园é👍🏽\f');
  expect(visibleText('\ufeff新\u200b建\u202e12\u2066处\u00ad公\u001b[31m园\u0000\u009b\ud800')).toBe(
    '新建12处公[31m园',
  );
});

test('what turns a line around or hides words is counted, a soft hyphen is not', () =>
  expect(misleadingCount('新\u00ad建\u200b\u202e12\u2066处\u{e0041}')).toBe(3));
