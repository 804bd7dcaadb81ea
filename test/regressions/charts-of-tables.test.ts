// Twenty statistical tables as offices make them: districts by indicators in five formats and three kinds of headers, and years by
// indicators of one district. Every indicator with two comparable values has a chart that holds them all, and values that contradict
// each other both stand in it. Figures are made up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriesIn } from '../../src/answer/documents/series.ts';
import { documentLibrary } from '../../src/ingest/documents.ts';
import { readCorpus } from '../../src/ingest/source/read.ts';
import type { Library } from '../../src/types.ts';
import { type HeaderShape, TABLE_FILES } from '../ingest/formats/made-district-tables.ts';
import { seededRandom } from '../ingest/made-up.ts';

const DISTRICTS = ['云溪区', '大观区', '泉山区', '涪城区', '渭滨区'];
/** The first with all that lies above it. */
const FIRST_IN_FULL = '湖南省岳阳市云溪区';
const YEARS = [2019, 2020, 2021, 2022];
type Column = readonly [name: string, unit: string, size: number];
const COLUMNS: readonly Column[] = [
  ['地区生产总值', '亿元', 400],
  ['固定资产投资', '亿元', 200],
  ['社会消费品零售总额', '亿元', 250],
  ['一般公共预算收入', '亿元', 60],
  ['一般公共预算支出', '亿元', 90],
  ['城镇居民人均可支配收入', '元', 50_000],
  ['农村居民人均可支配收入', '元', 25_000],
  ['常住人口', '万人', 60],
  ['粮食总产量', '万吨', 30],
  ['规模以上工业增加值', '亿元', 120],
  ['进出口总额', '亿元', 80],
  ['森林覆盖率', '%', 40],
  ['城镇化率', '%', 60],
  ['医院床位数', '张', 6_000],
  ['小学在校生', '人', 40_000],
];
const OF_A_TABLE = 5;
const FORMATS = ['csv', 'xlsx', 'docx', 'html', 'ods'].filter((format) => format in TABLE_FILES);
const SHAPES: readonly HeaderShape[] = ['plain', 'merged', 'wrapped'];

interface Told {
  readonly district: string;
  readonly year: number;
  readonly column: Column;
  readonly value: string;
}

const told: Told[] = [];
const random = seededRandom(20);
const drawn = ([, unit, size]: Column): string =>
  (size * (0.6 + 0.4 * random())).toFixed(unit === '元' || unit === '张' || unit === '人' ? 0 : 1);
const some = (n: number): Column[] =>
  Array.from({ length: OF_A_TABLE }, (_, at) => COLUMNS[(n * OF_A_TABLE + at) % COLUMNS.length] as Column);

/** A value of a place and time; the same wherever it stands, unless it is to contradict. */
function tell(district: string, year: number, column: Column): string {
  const before = told.find((one) => one.district === district && one.year === year && one.column === column);
  const value = before?.value ?? drawn(column);
  if (before === undefined) told.push({ district, year, column, value });
  return value;
}

function writeDistrictTable(folder: string, n: number): void {
  const [format = 'csv', shape = 'plain'] = [FORMATS[n % FORMATS.length], SHAPES[n % SHAPES.length]];
  const year = YEARS[n % YEARS.length] ?? 2022;
  const columns = some(n);
  const rows = DISTRICTS.map((district) => [district, ...columns.map((column) => tell(district, year, column))]);
  const headers = columns.map(([name, unit]) => `${name}（${unit}）`);
  const groups = [
    ['经济', headers.slice(0, 2)],
    ['社会', headers.slice(2)],
  ] as const;
  const title = `${year}年各区主要指标（表${n + 1}）`;
  writeFileSync(join(folder, `${title}.${format}`), TABLE_FILES[format]?.({ title, groups, rows, shape }) ?? '');
}

function writeYearTable(folder: string, n: number): void {
  const district = DISTRICTS[n % DISTRICTS.length] ?? '';
  const columns = some(n);
  const rows = YEARS.map((year) => [`${year}年`, ...columns.map((column) => tell(district, year, column))]);
  const lines = [['年份', ...columns.map(([name, unit]) => `${name}（${unit}）`)], ...rows].map((row) => row.join(','));
  writeFileSync(join(folder, `${district}历年主要指标（表${n + 1}）.csv`), lines.join('\n'));
}

/** One figure of the first table, told otherwise. */
function writeContradiction(folder: string): Told {
  const one = told[0] as Told;
  const value = String(Number(one.value) + 31.5);
  const title = `${one.year}年统计公报`;
  const text = `---\ntitle: ${title}\ndistrict: ${FIRST_IN_FULL}\n---\n${one.year}年，全区${one.column[0]}${value}${one.column[1]}。\n`;
  writeFileSync(join(folder, `${title}.md`), text);
  return { ...one, value };
}

let library: Library;
let contradiction: Told;
const folder = mkdtempSync(join(tmpdir(), 'charts-of-tables-'));
beforeAll(() => {
  for (let n = 0; n < 12; n += 1) writeDistrictTable(folder, n);
  for (let n = 12; n < 20; n += 1) writeYearTable(folder, n);
  contradiction = writeContradiction(folder);
  library = documentLibrary([...readCorpus([folder], { skipped: [], notices: [] })]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('of twenty statistical tables', () => {
  test('every indicator has a chart that holds each of its values, with its district and year', () => {
    const missing: string[] = [];
    for (const column of COLUMNS) {
      const own = told.filter((one) => one.column === column);
      const { points } = seriesIn(library, { indicator: column[0] });
      for (const { district, year, value } of own) {
        const isThere = points.some(
          (point) =>
            point.district.endsWith(district) && point.period === String(year) && point.surface.startsWith(value),
        );
        if (!isThere) missing.push(`${column[0]} ${district} ${year} ${value}`);
      }
    }
    expect(told.length).toBeGreaterThan(250);
    expect(missing).toEqual([]);
  });

  test('a value that contradicts another stands beside it, each with its source', () => {
    const { district, year, column, value } = contradiction;
    const here = seriesIn(library, { indicator: column[0] }).points.filter(
      (point) => point.district.endsWith(district) && point.period === String(year),
    );
    expect(here.map(({ surface }) => surface).sort()).toEqual(
      [`${told[0]?.value}${column[1]}`, `${value}${column[1]}`].sort(),
    );
    expect(here.every(({ isDisputed }) => isDisputed)).toBe(true);
    expect(new Set(here.map(({ report }) => report)).size).toBe(2);
  });
});
