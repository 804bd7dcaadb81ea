// The contract of `ask` and `search` from outside: processes on a made-up corpus, JSON Lines in and out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES: Readonly<Record<string, string>> = {
  'parks.md':
    '---\ntitle: 柳溪区公园建设\ndistrict: 云州市柳溪区\npublishedOn: 2020\n---\n2020年，柳溪区新建口袋公园12处，投资3400万元。\n',
  'roads.txt': '云州市北桥区修路记\r\n\r\n2019年，北桥区修路40公里👏，负责人是北桥区区长苏闻。\r\n',
};
let folder = '';

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(script: string, args: readonly string[], input = ''): Run {
  const all = ['--import', 'tsx', `scripts/${script}.ts`, ...args, '--index', join(folder, 'index')];
  const env = { ...process.env, EMBEDDER: '', LLM_BASE_URL: '', LLM_MODEL: '', TELEGRAM_BOT_TOKEN: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: ROOT, env, input, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

interface Cited {
  readonly n: number;
  readonly document: { readonly id: string; readonly path: string };
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}
interface Line {
  readonly id: unknown;
  readonly status?: string;
  readonly short: string;
  readonly text: string;
  readonly claims: readonly { readonly text: string; readonly citations: readonly number[] }[];
  readonly citations: readonly Cited[];
  readonly refusal: { readonly reason: string; readonly message: string; readonly nearest: readonly Cited[] } | null;
  readonly error?: { readonly code: string; readonly message: string };
}

function batch(lines: readonly (string | object)[]): Line[] {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { status, out } = run('ask', ['--batch', '-'], input);
  expect(status).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-ask-'));
  mkdirSync(join(folder, 'corpus'));
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, 'corpus', name), text);
  expect(run('ingest', ['--corpus', join(folder, 'corpus')])).toMatchObject({ status: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DOCUMENT = { id: 'd', title: '东岭区水务', text: '东岭区建成水厂3座。' };
const QUESTIONS = [
  { id: 'figure', question: '柳溪区2020年新建了几处口袋公园？' },
  { id: 'follow-up', question: '投资多少？', history: ['柳溪区2020年新建了几处口袋公园？'] },
  { id: 'emoji', question: '北桥区修了多少公里的路？' },
  { id: 'other district', question: '涧西区2020年新建了几处口袋公园？' },
  { id: 'documents', question: '东岭区建成几座水厂？', documents: [DOCUMENT] },
  { id: 'documents alone', question: '柳溪区2020年新建了几处口袋公园？', documents: [DOCUMENT] },
];
const BAD_QUESTIONS = ['', ' \n', '泉'.repeat(10_000), '😀😀', '\u0000\u0007', '？？？', '\ud83d'];

describe('ask --batch', () => {
  let answers: Line[] = [];
  const by = (id: string): Line => answers.find((line) => line.id === id) ?? expect.unreachable(`no line ${id}`);
  beforeAll(() => {
    answers = batch(QUESTIONS);
  });

  test('answers in the order of the questions', () => {
    expect(answers.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id));
  });

  test('gives the figure, and in a follow-up the figure of the same subject', () => {
    expect(by('figure')).toMatchObject({ status: 'answered', short: expect.stringContaining('12处') });
    expect(by('follow-up')).toMatchObject({ status: 'answered', short: expect.stringContaining('3400万元') });
  });

  test('quotes slices of the source, in UTF-16 units, whatever stands before', () => {
    const quoted = answers.flatMap(({ citations }) => citations).filter(({ document }) => document.path in SOURCES);
    expect(quoted.length).toBeGreaterThan(2);
    for (const { document, start, end, quote } of quoted) expect(SOURCES[document.path]?.slice(start, end)).toBe(quote);
  });

  test('cites in every claim, and only citations that are there', () => {
    for (const { status, claims, citations } of answers) {
      const numbers = citations.map(({ n }) => n);
      expect(numbers).toEqual(citations.map((_, index) => index + 1));
      if (status === 'answered') expect(claims.length).toBeGreaterThan(0);
      for (const claim of claims) expect(numbers).toEqual(expect.arrayContaining([...claim.citations]));
      for (const claim of claims) expect(claim.citations.length).toBeGreaterThan(0);
    }
  });

  test('refuses with a reason and a message, without an answer or citations', () => {
    expect(by('other district')).toMatchObject({
      status: 'refused',
      short: '',
      citations: [],
      refusal: { reason: 'unknown-district' },
    });
    expect(by('other district').refusal?.message).toContain('涧西区');
  });

  test('answers from the documents of a line alone', () => {
    expect(by('documents')).toMatchObject({ status: 'answered', short: expect.stringContaining('3座') });
    expect(by('documents').citations[0]?.quote).toBe(DOCUMENT.text);
    expect(by('documents alone').status).toBe('refused');
  });

  test('keeps messages and direct answers short', () => {
    for (const { short, text } of answers) expect([short.length <= 500, text.length <= 1500]).toEqual([true, true]);
  });

  test('gives the same bytes for the same questions, the time taken aside', () => {
    const timeless = (lines: readonly Line[]): string => JSON.stringify(lines).replace(/"elapsedMs":[\d.]+/g, '');
    expect(timeless(batch(QUESTIONS))).toBe(timeless(answers));
  });

  test('refuses what is no question, and goes on', () => {
    const lines = batch([
      ...BAD_QUESTIONS.map((question) => ({ question })),
      { id: 'last', question: '柳溪区新建了几处口袋公园？' },
    ]);
    expect(lines.slice(0, -1).map(({ status }) => status)).toEqual(BAD_QUESTIONS.map(() => 'refused'));
    expect(lines.at(-1)).toMatchObject({ id: 'last', status: 'answered' });
  });

  test('a malformed line gets its error in its place, and the batch goes on', () => {
    const bad = [
      'no JSON',
      '[1]',
      '{"id": 3}',
      { id: 4, question: '？', history: 'a' },
      { id: 5, question: '？', documents: [{ id: 'd' }] },
    ];
    const lines = batch([...bad, '', { id: 'last', question: '柳溪区新建了几处口袋公园？' }]);
    expect(lines.map(({ id }) => id)).toEqual([null, null, 3, 4, 5, 'last']);
    expect(lines.map(({ error }) => error?.code ?? null)).toEqual([...bad.map(() => 'batch/line-malformed'), null]);
  });
});

describe('from the command line', () => {
  test('one answer is printed as its reader sees it, or as JSON', () => {
    expect(run('ask', ['柳溪区2020年新建了几处口袋公园？']).out).toMatch(/^12处.*\[1\]/);
    expect(JSON.parse(run('ask', ['--json', '柳溪区2020年新建了几处口袋公园？']).out)).toMatchObject({
      status: 'answered',
      mode: 'extractive',
    });
  });

  test('search prints ranked passages with their places', () => {
    const { out } = run('search', ['--top', '1', '--json', '口袋公园']);
    const { hits } = JSON.parse(out) as { hits: { document: { path: string }; start: number; end: number }[] };
    const [hit] = hits;
    expect(hits).toHaveLength(1);
    expect(SOURCES[hit?.document.path ?? '']?.slice(hit?.start, hit?.end)).toContain('口袋公园12处');
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ['ask', [], 2, /Give one question, or --batch FILE/],
    ['ask', ['--batch', '/nowhere/at/all'], 2, /There is no file/],
    ['search', ['--top', 'many', 'x'], 2, /whole number/],
    ['evaluate', [], 2, /Name one question set/],
    ['evaluate', ['/nowhere/at/all'], 2, /cannot be read/],
    ['facts', ['--district', '无此区'], 2, /No facts on/],
  ])('%s %j ends with %i and one line that says what to do', (script, args, status, message) => {
    const result = run(script, args);
    expect([result.status, result.out]).toEqual([status, '']);
    expect(result.err).toMatch(message);
    expect(result.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('evaluate', () => {
  test('asks the live index, prints the table by kind, and compares with a saved run', () => {
    const gold = join(folder, 'gold.jsonl');
    const saved = join(folder, 'run.json');
    const items = [
      {
        id: 'a',
        kind: 'factoid-number',
        question: '柳溪区2020年新建了几处口袋公园？',
        docs: ['parks'],
        answers: [['12处']],
      },
      { id: 'b', kind: 'out-of-scope', question: '涧西区2020年新建了几处口袋公园？' },
    ];
    writeFileSync(gold, items.map((item) => JSON.stringify(item)).join('\n'));
    expect(run('evaluate', [gold, '--save', saved])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^factoid-number +1 +100\.0 %/m),
    });
    expect(run('evaluate', [gold, '--compare', saved]).out).toMatch(/^lost: none$/m);
    expect(JSON.parse(run('evaluate', [gold, '--json']).out)).toMatchObject({
      items: 2,
      answer: 1,
      direct: 1,
      grounded: 1,
      verbatim: 1,
      refusal: 1,
      falseRefusal: 0,
    });
  });
});
