// The architecture as a test: who may import whom, what belongs in one place, and the form that every source has.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  crowded,
  headless,
  importCycles,
  importsOf,
  layerFaults,
  misplaced,
  type Rights,
  type Sources,
  tooLong,
  undocumentedExports,
  unmirrored,
} from './support/architecture.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Nouns, errors, durations, the serial queue, the watchdog of a process and requests over HTTP: every folder may use them. */
const BASE = [
  ...['types.ts', 'pages.ts', 'documents.ts', 'errors.ts', 'durations.ts'],
  ...['serial-queue.ts', 'watchdog.ts', 'http-client.ts'],
];
const LANGUAGE = [...BASE, 'text', 'lexicon'];
/** Periods are nouns: how they are written, and how they are said. */
const PERIODS = ['text/calendar.ts', 'text/period-words.ts'];

/** Who may import whom, by the longest path that holds a file. */
const RIGHTS: Readonly<Record<string, Rights>> = {
  'types.ts': { may: ['pages.ts'] },
  'pages.ts': { may: [] },
  'documents.ts': { may: ['types.ts'] },
  'errors.ts': { may: [] },
  'durations.ts': { may: [] },
  'serial-queue.ts': { may: [] },
  'watchdog.ts': { may: [] },
  'http-client.ts': { may: [] },
  'config-forms.ts': { may: [] },
  'config-channels.ts': { may: ['config-forms.ts'] },
  'config.ts': { may: ['errors.ts', 'config-forms.ts', 'config-channels.ts'] },
  'log.ts': { may: [], mayTypes: ['channels'] },
  text: { may: BASE },
  lexicon: { may: [...BASE, 'text'] },
  // Two programs that never touch: the index can be rebuilt, people's data can not.
  store: { may: [...BASE, 'text'] },
  'store/index': { may: [...BASE, 'text', 'store/files.ts'] },
  'store/state': { may: [...BASE, 'text', 'store/files.ts', 'store/anki-collection.ts'], mayTypes: ['quiz'] },
  ingest: { may: [...LANGUAGE, 'store'] },
  retrieve: { may: [...LANGUAGE, 'store/index'] },
  'retrieve/embed': { may: [...BASE, 'text'] },
  understand: { may: LANGUAGE },
  read: { may: [...LANGUAGE, 'understand'] },
  answer: { may: [...LANGUAGE, 'understand', 'read'] },
  quiz: { may: [...LANGUAGE, 'understand', 'read', 'answer'] },
  chat: { may: [...BASE, ...PERIODS, 'quiz'], mayTypes: ['store/state'] },
  channels: { may: [...BASE, ...PERIODS, 'chat'], mayTypes: ['store/state'] },
  // The composition root: the only folder that sees all others.
  app: {
    may: [
      ...LANGUAGE,
      'store',
      'ingest',
      'retrieve',
      'understand',
      'read',
      'answer',
      'quiz',
      'chat',
      'channels',
      'config.ts',
    ],
  },
  'main.ts': { may: [...BASE, 'app', 'retrieve', 'ingest', 'store', 'chat', 'channels', 'config.ts', 'log.ts'] },
};

const PLACES = {
  'better-sqlite3': 'src/store/',
  'hnswlib-node': 'src/store/',
  telegraf: 'src/channels/telegram/',
  ws: 'src/channels/messenger/',
  hono: 'src/channels/web/server/ or src/ingest/report/health-page.ts',
  '@hono/zod-openapi': 'src/channels/web/server/',
  '@hono/node-server': 'src/channels/web/',
  esbuild: 'src/channels/web/server/',
  preact: 'src/channels/web/client/',
  docx: 'src/chat/export/ or src/chat/practice/files/',
  'ts-fsrs': 'src/quiz/',
  '@resvg/resvg-wasm': 'src/chat/practice/picture/',
  dotenv: 'src/config.ts',
  pino: 'src/log.ts',
  'process.env': 'src/config.ts',
};

const MAX_LINES = 250;
const MAX_FILES = 25;
const MAX_FOLDERS = 12;

/** Folders of test/ that mirror src/ and scripts/; whole features, laws over several folders and drills stand beside them. */
const MIRRORED = [
  ...['app', 'text', 'lexicon', 'store', 'ingest', 'retrieve', 'understand', 'read'],
  ...['answer', 'quiz', 'chat', 'channels', 'scripts'],
];
const BESIDE = ['contract', 'golden', 'properties', 'regressions', 'soak', 'support'];

function read(folder: string): Sources {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const paths = names
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  return new Map(paths.sort().map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

const made = (...entries: [string, string][]): Sources => new Map(entries);

describe('the sources of the product', () => {
  const product = read('src');
  const all = new Map([...product, ...read('scripts')]);

  test('are all found', () => expect(product.size).toBeGreaterThan(80));
  test('import only what their layer may see', () => expect(layerFaults(product, RIGHTS)).toEqual([]));
  test('keep the database, the network libraries and the environment in one place each', () =>
    expect(misplaced(product, PLACES)).toEqual([]));
  test('import each other without a ring', () => expect(importCycles(all)).toEqual([]));
  test('document every export', () => expect(undocumentedExports(all)).toEqual([]));
  test('open with a comment that says what they do', () => expect(headless(all)).toEqual([]));
  test(`have at most ${MAX_LINES} lines, tests too`, () =>
    expect(tooLong(new Map([...all, ...read('test')]), MAX_LINES)).toEqual([]));
  test(`keep at most ${MAX_FILES} files in a folder, tests too`, () => {
    const paths = ['src', 'scripts', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name))
        .map((entry) => `${entry.parentPath.slice(ROOT.length).replaceAll('\\', '/')}/${entry.name}`),
    );
    expect(crowded(paths, MAX_FILES)).toEqual([]);
  });
  test(`show at most ${MAX_FOLDERS} folders in src`, () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.length).toBeLessThanOrEqual(MAX_FOLDERS);
  });
  test('are mirrored by their tests', () => {
    const tests = [...read('test').keys()];
    expect(unmirrored(tests, all, MIRRORED)).toEqual([]);
    const folders = new Set(tests.map((path) => path.split('/').slice(1, -1)[0]));
    expect([...folders].filter((folder) => folder && ![...MIRRORED, ...BESIDE].includes(folder))).toEqual([]);
  });
  test('silence no type error', () => {
    const silenced = [...all]
      .filter(([, text]) => /@ts-(?:ignore|expect-error|nocheck)/.test(text))
      .map(([path]) => path);
    expect(silenced).toEqual([]);
  });
});

describe('the check of layers', () => {
  const rights = { low: { may: [] }, high: { may: ['low'], mayTypes: ['side'] }, side: { may: [] } };

  test.each([
    ['a value from a room above', 'src/low/a.ts', "import { b } from '../high/b.ts';", 1],
    ['a type from a room above', 'src/low/a.ts', "import type { B } from '../high/b.ts';", 1],
    ['a value where types alone are granted', 'src/high/a.ts', "import { b } from '../side/b.ts';", 1],
    ['a type where types alone are granted', 'src/high/a.ts', "import type { B } from '../side/b.ts';", 0],
    ['a granted room', 'src/high/a.ts', "import { b } from '../low/b.ts';", 0],
    ['its own room', 'src/low/a.ts', "import { b } from './b.ts';", 0],
    ['an import that spans lines', 'src/low/a.ts', "import {\n  one,\n  type Two,\n} from '../high/b.ts';", 1],
    ['a re-export', 'src/low/a.ts', "export { b } from '../high/b.ts';", 1],
    ['a dynamic import', 'src/low/a.ts', "const b = await import('../high/b.ts');", 1],
    ['a dynamic import in a type', 'src/high/a.ts', "let b: import('../side/b.ts').B;", 0],
    ['an import for its effect', 'src/low/a.ts', "import '../high/b.ts';", 1],
    ['a room that nobody knows', 'src/new/a.ts', '', 1],
    ['a script', 'src/low/a.ts', "import { b } from '../../scripts/b.ts';", 1],
    ['a package', 'src/low/a.ts', "import { b } from 'package';", 0],
  ])('judges %s', (_, path, text, faults) => expect(layerFaults(made([path, text]), rights)).toHaveLength(faults));

  test('resolves relative imports from the root', () => {
    expect(importsOf('src/low/deep/a.ts', "import { b } from '../../high/b.ts';")).toEqual([
      { target: 'src/high/b.ts', typesOnly: false },
    ]);
  });
});

describe('the other checks', () => {
  test('find a package and a text outside their place', () => {
    const places = { engine: 'src/store/', 'process.env': 'src/config.ts' };
    const sources = made(
      ['src/store/a.ts', "import a from 'engine';"],
      ['src/chat/b.ts', "import b from 'engine/sub';"],
      ['src/chat/c.ts', 'process.env.HOME'],
    );
    expect(misplaced(sources, places)).toEqual([
      'src/chat/b.ts: engine belongs in src/store/',
      'src/chat/c.ts: process.env belongs in src/config.ts',
    ]);
  });

  test('find a ring of imports, and no ring in a diamond', () => {
    const from = (name: string): string => `import '${name}';`;
    expect(
      importCycles(made(['src/a.ts', from('./b.ts')], ['src/b.ts', from('./c.ts')], ['src/c.ts', from('./a.ts')])),
    ).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts']);
    expect(
      importCycles(
        made(
          ['src/a.ts', `${from('./b.ts')}\n${from('./c.ts')}`],
          ['src/b.ts', from('./d.ts')],
          ['src/c.ts', from('./d.ts')],
          ['src/d.ts', ''],
        ),
      ),
    ).toEqual([]);
  });

  test('find an export without a doc comment', () => {
    const source =
      '/** Said. */\nexport const said = 1;\n// Not said.\nexport async function unsaid(): Promise<void> {}\nexport type Bare = 1;\n';
    expect(undocumentedExports(made(['src/a.ts', source]))).toEqual(['src/a.ts: unsaid', 'src/a.ts: Bare']);
  });

  test('find a test that mirrors no source', () => {
    const sources = made(['src/chat/a/b.ts', ''], ['scripts/c.ts', ''], ['src/chat/d.tsx', '']);
    const tests = ['chat/a/b', 'scripts/c', 'chat/d', 'chat/b', 'contract/e', 'scripts/b'].map(
      (name) => `test/${name}.test.ts`,
    );
    expect(unmirrored([...tests, 'test/chat/support.ts', 'test/top.test.ts'], sources, ['chat', 'scripts'])).toEqual([
      'test/chat/b.test.ts',
      'test/scripts/b.test.ts',
    ]);
  });

  test('find a source without a header, and one that is too long', () => {
    expect(headless(made(['src/a.ts', '// Does a.\n'], ['src/b.ts', 'const b = 1;\n']))).toEqual(['src/b.ts']);
    expect(tooLong(made(['src/a.ts', 'a\nb\n'], ['src/b.ts', 'a\nb\nc\n']), 2)).toEqual(['src/b.ts: 3 lines']);
  });
});
