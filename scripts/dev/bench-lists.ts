// npm run bench-lists: the page's lists over thousands of reports in a real browser: when each is first painted, how long a filter
// takes, what a first visit weighs and how long an answer takes over a slow line. For maintainers of the program.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { countOption, print, runCommand, tell, textOption } from '../../src/app/cli/command.ts';
import { readConfig } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import { ingest } from '../../src/ingest/build.ts';
import { divisions } from '../../src/lexicon/places/divisions.ts';
import { openBuiltinEmbedder } from '../../src/retrieve/embed/builtin.ts';
import { readArticles } from './support/bench-data.ts';
import { startServer } from './support/load-server.ts';
import { measureAnswer, measureFirstVisit, measureList, type PageTimes } from './support/page-times.ts';

const DEFAULTS = { reports: 3_000, districts: 1_000, port: 8_098, rounds: 5 } as const;
const MIDDLE = 0.5;
const CHROMIUM = '/usr/bin/chromium';

/** The lists, what is drawn when each is there, and a press that filters it. */
const LISTS = [
  { name: 'districts', path: '/browse', row: '.cards .card', filter: '.regions ul .region', changes: '.pager span' },
  { name: 'reports', path: '/browse/reports', row: 'a.row', filter: '.regions ul .region', changes: '.pager span' },
  { name: 'topics', path: '/browse/topics', row: '.topics li', filter: null, changes: null },
  { name: 'figures', path: '/browse/facts', row: '.facts tbody tr', filter: 'thead button', changes: '.facts tbody' },
  { name: 'charts', path: '/browse/charts', row: '.topics li, .hint', filter: null, changes: null },
] as const;

/** Writes so many articles as reports of so many districts. */
function writeCorpus(
  folder: string,
  news: string,
  { reports, districts }: { reports: number; districts: number },
): void {
  const names = divisions().all.filter(({ level, former }) => level === 'county' && !former);
  mkdirSync(folder, { recursive: true });
  for (const [n, { title, text }] of readArticles(news).slice(0, reports).entries()) {
    const district = names[((n % districts) * 7) % names.length]?.fullName ?? '';
    const fields = { title: `${n} ${title}`, district, publisher: `第${n % 40}报`, publishedOn: `${2015 + (n % 10)}` };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    writeFileSync(join(folder, `${n}.md`), `---\n${lines.join('\n')}\n---\n${text}`);
  }
}

async function makeIndex(root: string, news: string, counts: { reports: number; districts: number }): Promise<string> {
  const indexDir = join(root, 'index');
  if (existsSync(join(indexDir, 'current'))) return indexDir;
  const corpus = join(root, 'corpus');
  writeCorpus(corpus, news, counts);
  tell(`${counts.reports} reports of ${counts.districts} districts …`);
  const sleep = (): Promise<void> => Promise.resolve();
  await ingest({ corpus: [corpus], indexDir, embedder: openBuiltinEmbedder(), now: () => new Date(), sleep });
  return indexDir;
}

/** Signs in as the owner; the cookie of the session. */
async function signIn(url: string, code: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ code, name: 'owner' });
  const response = await fetch(`${url}/api/join`, { method: 'POST', headers, body });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Counts what the product holds: what was measured is told by it, not by what was wanted. */
async function countHeld(url: string, cookie: string): Promise<object> {
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(url + path, { headers: { cookie } })).json()) as T;
  const { total } = await get<{ total: number }>('/api/reports?limit=1');
  const { districts } = await get<{ districts: unknown[] }>('/api/districts');
  return { reports: total, districts: districts.length };
}

const middleOf = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length * MIDDLE)] ?? 0);

async function measure(url: string, cookie: string, rounds: number): Promise<object> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless=new', '--no-sandbox'] });
  try {
    const [name = '', value = ''] = cookie.split(/=(.*)/u);
    const signedIn = async () => {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1_280, height: 800 } });
      await context.addCookies([{ name, value, url }]);
      return context;
    };
    const lists: Record<string, object> = {};
    for (const list of LISTS) {
      const times: PageTimes[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await measureList(await signedIn(), url, list));
      const filters = times.flatMap(({ filterMs }) => filterMs ?? []);
      lists[list.name] = {
        firstPaintMs: middleOf(times.map(({ firstPaintMs }) => firstPaintMs)),
        filterMs: filters.length === 0 ? null : middleOf(filters),
      };
    }
    const kilobytes = await measureFirstVisit(await signedIn(), url);
    const answers: number[] = [];
    for (let round = 0; round < rounds; round += 1) answers.push(await measureAnswer(await signedIn(), url));
    return { lists, firstVisitKilobytes: kilobytes, answerMs: middleOf(answers) };
  } finally {
    await browser.close();
  }
}

await runCommand({
  usage:
    'Usage: npm run bench-lists -- --news FILE.jsonl[.gz] [--reports N] [--districts N] [--rounds N] [--port N] [--folder DIR, made once and kept] | --index DIR (Chromium at /usr/bin/chromium)',
  options: {
    ...{ news: { type: 'string' }, reports: { type: 'string' }, districts: { type: 'string' } },
    ...{ rounds: { type: 'string' }, port: { type: 'string' }, folder: { type: 'string' } },
  },
  async run(values) {
    const folder = textOption(values, 'folder');
    const root = folder ?? mkdtempSync(join(tmpdir(), 'quzhi-bench-lists-'));
    const counts = {
      reports: countOption(values, 'reports', DEFAULTS.reports),
      districts: countOption(values, 'districts', DEFAULTS.districts),
    };
    const news = textOption(values, 'news');
    const given = textOption(values, 'index') ?? (news === undefined ? readConfig().indexDir : undefined);
    try {
      const indexDir = given ?? (await makeIndex(root, news ?? '', counts));
      const port = countOption(values, 'port', DEFAULTS.port);
      const made = given === undefined ? { corpusDir: join(root, 'corpus') } : {};
      // An owner signs in by the code that a fresh state gives once.
      const stateDir = mkdtempSync(join(tmpdir(), 'quzhi-bench-state-'));
      const server = await startServer({ indexDir, stateDir, ...made, port });
      try {
        const cookie = await signIn(server.url, server.ownerCode);
        if (cookie === '') throw new AppError('web/port', 'The page let nobody in. Run npm start to see why.');
        const held = await countHeld(server.url, cookie);
        const measured = await measure(server.url, cookie, countOption(values, 'rounds', DEFAULTS.rounds));
        print(JSON.stringify({ ...held, ...measured }, null, 2));
      } finally {
        server.child.kill('SIGTERM');
        rmSync(stateDir, { recursive: true, force: true });
      }
    } finally {
      if (folder === undefined) rmSync(root, { recursive: true, force: true });
    }
    return 0;
  },
});
