// What commands and faults say in the operator's language: every row reads as it should, and what no row holds stays as it is.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageIn } from '../../../src/app/cli/messages.ts';

const TABLE = readFileSync(new URL('../../../src/app/cli/messages.tsv', import.meta.url), 'utf8');
const rows = TABLE.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const places = (text: string): string[] => [...text.matchAll(/\{[a-z]+\}/gi)].map(([place]) => place).sort();

describe('the rows', () => {
  test.each(rows.map((row) => row.split('\t')))('%s %s', (_, english = '', chinese = '') => {
    expect(places(chinese)).toEqual(places(english));
    const filled = (text: string): string => text.replace(/\{[a-z]+\}/gi, '7');
    expect(messageIn('zh', filled(english))).toBe(filled(chinese));
    expect(messageIn('en', filled(english))).toBe(filled(english));
  });
});

test('a reason of the health report within a fault is read in the same language', () => {
  const fault = 'No report could be read from corpus; a.docx: it is locked with a password; save it without one';
  expect(messageIn('zh', fault)).toBe('从 corpus 没有读到任何报告；a.docx：有密码，请去掉密码另存后再收录');
});

test('what no table holds stays as it is', () => {
  expect(messageIn('zh', 'Something that nobody has written down')).toBe('Something that nobody has written down');
});
