// The same table of five districts and nine columns in eight formats and with headers plain, merged and wrapped: the cell asked for is the
// answer, never one of another row or column. Figures are made up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type AnswerContext, answerContextOf } from '../../src/app/answer-context.ts';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import { documentLibrary } from '../../src/ingest/documents.ts';
import { readCorpus } from '../../src/ingest/source/read.ts';
import { Retriever } from '../../src/retrieve/retriever.ts';
import { indexedTexts } from '../../src/store/index/indexed-text.ts';
import { buildPostings } from '../../src/store/index/postings/postings.ts';
import { type DistrictTable, type HeaderShape, TABLE_FILES } from '../ingest/formats/made-district-tables.ts';
import { seededRandom } from '../ingest/made-up.ts';
import { TOOLS } from '../support/made-up-context.ts';

const DISTRICTS = ['云溪区', '大观区', '泉山区', '涪城区', '渭滨区'];
type Column = readonly [name: string, unit: string, decimals: number, size: number];
/** Columns in their groups. */
const GROUPS: readonly (readonly [string, readonly Column[]])[] = [
  [
    '经济',
    [
      ['地区生产总值', '亿元', 1, 400],
      ['固定资产投资', '亿元', 1, 200],
      ['社会消费品零售总额', '亿元', 1, 250],
      ['一般公共预算收入', '万元', 0, 200_000],
    ],
  ],
  [
    '人民生活',
    [
      ['城镇居民人均可支配收入', '元', 0, 50_000],
      ['农村居民人均可支配收入', '元', 0, 25_000],
      ['常住人口', '万人', 1, 60],
      ['医院床位数', '张', 0, 6_000],
      ['小学在校生', '人', 0, 40_000],
    ],
  ],
];
const COLUMNS = GROUPS.flatMap(([, columns]) => columns);
const SHAPES: readonly HeaderShape[] = ['plain', 'merged', 'wrapped'];
const FORMATS = Object.keys(TABLE_FILES);
/** Questions of each format and shape: 8 × 3 × 9 = 216 in all. */
const ASKED_EACH = 9;
const TITLE = '2023年各区主要指标';

function tableOf(shape: HeaderShape): DistrictTable {
  const random = seededRandom(SHAPES.indexOf(shape) + 7);
  const rows = DISTRICTS.map((district, row) => [
    district,
    ...COLUMNS.map(([, , decimals, size]) => (size * (0.4 + 0.1 * row) + (size / 20) * random()).toFixed(decimals)),
  ]);
  const groups = GROUPS.map(
    ([group, columns]) => [group, columns.map(([name, unit]) => `${name}（${unit}）`)] as const,
  );
  return { title: TITLE, groups, rows, shape };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function contextOf(format: string, content: string | Buffer): AnswerContext {
  const folder = mkdtempSync(join(tmpdir(), 'table-formats-'));
  folders.push(folder);
  writeFileSync(join(folder, `${TITLE}.${format}`), content);
  const library = documentLibrary([...readCorpus([folder], { skipped: [], notices: [] })]);
  return answerContextOf(library, new Retriever(library, buildPostings(indexedTexts(library)), null));
}

/** Every column is asked once, each of another district than in the other formats. */
function questionsOn({ rows }: DistrictTable, shift: number): { question: string; cell: string }[] {
  return COLUMNS.slice(0, ASKED_EACH).map(([name, unit], column) => {
    const row = (column + shift) % DISTRICTS.length;
    const question = column % 2 === 0 ? `${DISTRICTS[row]}${name}是多少？` : `2023年${DISTRICTS[row]}的${name}有多少？`;
    return { question, cell: `${rows[row]?.[column + 1]}${unit}` };
  });
}

interface Outcome {
  readonly asked: number;
  readonly missed: readonly string[];
  /** Those of them that name another cell. */
  readonly wrong: readonly string[];
}

async function askTable(format: string, shape: HeaderShape, shift: number): Promise<Outcome> {
  const table = tableOf(shape);
  const context = contextOf(format, TABLE_FILES[format]?.(table) ?? '');
  const cells = table.rows.flatMap((row) => row.slice(1).map((value, at) => `${value}${COLUMNS[at]?.[1]}`));
  const questions = questionsOn(table, shift);
  const missed: { line: string; said: string }[] = [];
  for (const { question, cell } of questions) {
    const answer = await answerQuestion(context, { text: question, history: [] }, TOOLS);
    const said = answer.status === 'answered' ? (answer.short.split('（')[0] ?? '') : 'refused';
    if (said !== cell) missed.push({ line: `${format} ${shape}: ${question} → ${said}, not ${cell}`, said });
  }
  const wrong = missed.filter(({ said }) => cells.includes(said));
  return { asked: questions.length, missed: missed.map(({ line }) => line), wrong: wrong.map(({ line }) => line) };
}

test('216 questions: at least 97 in 100 right, none from another row or column', async () => {
  const outcomes: Outcome[] = [];
  for (const [index, format] of FORMATS.entries())
    for (const [turn, shape] of SHAPES.entries()) outcomes.push(await askTable(format, shape, index + turn));
  const asked = outcomes.reduce((sum, outcome) => sum + outcome.asked, 0);
  expect(asked).toBe(216);
  expect(outcomes.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(outcomes.flatMap(({ missed }) => missed).slice(Math.floor(0.03 * asked))).toEqual([]);
}, 300_000);
