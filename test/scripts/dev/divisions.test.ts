import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FILE = 'src/lexicon/data/divisions.tsv';
const SOURCES = ['element-china-area-data', 'china-area-data'];

// A production install leaves the sources out.
test.skipIf(SOURCES.some((name) => !existsSync(`node_modules/${name}`)))(
  'the shipped list of divisions is what the script makes from its sources',
  () => {
    const made = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/dev/divisions.ts'], { encoding: 'utf8' });
    expect(readFileSync(FILE, 'utf8')).toBe(made);
  },
  60_000,
);
