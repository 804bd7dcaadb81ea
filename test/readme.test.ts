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
/** Documents in English and the same in Chinese. */
const PAIRS = [
  ['README.md', 'README.zh-CN.md'],
  ['docs/guide.md', 'docs/guide.zh-CN.md'],
] as const;
const MAX_README_LINES = 60;
const MAX_ARCHITECTURE_LINES = 120;

test.skipIf(process.platform === 'win32')('the READMEs show what the commands print', { timeout: 120_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/dev/readme.ts', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 110_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.each(PAIRS)('%s and %s show the same commands, and some', (english, chinese) => {
  const shown = shownCommands(read(english));
  expect(shown.length).toBeGreaterThan(0);
  expect(shownCommands(read(chinese))).toEqual(shown);
});

const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|yml)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const DOCUMENTS = [
  ...PAIRS[0],
  ...below('docs'),
  ...below('.github'),
  'src/README.md',
  'index/README.md',
  'examples/README.md',
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

  // A decision names paths of its day.
  test.skipIf(name.startsWith('docs/adr/'))('names paths that there are', () => {
    const paths = [...read(name).matchAll(/`((?:src|test|scripts|docs|corpus|\.github)\/[\w./-]*)/g)];
    expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test('the READMEs fit on a screen, and so does the architecture on two', () => {
  for (const name of PAIRS[0]) expect(read(name).split('\n').length, name).toBeLessThanOrEqual(MAX_README_LINES);
  expect(read('docs/architecture.md').split('\n').length).toBeLessThanOrEqual(MAX_ARCHITECTURE_LINES);
});

test('the glossary names types that their files export', () => {
  const rows = [...read('docs/glossary.md').matchAll(/\| `(\w+)` \| `([^`]+)` \|$/gm)];
  const isDeclared = (type: string, file: string): boolean =>
    existsSync(join(ROOT, file)) && new RegExp(`^export (?:interface|type|class) ${type}\\b`, 'm').test(read(file));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter(([, type = '', file = '']) => !isDeclared(type, file)).map(([row]) => row)).toEqual([]);
});

test('docs/configuration.md explains the settings of .env.example, and no others', () => {
  const explained = [...read('docs/configuration.md').matchAll(/^\| (`[A-Z].*?`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  );
  const offered = [...read('.env.example').matchAll(/^# ?([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(explained.sort()).toEqual([...new Set(offered)].sort());
});

test('every script has its command, and every command its script', () => {
  const files = readdirSync(join(ROOT, 'scripts')).filter((file) => file.endsWith('.ts'));
  const run = Object.values(scripts).flatMap((command) => /scripts\/([\w-]+\.ts)/.exec(command)?.[1] ?? []);
  expect(run.sort()).toEqual(files.sort());
});

test('every command stands in a table or line of the documents', () => {
  const documents = ['README.md', 'docs/commands.md'].map(read).join('\n');
  const isNamed = (command: string): boolean =>
    new RegExp(`(?:npm (?:run )?(?:-s )?|\`)${command}(?![\\w-])`).test(documents);
  expect(Object.keys(scripts).filter((command) => !isNamed(command))).toEqual([]);
});

test('docs/measured.md quotes the cross-validated figures that stand beside the learned weights', () => {
  const lines = read('docs/measured.md').split('\n');
  const { provenance } = JSON.parse(read('src/read/data/ranking.json')) as { provenance: { crossValidated: Fold[] } };
  const models = JSON.parse(read('src/read/data/confidence.json')) as Record<string, { crossValidated?: Fold[] }>;
  const ranking = provenance.crossValidated.map(
    ({ questions, first, inThree }) => `| ${questions} | ${first} | ${inThree} |`,
  );
  const confidence = Object.values(models).flatMap(({ crossValidated = [] }) =>
    crossValidated.map(({ questions, refused }) => ` ${refused} (${questions}) |`),
  );
  const missing = [...ranking, ...confidence].filter((row) => !lines.some((line) => line.includes(row)));
  expect(missing, 'learned anew? Write these figures into docs/measured.md').toEqual([]);
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
