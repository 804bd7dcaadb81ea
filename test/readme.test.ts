// What the documents promise, held against the project: shown output, commands, settings, links.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { shownCommands } from '../scripts/dev/support/shown.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const { scripts, ...manifest } = JSON.parse(read('package.json')) as { scripts: Record<string, string> } & Record<
  string,
  Record<string, string> | undefined
>;
/** A row of cross-validated figures, as the training scripts write it. */
type Fold = Readonly<Record<string, string | number>>;
const READMES = ['README.md', 'README.zh-CN.md'];

test.skipIf(process.platform === 'win32')('the READMEs show what the commands print', { timeout: 120_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/dev/readme.ts', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 110_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('both READMEs show the same commands, and some', () => {
  const [english = [], chinese] = READMES.map((name) => shownCommands(read(name)));
  expect(english.length).toBeGreaterThan(0);
  expect(chinese).toEqual(english);
});

const DOCUMENTS = [
  ...READMES,
  'src/README.md',
  'docs/dependencies.md',
  'index/README.md',
  'CHANGELOG.md',
  '.env.example',
];

describe.each(DOCUMENTS)('%s', (name) => {
  test('names commands that there are', () => {
    const named = [...read(name).matchAll(/npm run (?:-s )?([a-z][a-z-]*)/g)].map(([, command = '']) => command);
    expect(named.filter((command) => !(command in scripts))).toEqual([]);
  });

  test('links to files that there are', () => {
    const links = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(name), link)))).toEqual([]);
  });
});

test('every script has its command, and every command its script', () => {
  const files = readdirSync(join(ROOT, 'scripts')).filter((file) => file.endsWith('.ts'));
  const run = Object.values(scripts).flatMap((command) => /scripts\/([\w-]+\.ts)/.exec(command)?.[1] ?? []);
  expect(run.sort()).toEqual(files.sort());
});

test('every command stands in a table or line of the documents', () => {
  const documents = ['README.md', 'src/README.md'].map(read).join('\n');
  const isNamed = (command: string): boolean =>
    new RegExp(`(?:npm (?:run )?(?:-s )?|\`)${command}(?![\\w-])`).test(documents);
  expect(Object.keys(scripts).filter((command) => !isNamed(command))).toEqual([]);
});

test('src/README.md quotes the cross-validated figures that stand beside the learned weights', () => {
  const lines = read('src/README.md').split('\n');
  const { provenance } = JSON.parse(read('src/read/data/ranking.json')) as { provenance: { crossValidated: Fold[] } };
  const models = JSON.parse(read('src/read/data/confidence.json')) as Record<string, { crossValidated?: Fold[] }>;
  const ranking = provenance.crossValidated.map(
    ({ questions, first, inThree }) => `| ${questions} | ${first} | ${inThree} |`,
  );
  const confidence = Object.values(models).flatMap(({ crossValidated = [] }) =>
    crossValidated.map(({ questions, refused }) => ` ${refused} (${questions}) |`),
  );
  const missing = [...ranking, ...confidence].filter((row) => !lines.some((line) => line.includes(row)));
  expect(missing, 'learned anew? Write these figures into the tables under "Measured"').toEqual([]);
});

test('every dependency is justified in docs/dependencies.md, in a line of its own', () => {
  const names = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  );
  const lines = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(names.filter((name) => !lines.some((line) => line.includes(`\`${name}\``)))).toEqual([]);
});
