// The file behind a report is found again, in archives, too, and another file under its name is not taken for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { originalOf } from '../../../src/ingest/source/original.ts';
import { sha256 } from '../../../src/store/files.ts';
import { madePdf, madeZip } from '../formats/made-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'quzhi-original-'));
const file = madePdf([[{ text: '青石区工作报告', x: 72, y: 700 }]]);
writeFileSync(join(folder, '青石区.pdf'), file);
writeFileSync(join(folder, '各区.zip'), madeZip([{ name: '二〇二一/望洲区.pdf', content: file }]));
afterAll(() => rmSync(folder, { recursive: true }));

const isFile = (found: Uint8Array | null): boolean => found !== null && file.equals(found);
const find = (path: string, fileHash = sha256(file)) => originalOf({ corpus: [folder], path, fileHash });

test('a file is found by its path and the hash of its bytes', () => {
  expect(find('青石区.pdf')).toSatisfy(isFile);
  expect(find('青石区.pdf', sha256('another'))).toBeNull();
  expect(find('各区.zip/二〇二一/望洲区.pdf')).toSatisfy(isFile);
  for (const path of ['望洲区.pdf', '../青石区.pdf', '/etc/passwd', '']) expect(find(path)).toBeNull();
});
