// Tables of districts by indicators, asked cell by cell in every format: the cell asked for is the answer, never another. Figures are
// made up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { type AnswerContext, answerContextOf } from '../../src/app/answer-context.ts';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import { documentLibrary } from '../../src/ingest/documents.ts';
import { readCorpus } from '../../src/ingest/source/read.ts';
import { Retriever } from '../../src/retrieve/retriever.ts';
import { indexedTexts } from '../../src/store/index/indexed-text.ts';
import { buildPostings } from '../../src/store/index/postings/postings.ts';
import { seededRandom } from '../ingest/made-up.ts';
import { TOOLS } from '../support/made-up-context.ts';

/** A column: its name, its unit, its figures' decimals and size, and other names under which it is asked for. */
type Column = readonly [name: string, unit: string, decimals: number, size: number, asked: readonly string[]];

const DISTRICTS = ['云溪区', '大观区', '泉山区', '涪城区', '渭滨区'];
const TABLES: Readonly<Record<string, readonly Column[]>> = {
  '2023年各区主要经济指标': [
    ['地区生产总值', '亿元', 1, 400, ['GDP', '生产总值']],
    ['地区生产总值增速', '%', 1, 9, ['GDP增速', '生产总值增长率']],
    ['固定资产投资', '亿元', 1, 200, ['固投', '固定资产投资额']],
    ['社会消费品零售总额', '亿元', 1, 250, ['社零总额', '社零']],
    ['一般公共预算收入', '万元', 0, 200_000, ['财政收入', '地方一般公共预算收入']],
    ['城镇居民人均可支配收入', '元', 0, 50_000, ['城镇居民收入', '城镇常住居民人均可支配收入']],
    ['农村居民人均可支配收入', '元', 0, 25_000, ['农民收入', '农村居民人均收入']],
    ['常住人口', '万人', 1, 60, ['年末常住人口', '人口']],
    ['进出口总额', '亿元', 2, 30, ['外贸进出口', '进出口额']],
  ],
  '2023年各区社会事业情况': [
    ['高新技术企业数', '家', 0, 300, ['高新技术企业', '高企数量']],
    ['医院床位数', '张', 0, 6000, ['医院床位', '医院病床数']],
    ['小学在校生', '人', 0, 50_000, ['小学生人数', '小学在校学生']],
    ['城镇化率', '%', 1, 70, ['常住人口城镇化率', '城市化率']],
    ['绿道里程', '公里', 1, 90, ['绿道的里程', '绿道总里程']],
    ['公共图书馆藏书', '万册', 1, 80, ['公共图书馆的藏书', '公共图书馆藏书量']],
    ['新增停车泊位', '个', 0, 3000, ['新增停车位', '新增公共停车泊位']],
    ['空气质量优良天数', '天', 0, 330, ['优良天数', '空气质量优良的天数']],
    ['专利授权量', '件', 0, 1500, ['专利授权数', '授权专利']],
  ],
};

/** The figures of a table, no two alike: rows of districts, columns in order. */
function figuresOf(columns: readonly Column[]): string[][] {
  const random = seededRandom(columns.length + (columns[0]?.[3] ?? 0));
  return DISTRICTS.map((_, row) =>
    columns.map(([, , decimals, size]) => (size * (0.4 + 0.1 * row) + (size / 20) * random()).toFixed(decimals)),
  );
}

const FILES: Readonly<Record<string, (grid: readonly (readonly string[])[], title: string) => string | Buffer>> = {
  csv: (grid) => grid.map((row) => row.join(',')).join('\n'),
  md: ([head = [], ...rows], title) =>
    [`# ${title}`, '', head, head.map(() => '---'), ...rows]
      .map((row) => (typeof row === 'string' ? row : `| ${row.join(' | ')} |`))
      .join('\n'),
  html: (grid, title) => {
    const rows = grid.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    return `<html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><table>${rows}</table></body></html>`;
  },
  xlsx: (grid) => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(grid.map((row) => [...row])), 'Sheet1');
    return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  },
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function contextOf(title: string, format: string, content: string | Buffer): AnswerContext {
  const folder = mkdtempSync(join(tmpdir(), 'table-cells-'));
  folders.push(folder);
  writeFileSync(join(folder, `${title}.${format}`), content);
  const library = documentLibrary([...readCorpus([folder], { skipped: [], notices: [] })]);
  return answerContextOf(library, new Retriever(library, buildPostings(indexedTexts(library)), null));
}

interface Asked {
  readonly question: string;
  readonly cell: string;
}

/** Each cell asked for by the name of its column, and by two others, in changing forms. */
function questionsOn(columns: readonly Column[], figures: readonly (readonly string[])[]): Asked[] {
  const forms = [
    (district: string, name: string) => `${district}${name}是多少？`,
    (district: string, name: string) => `${district}2023年${name}多少`,
    (district: string, name: string) => `请问2023年${district}的${name}有多少？`,
  ];
  return DISTRICTS.flatMap((district, row) =>
    columns.flatMap(([name, unit, , , others], column) =>
      [name, ...others].map((asked, index) => {
        const form = forms[(row + column + index) % forms.length];
        return { question: form?.(district, asked) ?? '', cell: `${figures[row]?.[column]}${unit}` };
      }),
    ),
  );
}

const headOf = (short: string): string => short.split('（')[0] ?? '';

describe.each(Object.entries(TABLES))('%s, asked cell by cell', (title, columns) => {
  const figures = figuresOf(columns);
  const grid = [
    ['地区', ...columns.map(([name, unit]) => `${name}（${unit}）`)],
    ...DISTRICTS.map((district, row) => [district, ...(figures[row] ?? [])]),
  ];
  const asked = questionsOn(columns, figures);

  test.each(Object.keys(FILES))(
    'as %s: at least 95 in 100 right, at most 1 another cell',
    async (format) => {
      const context = contextOf(title, format, FILES[format]?.(grid, title) ?? '');
      const missed: string[] = [];
      const wrong: string[] = [];
      for (const { question, cell } of asked) {
        const answer = await answerQuestion(context, { text: question, history: [] }, TOOLS);
        const said = answer.status === 'answered' ? headOf(answer.short) : 'refused';
        if (said === cell) continue;
        const line = `${question} → ${said}, not ${cell}`;
        missed.push(line);
        if (asked.some((other) => other.cell !== cell && said.includes(other.cell))) wrong.push(line);
      }
      expect(missed.slice(Math.floor(0.05 * asked.length))).toEqual([]);
      expect(wrong.slice(Math.floor(0.01 * asked.length))).toEqual([]);
    },
    120_000,
  );
});

describe('statistics over the rows of a table', () => {
  const grid = [
    ['地区', '小微企业（户）', '工业增加值增速（%）'],
    ['云溪区', '3200', '7.5'],
    ['大观区', '1800', '-1.2'],
    ['泉山区', '7100', '5.1'],
    ['涪城区', '6500', '6.6'],
    ['渭滨区', '2600', '3.3'],
  ];
  test.each([
    ['哪个区小微企业最多？', '泉山区最多：7100户'],
    ['工业增加值增长最慢的区是哪个？', '大观区最慢：-1.2%'],
    ['小微企业第二多的是哪个区？', '涪城区第二多：6500户'],
    ['小微企业超过3000户的有哪些区？', '云溪区、泉山区、涪城区符合'],
    ['小微企业在2000户到4000户之间的有哪几个区？', '云溪区、渭滨区符合'],
    ['工业增加值增速为负的是哪个区？', '大观区符合'],
    ['五个区的小微企业加起来是多少？', '合计21200户'],
    ['各区小微企业平均有多少户？', '平均4240户'],
    ['泉山区的小微企业是大观区的几倍？', '泉山区是大观区的3.94倍'],
    ['泉山区比渭滨区多多少户小微企业？', '泉山区比渭滨区多4500户'],
    ['渭滨区小微企业占五个区总和的比例是多少？', '渭滨区占12.3%'],
    ['各区小微企业由多到少排一下', '泉山区＞涪城区＞云溪区＞渭滨区＞大观区'],
    ['表中一共有多少个区？', '5个区县'],
    ['四个区的小微企业一共多少？', '只找到5项数字，无法计算'],
  ])('%s', async (question, expected) => {
    const context = contextOf('2022年各区企业情况', 'csv', FILES['csv']?.(grid, '') ?? '');
    const answer = await answerQuestion(context, { text: question, history: [] }, TOOLS);
    expect(answer.status === 'answered' && answer.short.startsWith(expected) ? expected : JSON.stringify(answer)).toBe(
      expected,
    );
  });
});
