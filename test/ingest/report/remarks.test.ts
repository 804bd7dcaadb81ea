// Every remark that the program makes has its row, so that a maintainer reads it in their language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { REMARK_TABLE, remarkIn, remarkLevel } from '../../../src/ingest/report/remarks.ts';

const SOURCE = fileURLToPath(new URL('../../../src/ingest/', import.meta.url));
/** Calls and lists by which remarks are made, up to the message. */
const MADE =
  /(?:FormatFault\(\s*'[\w-]+',|(?:skip|refuse|other)\(\s*'[\w-]+',|(?:remarks|problems|notices|own)\.push\(|reason = |reason: |remarks = [^[\n]{0,60}\[|\.\.\.\([^?\n]+ \? \[)\s*(?:'((?:[^'\\\n]|\\.)+)'|`([^`]+)`)/gu;
const VALUE = /\$\{(?:[^{}]|\{[^{}]*\})*\}/gu;

function remarksMade(): string[] {
  const folders = ['formats', 'formats/pdf', 'source', 'structure', 'report', '.'];
  return folders.flatMap((folder) =>
    readdirSync(join(SOURCE, folder))
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(SOURCE, folder, name), 'utf8');
        return [...text.matchAll(MADE)].map(([, plain, template]) => (plain ?? template ?? '').replace(VALUE, '7'));
      }),
  );
}

const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

test('every remark in the code has its Chinese', () => {
  const made = remarksMade().filter((remark) => / /.test(remark) && !hasChinese(remark));
  expect(made.length).toBeGreaterThan(50);
  expect(made.filter((remark) => !hasChinese(remarkIn('zh', remark)))).toEqual([]);
});

describe('the rows', () => {
  const rows = REMARK_TABLE.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  test.each(rows.map((row) => row.split('\t')))('%s %s', (level, english = '', chinese = '') => {
    expect(['fine', 'look', 'part']).toContain(level);
    const places = (text: string): string[] => [...text.matchAll(/\{[a-z]+\}/gi)].map(([place]) => place).sort();
    expect(places(chinese)).toEqual(places(english));
    const example = english.replace(/\{[a-z]+\}/gi, '7');
    expect(remarkIn('zh', example)).toBe(chinese.replace(/\{[a-z]+\}/gi, '7'));
  });
});

test('a reason within a remark is read in the same language, and what is unknown stays and wants a look', () => {
  expect(remarkIn('zh', 'its name ends in .doc, but it is a web page')).toBe('文件名以 .doc 结尾，内容却是网页');
  expect(remarkIn('en', 'it holds no text')).toBe('it holds no text');
  expect(remarkIn('zh', 'something new')).toBe('something new');
  expect([remarkLevel('something new'), remarkLevel('it ends with a glossary')]).toEqual(['look', 'fine']);
});
