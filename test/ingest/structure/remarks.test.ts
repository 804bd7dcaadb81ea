import { describe, expect, test } from 'vitest';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import { madeUpReport } from '../made-up.ts';

const FIRST = '云溪区坚持把公园建到群众家门口，一年新建口袋公园十二个。';
const SECOND = '老旧小区改造惠及居民两万多人，满意度位居全市第二。';
const THIRD = '下一步，还要把机关大院向群众开放，让大家推窗见绿。';

function structure(text: string, title = '云溪区：小城大爱') {
  return structureReport(madeUpReport(text, { title }));
}

function furniture(text: string): string[] {
  return structure(text).passages.flatMap(({ sentences }) =>
    sentences.filter(({ role }) => role === 'boilerplate').map(({ read }) => read),
  );
}

describe('an abstract', () => {
  test('that repeats the body is page furniture, and it is told', () => {
    const text = `摘要：${FIRST}${SECOND}\n${FIRST}${SECOND}${THIRD}`;
    expect(furniture(text)).toEqual([`摘要：${FIRST}`, SECOND]);
    expect(structure(text).notes.remarks).toEqual(['its abstract repeats the body and is page furniture']);
  });

  test.each([
    ['says something of its own', `摘要：${FIRST}${SECOND}\n${THIRD}${THIRD}`],
    ['does not call itself one', `${FIRST}${SECOND}\n${FIRST}${SECOND}${THIRD}`],
  ])('that %s stays', (_, text) => {
    expect(furniture(text)).toEqual([]);
  });
});

describe('a caption', () => {
  test('that stands there three times or more is read once', () => {
    const caption = '云溪公园一角，居民在散步';
    const text = [FIRST, caption, SECOND, caption, THIRD, caption, FIRST, caption].join('\n');
    expect(furniture(text)).toEqual([caption, caption, caption]);
    expect(structure(text).notes.remarks).toEqual(['3 repeated lines (captions) are page furniture']);
  });

  test('that stands there twice stays', () => {
    expect(furniture([FIRST, '公园一角', SECOND, '公园一角', THIRD].join('\n'))).toEqual([]);
  });
});

describe('a title', () => {
  const speech = '2021年新建公园12个。2021年改造小区31个。2021年引进企业23家。';

  test('that names another year than its text is told', () => {
    expect(structure(speech, '云溪区2023年工作报告').notes.remarks).toEqual([
      'its title names 2023, its text speaks of 2021: check which is right',
    ]);
  });

  test.each([
    ['whose year is in the text', `${speech}2023年再建公园8个。`, '云溪区2023年工作报告'],
    ['without a year', speech, '云溪区工作报告'],
    ['of a text that plans ahead', '到2035年建成。到2035年全面建成。到2035年实现目标。', '云溪区2023年规划'],
    ['of a text that names no year often', '2021年新建公园12个。', '云溪区2023年工作报告'],
  ])('%s is not', (_, text, title) => {
    expect(structure(text, title).notes.remarks).toEqual([]);
  });
});

test('a glossary at the end is told, each entry under its heading', () => {
  const text = `${FIRST}\n${SECOND}\n名词解释\n1.口袋公园：面积小、离家近的公园，一般不到一公顷。\n2.一网通办：一个网上窗口办完所有事项的服务方式。`;
  const { passages, notes } = structure(text);
  expect(notes.remarks).toEqual(['it ends with a glossary']);
  expect(passages.at(-1)?.heading).toEqual(['名词解释']);
});
