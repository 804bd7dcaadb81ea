import { expect, test } from 'vitest';
import { nameOf } from '../../../src/answer/cells/row.ts';

test('a district whose name others bear too is called with its city', () => {
  expect(nameOf('江苏省徐州市鼓楼区')).toBe('徐州市鼓楼区');
  expect(nameOf('江苏省徐州市泉山区')).toBe('泉山区');
  expect(nameOf('北京市朝阳区')).toBe('北京市朝阳区');
  expect(nameOf('北京市海淀区')).toBe('海淀区');
});
