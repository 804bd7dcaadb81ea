import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordingFor } from '../../../../src/chat/i18n/wording.ts';
import {
  FORMAT_FILES,
  type ItemFormat,
  isItemFormat,
  itemFile,
  readItemFile,
} from '../../../../src/chat/practice/files/item-file.ts';
import { textOfItem } from '../../../../src/quiz/exchange/item-text.ts';
import { ankiCollection } from '../../../../src/store/anki-collection.ts';
import { fillIn, order, several, shortAnswer, single, trueFalse } from '../../../quiz/made-up-items.ts';

const ITEMS = [
  single(1),
  trueFalse(2, { question: '判断正误：柳溪区{试点}“一窗~通办”=有效#1：是。' }),
  several(3),
  fillIn(4, { question: '柳溪区推行“____”工作。', accepted: ['五改', '5改'] }),
  fillIn(5, { question: '=柳溪区新建公园多少处？' }),
  order(6),
  shortAnswer(7, { explanation: '<b>粗</b> & "引"\n第二行' }),
];
const parts = {
  wording: wordingFor('zh').paperFile,
  collection: ankiCollection,
  now: new Date('2031-03-01T08:00:00Z'),
};
const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sorted = (texts: readonly string[]): string[] => [...texts].sort();

describe.each(['gift', 'moodle', 'csv', 'xlsx'] as const)('items in %s', (format) => {
  test('come back as they went', async () => {
    const bytes = await itemFile(ITEMS, format, parts);
    const back = readItemFile(`items${FORMAT_FILES[format].ending}`, bytes) ?? [];
    for (const [n, text] of ITEMS.map(textOfItem).entries()) {
      expect(back[n]).toMatchObject({ kind: text.kind, question: text.question, right: text.right, quote: text.quote });
      expect(sorted(back[n]?.options ?? [])).toEqual(sorted(text.options));
    }
    expect(back).toHaveLength(ITEMS.length);
  });
});

test('a Moodle file is XML that a parser of its own takes, with the fractions that Moodle asks for', async () => {
  const xml = new TextDecoder().decode(await itemFile(ITEMS, 'moodle', parts));
  const sum = [...xml.matchAll(/fraction="([\d.]+)" format="plain_text"><text>[甲丙]</gu)].map(([, part]) =>
    Number(part),
  );
  expect(sum.reduce((all, part) => all + part, 0)).toBeCloseTo(100);
  expect(xml).toContain('&lt;b&gt;粗&lt;/b&gt; &amp; &quot;引&quot;');
});

test('an Anki package is a zip with a sound collection, one note and card an item', async () => {
  const zip = await JSZip.loadAsync(await itemFile(ITEMS, 'apkg', parts));
  const bytes = await zip.file('collection.anki2')?.async('nodebuffer');
  const database = new Database(bytes ?? Buffer.alloc(0));
  const one = (sql: string): unknown => database.prepare(sql).pluck().get();
  expect(one('PRAGMA integrity_check')).toBe('ok');
  expect([one('SELECT count(*) FROM notes'), one('SELECT count(*) FROM cards'), one('SELECT ver FROM col')]).toEqual([
    7, 7, 11,
  ]);
  expect(one("SELECT count(*) FROM notes WHERE flds LIKE '%' || char(31) || '%'")).toBe(7);
  expect(one('SELECT count(*) FROM cards WHERE did NOT IN (SELECT key FROM col, json_each(col.decks))')).toBe(0);
  expect(one('SELECT count(DISTINCT guid) FROM notes')).toBe(7);
  database.close();
});

describe('a Word paper', () => {
  const textOf = async (format: ItemFormat): Promise<string> => {
    const file = join(folder, `${format}.docx`);
    writeFileSync(file, await itemFile(ITEMS, format, parts));
    execFileSync(
      SOFFICE ?? '',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/office`,
        '--convert-to',
        'txt:Text',
        '--outdir',
        folder,
        file,
      ],
      {
        timeout: 110_000,
        stdio: 'ignore',
      },
    );
    return readFileSync(join(folder, `${format}.txt`), 'utf8');
  };

  test.skipIf(SOFFICE === undefined)(
    'opens in LibreOffice (skipped where it is not installed): questions without the key',
    { timeout: 120_000 },
    async () => {
      const text = await textOf('docx');
      for (const { question } of ITEMS) expect(text).toContain(question);
      expect(text).toContain('A. 10处');
      expect(text).not.toContain('答案');
    },
  );

  test.skipIf(SOFFICE === undefined)('with its key names answer, reason and source', { timeout: 120_000 }, async () => {
    const text = await textOf('docx-key');
    expect(text).toContain('答案：B（12处）');
    expect(text).toContain('答案：CAB');
    expect(text).toMatch(/出处：《.+》“.+”/u);
  });
});

test('formats are known by name, and files by their endings', () => {
  expect(isItemFormat('gift')).toBe(true);
  expect(isItemFormat('pdf')).toBe(false);
  expect(readItemFile('items.pdf', new Uint8Array())).toBeNull();
  expect(readItemFile('items.csv', new TextEncoder().encode('kind,question\nsong,la\n'))).toEqual([]);
});
