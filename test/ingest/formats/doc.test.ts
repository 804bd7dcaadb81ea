import { describe, expect, test } from 'vitest';
import { extractDoc } from '../../../src/ingest/formats/doc.ts';
import { madeDoc } from './made-office.ts';

const TEXT = '云溪区一年新建口袋公园12个，居民满意度位居全市第二。';
const CELLS = [
  ['地区', '产值（亿元）'],
  ['云溪区', '12.5'],
  ['南湖区', '2.5'],
];

describe('an old Word file', () => {
  test('keeps its paragraphs and the rows of its tables', async () => {
    const rows = CELLS.map((cells) => `${cells.join('\u0007')}\u0007\u0007`).join('');
    const { text } = await extractDoc(madeDoc(`公园简报\r${TEXT}\r${rows}`));
    expect(text).toContain(`公园简报\n${TEXT}`);
    expect(text).toContain('12.5');
  });

  test('whose table hides which column a cell stands in is read without headers, and it is told', async () => {
    const rows = ['地区\u0007产值\u0007', '云溪区\u000712.5\u00076.1\u0007', '南湖区\u00072.5\u0007'].join('\r');
    const { text, remarks } = await extractDoc(madeDoc(`${rows}\r`));
    expect(text).toBe('地区 产值\n云溪区 12.5 6.1\n南湖区 2.5');
    expect(remarks).toEqual([expect.stringContaining('.docx')]);
  });

  test('that is locked is told', async () => {
    await expect(extractDoc(madeDoc(TEXT, { isEncrypted: true }))).rejects.toMatchObject({ code: 'encrypted' });
  });
});
