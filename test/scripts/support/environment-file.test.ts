import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { afterAll, describe, expect, test } from 'vitest';
import { setVariables, withVariables } from '../../../scripts/support/environment-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'environment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a variable', () => {
  test.each([
    ['takes its line and leaves the rest', '# a\nREADER=linear\nX=1\n', '# a\nREADER=neural\nX=1\n'],
    ['goes to the end where it has no line', '# READER=auto\nX=1', '# READER=auto\nX=1\nREADER=neural\n'],
    ['stands once, in its first place', 'READER=a\nX=1\nexport READER=b\n', 'READER=neural\nX=1\n'],
    [
      'is not taken for one whose name is longer',
      'MY_READER=a\nREADERS=b\n',
      'MY_READER=a\nREADERS=b\nREADER=neural\n',
    ],
    ['keeps the ends of lines', 'X=1\r\nREADER = a\r\n', 'X=1\r\nREADER=neural\r\n'],
    ['begins a file', '', 'READER=neural\n'],
  ])('%s', (_, before, after) => expect(withVariables(before, { READER: 'neural' })).toBe(after));

  test.each(['reranker:models/a', 'reranker:/srv/our models/甲#1', "it's", 'C:\\models\\new', '`"'])(
    'is read back as it was given: %s',
    (value) => expect(parse(withVariables('X=1\n', { READER: value }))).toEqual({ X: '1', READER: value }),
  );
});

describe('a file', () => {
  test('keeps its rights, and what a link leads to is changed', () => {
    const [path, link] = [join(folder, 'real'), join(folder, '.env')];
    writeFileSync(path, 'TOKEN=secret\n');
    chmodSync(path, 0o640);
    symlinkSync(path, link);
    setVariables(link, { READER: 'neural' });
    expect(readFileSync(path, 'utf8')).toBe('TOKEN=secret\nREADER=neural\n');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('that is new is for its owner alone; one that cannot be written is told', () => {
    setVariables(join(folder, 'new'), { READER: 'neural' });
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o600);
    expect(() => setVariables('/proc/nowhere/.env', { READER: 'a' })).toThrow();
  });
});
