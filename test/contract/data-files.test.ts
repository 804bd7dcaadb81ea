import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Shipped data files, the scripts that make them, and the packages that these read. */
const FILES: [string, string, string[]][] = [
  ['src/lexicon/data/divisions.tsv', 'divisions.ts', ['element-china-area-data', 'china-area-data']],
  ['src/text/data/simplified.txt', 'simplified.ts', ['opencc-js']],
];

// A production install leaves the sources out.
const makeable = FILES.filter(([, , packages]) => packages.every((name) => existsSync(`node_modules/${name}`)));

test.skipIf(makeable.length === 0).each(makeable)(
  '%s is what %s makes from its sources',
  (file, script) => {
    const made = execFileSync(process.execPath, ['--import', 'tsx', `scripts/dev/${script}`], { encoding: 'utf8' });
    expect(readFileSync(file, 'utf8')).toBe(made);
  },
  60_000,
);
