import { describe, expect, test } from 'vitest';
import { documentLibrary } from '../../../../src/ingest/documents.ts';
import { sourcesOf } from '../../../../src/quiz/generate/statements/sources.ts';
import { stateAround } from '../../../../src/quiz/generate/statements/statement.ts';
import type { ReportId } from '../../../../src/types.ts';
import { sourceOf } from '../../made-up-cases.ts';

/** The statement round some words of the last line of a text that holds them; null: none can be made. */
function statementOf(words: string, text: string, options = {}): string | null {
  const source = sourceOf(text);
  const line = source.lines.findLast(({ plain }) => plain.includes(words));
  if (!line) throw new Error(`no line with ${words}`);
  const start = line.plain.indexOf(words);
  const statement = stateAround({ start, end: start + words.length }, { line, source }, options);
  if (statement) expect(statement.text.slice(statement.target.start, statement.target.end)).toBe(words);
  return statement?.text ?? null;
}

describe('a statement that stands alone', () => {
  test('keeps a sentence that names district and year as it is', () => {
    expect(statementOf('36个', '2029年，柳岸区建成口袋公园36个。')).toBe('2029年，柳岸区建成口袋公园36个');
  });

  test('puts the name for 该区 and 全区', () => {
    expect(statementOf('36个', '2029年，该区建成口袋公园36个。')).toBe('2029年，柳岸区建成口袋公园36个');
    expect(statementOf('36个', '2029年，全区建成口袋公园36个。')).toBe('2029年，柳岸区建成口袋公园36个');
  });

  test('makes relative dates absolute', () => {
    expect(statementOf('36个', '去年，柳岸区建成口袋公园36个。')).toBe('2029年，柳岸区建成口袋公园36个');
  });

  test('names the year of the report where the sentence names none', () => {
    expect(statementOf('36个', '柳岸区建成了口袋公园36个。')).toBe('据2030年的报告，柳岸区建成了口袋公园36个');
  });

  test('names a left-out district before the verb', () => {
    expect(statementOf('36个', '柳岸区重视绿化。\n建成沿河口袋公园36个。')).toBe(
      '据2030年的报告，柳岸区建成沿河口袋公园36个',
    );
  });

  test('says whose report it is where a figure of the statistics names nobody', () => {
    expect(statementOf('36.5%', '柳岸区重视绿化。\n森林覆盖率达到36.5%。')).toBe(
      '据2030年柳岸区的报告，森林覆盖率达到36.5%',
    );
  });

  test.each([
    ['36个', '滨河大道沿线有口袋公园36个。'],
    ['600张', '新院区设置床位600张。'],
    ['5.2%', '梧桐产业园带动增收，牧业产值增长5.2%。'],
  ])('is not made where %s is of a part of the district or of somebody in it', (figure, told) => {
    expect(statementOf(figure, `柳岸区重视绿化。\n${told}`)).toBeNull();
  });

  test('dates what holds on the day of writing by the month of the report', () => {
    expect(statementOf('36个', '截至目前，柳岸区已建成口袋公园36个。')).toBe('截至2030年5月，柳岸区已建成口袋公园36个');
    expect(statementOf('36个', '目前，柳岸区兴起夜市，已建成口袋公园36个。')).toBe(
      '截至2030年5月，柳岸区兴起夜市，已建成口袋公园36个',
    );
  });

  test('is not made of a line under a dateline', () => {
    const told = '2030年7月19日，清河报道：柳岸区新增口袋公园36个。';
    expect(statementOf('36个', told)).toBeNull();
  });

  test('is not made where a firm may be the one who acts', () => {
    expect(statementOf('36个', '云锦公司重视绿化。\n建成沿河口袋公园36个。')).toBeNull();
  });

  test('takes over the date of a sentence that goes on', () => {
    const text = '截至2030年3月底，柳岸区登记企业2140家；\n注册商标总数达到860件。';
    expect(statementOf('860件', text)).toContain('截至2030年3月底，');
    const half = '2028年，柳岸区登记企业2140家；\n注册商标总数达到860件。';
    expect(statementOf('860件', half)).toContain('2028年，');
  });

  test('takes over no date of a sentence that has ended', () => {
    const text = '2028年6月，柳岸区举办了一次花展。\n柳岸区注册商标总数达到860件。';
    expect(statementOf('860件', text)).toBe('据2030年的报告，柳岸区注册商标总数达到860件');
  });

  test('takes over the date that its own sentence begins with', () => {
    const text = '2028年，柳岸区整治背街小巷34条，新增路侧公共停车泊位总计1200个。';
    expect(statementOf('1200个', text)).toBe('2028年，柳岸区新增路侧公共停车泊位总计1200个');
  });

  test('is not made where no date is known', () => {
    const [source] = sourcesOf(
      documentLibrary([
        {
          id: 'x' as ReportId,
          path: 'x.txt',
          text: '柳岸区建成沿河口袋公园36个。',
          given: { title: '近况', district: '柳岸区' },
        },
      ]),
      null,
    );
    const [line] = source?.lines ?? [];
    expect(source?.year).toBeNull();
    expect(source && line && stateAround({ start: 11, end: 14 }, { line, source })).toBeNull();
  });

  test('is dated by the year that its section looks back on', () => {
    const text = '报告\n\n一、2027年工作回顾\n柳岸区注册商标总数达到860件。';
    expect(statementOf('860件', text)).toBe('2027年，柳岸区注册商标总数达到860件');
  });

  test('leaves out the clauses before one that the district goes on with', () => {
    const text = '2029年，柳岸区引进外来项目34个，盘活低效闲置的工业厂房12万平方米。';
    expect(statementOf('12万平方米', text)).toBe('2029年，柳岸区盘活低效闲置的工业厂房12万平方米');
  });

  test('keeps the clause that a share is a share of', () => {
    const text = '2029年，柳岸区引进项目34个，占全市的18%。';
    expect(statementOf('18%', text)).toContain('引进项目34个，占全市的18%');
  });

  test('is not made of words that point elsewhere', () => {
    for (const text of [
      '此举让柳岸区建成公园36个。',
      '柳岸区的这些做法涉及公园36个。',
      '他说，柳岸区建成公园36个。',
      '柳岸区建成公园36个了吗？',
      '项目建成后，柳岸区将有公园36个。',
    ]) {
      expect(statementOf('36个', text), text).toBeNull();
    }
  });

  test('is not made of a sentence that is too long to read at a glance', () => {
    const long = `${'道路两侧的商铺门头和建筑外墙得到整体提升改造'.repeat(5)}涉及公园36个`;
    expect(statementOf('36个', `2029年，柳岸区的${long}。`)).toBeNull();
    expect(statementOf('36个', `2029年，柳岸区的${long}。`, { maxCharacters: 300 })).toContain('公园36个');
  });

  test('writes Chinese marks', () => {
    expect(statementOf('36个', '2029年,柳岸区(含新城)建成口袋公园36个。')).toBe(
      '2029年，柳岸区（含新城）建成口袋公园36个',
    );
  });
});
