import { describe, expect, test } from 'vitest';
import { stateAround } from '../../src/quiz/statement.ts';
import { sourceOf } from './made-up-cases.ts';

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

  test('says whose report it is where something else is the subject', () => {
    expect(statementOf('36个', '柳岸区重视绿化。\n滨河大道沿线有口袋公园36个。')).toBe(
      '据2030年柳岸区的报告，滨河大道沿线有口袋公园36个',
    );
  });

  test('is not made where a firm may be the one who acts', () => {
    expect(statementOf('36个', '云锦公司重视绿化。\n建成沿河口袋公园36个。')).toBeNull();
  });

  test('takes over the date of a sentence that goes on', () => {
    const text = '截至2030年3月底，柳岸区登记企业2140家；\n注册商标总数达到860件。';
    expect(statementOf('860件', text)).toContain('截至2030年3月底，');
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
    expect(statementOf('36个', `2029年，柳岸区的${long}。`, { most: 300 })).toContain('公园36个');
  });

  test('writes Chinese marks', () => {
    expect(statementOf('36个', '2029年,柳岸区(含新城)建成口袋公园36个。')).toBe(
      '2029年，柳岸区（含新城）建成口袋公园36个',
    );
  });
});
