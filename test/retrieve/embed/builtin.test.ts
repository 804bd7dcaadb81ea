import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { dot } from '../../../src/retrieve/embed/arithmetic.ts';
import { openBuiltinEmbedder } from '../../../src/retrieve/embed/builtin.ts';
import { checksumHolds, decodeTable, encodeTable } from '../../../src/retrieve/embed/table.ts';
import { embedderContract } from './support/contract.ts';
import { toyTable } from './support/toy-table.ts';

const SHIPPED = new URL('../../../src/retrieve/embed/builtin.vectors.bin', import.meta.url);

let folder = '';
let toyPath = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'table-'));
  toyPath = join(folder, 'toy.bin');
  writeFileSync(toyPath, encodeTable(toyTable()));
});
afterAll(() => rm(folder, { recursive: true }));

embedderContract('the built-in embedder on a toy table', () => openBuiltinEmbedder(toyPath));
embedderContract('the built-in embedder as shipped', () => openBuiltinEmbedder());

describe('vectors of texts', () => {
  const embed = async (...texts: string[]): Promise<Float32Array[]> => openBuiltinEmbedder(toyPath).embed(texts);

  test('texts on one theme lie closer than texts on two', async () => {
    const [school = new Float32Array(), education = new Float32Array(), firm = new Float32Array()] = await embed(
      '云溪的学校',
      '教育',
      '企业的项目',
    );
    expect(dot(school, education)).toBeGreaterThan(dot(school, firm));
  });

  test('script and width do not matter', async () => {
    const [plain, other] = await embed('学校收入GDP', '學校收入ＧＤＰ');
    expect(other).toEqual(plain);
  });

  test('what is unknown does not count', async () => {
    const [plain, padded, unknown] = await embed('学校', '赵某，学校 1234。', '赵某 1234');
    expect(padded).toEqual(plain);
    expect(unknown).toEqual(new Float32Array(4));
  });
});

describe('the shipped table', () => {
  const bytes = readFileSync(SHIPPED);

  test('is whole, at most 6 MB, and says where it comes from', () => {
    expect(checksumHolds(bytes)).toBe(true);
    expect(statSync(SHIPPED).size).toBeLessThanOrEqual(6_000_000);
    const { provenance } = decodeTable(bytes);
    expect(provenance.corpus.length).toBeGreaterThan(0);
    expect(provenance.words).toBeGreaterThan(10_000_000);
    expect(provenance.trainedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('holds words only: folded, without line ends or white space, each once', () => {
    const { words } = decodeTable(bytes);
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => word !== '' && !/\s/.test(word))).toBe(true);
  });

  // Each line: a word, one that means much the same or belongs to it, one that does not.
  test.each([
    ['收入', '工资', '足球'],
    ['居民', '村民', '芯片'],
    ['企业', '公司', '天气'],
    ['学校', '教育', '股票'],
    ['医院', '患者', '出口'],
    ['增长', '提升', '警方'],
    ['投资', '资本', '演员'],
    ['拆迁', '安置', '比赛'],
    ['污染', '治理', '歌手'],
    ['道路', '交通', '论文'],
    ['老人', '老年人', '手机'],
    ['就业', '岗位', '台风'],
  ])('%s is closer to %s than to %s', (word, near, far) => {
    const { words } = openBuiltinEmbedder();
    expect(words.similarity(word, near)).toBeGreaterThan(words.similarity(word, far) + 0.1);
  });
});

test('a missing or damaged table says which file to restore', () => {
  const damaged = join(folder, 'damaged.bin');
  writeFileSync(damaged, encodeTable(toyTable()).subarray(0, 80));
  for (const path of [join(folder, 'none.bin'), damaged]) {
    expect(() => openBuiltinEmbedder(path)).toThrow(AppError);
    expect(() => openBuiltinEmbedder(path)).toThrow(/Restore the file/);
  }
  expect(() => openBuiltinEmbedder(damaged)).toThrow('damaged.bin');
});

test('two tables are two vector spaces', () => {
  const other = join(folder, 'other.bin');
  writeFileSync(other, encodeTable({ ...toyTable(), counts: toyTable().counts.map((count) => count + 1) }));
  expect(openBuiltinEmbedder(other).id).not.toBe(openBuiltinEmbedder(toyPath).id);
});
