import { describe, expect, test } from 'vitest';
import { unsupported, verify } from '../../../src/answer/verify/verify.ts';
import type { Answered, Citation } from '../../../src/types.ts';
import { answered, ask } from '../../support/made-up-context.ts';
import { REPORTS } from '../../support/made-up-reports.ts';

const EVIDENCE = '2021年，青石区引进亿元以上项目36个，总投资182.5亿元，同比增长8.4%，由区发展和改革局局长陆明川牵头。';

describe('what the evidence does not say', () => {
  test.each([
    ['a figure', '引进项目37个', '37个'],
    ['the same number in another unit', '引进项目36家', '36家'],
    ['a figure of another size', '总投资182.5万元', '182.5万元'],
    ['a percentage', '增长8.5%', '8.5%'],
    ['a year', '2019年引进项目36个', '2019年'],
    ['a person', '由局长方知夏牵头', '方知夏'],
    ['a direction turned round', '总投资下降8.4%', '增/降'],
  ])('%s is found', (_, text, fault) => {
    expect(unsupported(text, EVIDENCE)).toContain(fault);
  });
});

describe('a value that stands in the evidence only as a part of another', () => {
  test.each([
    ['引进247个项目', '引进1,247个项目', '247个'],
    ['建成三个公园', '建成十三个公园', '三个'],
    ['服务百家企业', '服务两百家企业', '百家'],
    ['1月开工', '11月开工', '1月'],
    ['3日开工', '13日开工', '3日'],
    ['由局长李明牵头', '由局长李明月牵头', '李明'],
    ['增幅5%', '增幅-5%', '5%'],
    ['增幅5%', '增幅负5%', '5%'],
    ['占比提高5个', '占比提高5个百分点', '5个'],
  ])('%s is not supported by %s', (text, evidence, fault) => {
    expect(unsupported(text, evidence)).toContain(fault);
    expect(unsupported(evidence, evidence)).toEqual([]);
  });
});

describe('a month or a day', () => {
  test.each(['3日开工', '4月开工', '5号开工'])('of %s is a fault where the evidence names none', (text) => {
    expect(unsupported(text, '项目开工')).toEqual([text.slice(0, 2)]);
  });

  test.each([
    '积极引入第三方企业，对11万户企业比对',
    '根据条例第一百二十二条处罚，共处罚5.5万元',
    '长江源第一户牧民和联户长组成5支队伍',
  ])('what is a part of a longer word in the answer too is no value: %s', (text) => {
    expect(unsupported(text, text)).toEqual([]);
  });

  test('a part of a longer word is none where the answer makes it a value', () =>
    expect(unsupported('三方企业', '积极引入第三方企业')).toContain('三方'));

  test('is none where the evidence names it', () => {
    expect(unsupported('3日开工', '4月3日开工')).toEqual([]);
  });
});

describe('the direction of a change', () => {
  const BOTH = '收入增长5%，支出下降3%。';

  test.each(['支出增长3%', '收入下降5%'])('%s is turned round where the clause says otherwise', (text) => {
    expect(unsupported(text, BOTH)).toContain('增/降');
  });

  test.each(['支出下降3%', '收入增长5%', BOTH])('%s is as the clause says', (text) => {
    expect(unsupported(text, BOTH)).toEqual([]);
  });

  test.each([
    ['森林面积扩大，产值增长', '工业能耗下降3%。'],
    ['产值下降', '工业能耗上升。'],
  ])('%s is turned round where nothing of the kind is said and all else goes the other way', (text, evidence) => {
    expect(unsupported(text, evidence)).toContain('增/降');
  });
});

describe('what the evidence says', () => {
  test.each([
    '引进亿元以上项目36个',
    '引进亿元以上项目３６个',
    '总投资182.5亿元，同比增长8.4%',
    '总投资1825000万元',
    '2021年引进项目36个',
    '陆明川牵头',
    '青石区推进项目建设',
    '',
  ])('%j passes', (text) => {
    expect(unsupported(text, EVIDENCE)).toEqual([]);
  });

  test('every sentence of a report is supported by itself', () => {
    const sentences = REPORTS.flatMap(({ text }) => text.split('\n'));
    expect(sentences.filter((sentence) => unsupported(sentence, sentence).length > 0)).toEqual([]);
  });

  test('more evidence never takes support away from a figure', () => {
    for (const { text } of REPORTS) expect(unsupported('引进亿元以上项目36个', `${EVIDENCE}\n${text}`)).toEqual([]);
  });
});

describe('a whole answer', () => {
  const changed = async (change: (answer: Answered) => Answered): Promise<readonly string[]> =>
    verify(change(answered(await ask('青石区2021年引进了多少个亿元以上项目？'))));

  test('as it was made it has no fault', async () => {
    expect(await changed((answer) => answer)).toEqual([]);
  });

  test('a figure changed in the direct answer is found', async () => {
    expect(await changed((answer) => ({ ...answer, short: '63个（引进亿元以上项目63个）' }))).toContain('63个');
  });

  test('a figure changed in a claim is found', async () => {
    expect(await changed((answer) => ({ ...answer, claims: [{ text: '引进项目63个。', citations: [1] }] }))).toContain(
      '63个',
    );
  });

  test('a claim must stand in its own citation, not in just any', async () => {
    const other: Omit<Citation, 'n'> = answered(await ask('云桥县的森林覆盖率是多少？')).citations[0];
    const faults = await changed((answer) => ({
      ...answer,
      claims: [{ text: '引进亿元以上项目36个。', citations: [2] }],
      citations: [answer.citations[0], { ...other, n: 2 }],
    }));
    expect(faults).toContain('36个');
  });
});

describe('what carries a claim', () => {
  const base = async (): Promise<Answered> => answered(await ask('青石区2021年引进了多少个亿元以上项目？'));
  const faultsOf = async (text: string, fields: Partial<Citation>): Promise<readonly string[]> => {
    const answer = await base();
    const citation = { ...answer.citations[0], ...fields };
    return verify({ ...answer, short: '', claims: [{ text, citations: [1] }], citations: [citation] });
  };

  test.each([
    ['its quote', { quote: '建成公园12处' }],
    ['how the quote is read', { quote: '建成公園', reading: '建成公园12处' }],
    ['the headings above it', { quote: '建成公园', heading: ['成果', '公园12处'] }],
  ])('%s', async (_, fields) => {
    expect(await faultsOf('建成公园12处', fields)).toEqual([]);
    expect(await faultsOf('建成公园13处', fields)).toEqual(['13处']);
  });

  test('is each of its parts, not what they would say if they were one text', async () => {
    expect(await faultsOf('建成公园12处', { quote: '建成公园1', heading: ['2处'] })).toEqual(['12处']);
    expect(await faultsOf('建成公园12处', { quote: '建成公园', heading: ['1', '2处'] })).toEqual(['12处']);
  });

  test('is its own citations, not the others; the direct answer may stand on all', async () => {
    const answer = await base();
    const [first] = answer.citations;
    const citations = [
      { ...first, n: 1, quote: '建成公园12处', heading: [] },
      { ...first, n: 2, quote: '建成学校7所', heading: [] },
    ] as const;
    const claim = (text: string, ...numbers: [number, ...number[]]) => ({ text, citations: numbers });
    const faults = (short: string, text: string, ...numbers: [number, ...number[]]): readonly string[] =>
      verify({ ...answer, short, citations, claims: [claim(text, ...numbers)] });
    expect(faults('公园12处，学校7所', '建成公园12处', 1)).toEqual([]);
    expect(faults('', '建成公园12处', 2)).toEqual(['12处']);
    expect(faults('', '公园12处，学校7所', 1, 2)).toEqual([]);
    expect(faults('学校8所', '建成公园12处', 1)).toEqual(['8所']);
  });

  test('all faults are told, of every kind', () => {
    expect(unsupported('2019年由局长方知夏引进37个，下降', EVIDENCE)).toEqual(['37个', '2019年', '方知夏', '增/降']);
  });

  test('a period that lies within or around one of the evidence passes', () => {
    expect(unsupported('2021年开工', '2021年5月开工')).toEqual([]);
    expect(unsupported('2022年开工', '2021年5月开工')).toEqual(['2022年']);
  });

  test('a negative figure is carried by the same negative one, however written', () => {
    expect(unsupported('增速-5%', '增速负5%')).toEqual([]);
    expect(unsupported('增速5%', '增速百分之五')).toEqual([]);
  });
});

test('one of several periods of the evidence is enough', () => {
  expect(unsupported('2021年投产', '2020年开工，二〇二一年投产')).toEqual([]);
  expect(unsupported('2022年投产', '2020年开工，二〇二一年投产')).toEqual(['2022年']);
});

test('a minus is part of a figure, in the answer as in the evidence', () => {
  expect(unsupported('增速-5%', '增速5%')).toEqual(['-5%']);
  expect(unsupported('增速5%', '增速-5%')).toEqual(['5%']);
  expect(unsupported('增速-5%', '增速-5%')).toEqual([]);
});
