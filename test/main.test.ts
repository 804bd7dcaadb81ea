// npm start as a person runs it: a process of its own on a made-up corpus, fed by a pipe or by a stand-in of the Bot API.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BotApiStandIn, startBotApi } from './support/bot-api.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MATTER = '---\ntitle: 云州市柳溪区公园建设\ndistrict: 云州市柳溪区\npublishedOn: 2020\n---\n';
const PARKS = '2020年，柳溪区新建口袋公园12处，投资3400万元。';
const QUESTION = '柳溪区2020年新建了几处口袋公园？';
const OWNER = { id: 7, is_bot: false, first_name: 'Owner' };
let folder = '';

const place = (name: string): string => join(folder, name);

function start(environment: Record<string, string> = {}, args: readonly string[] = []): ChildProcess {
  const blank = {
    TELEGRAM_BOT_TOKEN: '',
    EMBEDDER: '',
    LLM_BASE_URL: '',
    LLM_MODEL: '',
    LOG_LEVEL: '',
    LOG_QUESTIONS: '',
    WEB_PORT: 'off',
  };
  const folders = { QUZHI_CORPUS: place('corpus'), QUZHI_INDEX: place('index'), QUZHI_STATE: place('state') };
  return spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...blank, ...folders, ...environment },
  });
}

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the child has no output');
  const [out, err, [status]] = await Promise.all([text(stdout), text(stderr), once(child, 'exit')]);
  return { status: Number(status), out, err };
}

async function chat(lines: string, environment?: Record<string, string>, args?: readonly string[]): Promise<Ended> {
  const child = start(environment, args);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(lines);
  return ended(child);
}

const ask = (update: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  message: { message_id: 1, date: 0, chat: { id: OWNER.id, type: 'private' }, from: OWNER, ...update },
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-main-'));
  mkdirSync(place('corpus'));
  writeFileSync(place('corpus/parks.md'), `${MATTER}${PARKS}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start with piped input', () => {
  test('builds the index, answers each line on standard output and ends with the input', async () => {
    const { status, out, err } = await chat(`${QUESTION}\n/districts\n`);
    expect(status).toBe(0);
    expect(out).toContain('12处');
    expect(out).toContain('云州市柳溪区');
    expect(out).not.toContain('Building');
    expect(err).toMatch(/^Building the index: there is no index yet\.\n1 reports, \d+ passages in .* s\.\n$/);
    expect(existsSync(place('state/quzhi.sqlite'))).toBe(true);
  });

  test('builds nothing while the corpus is the same, and again once it has changed', async () => {
    expect(await chat('')).toEqual({ status: 0, out: '', err: '' });
    writeFileSync(place('corpus/roads.md'), `${MATTER}2020年，柳溪区修路40公里。`);
    expect(await chat('柳溪区2020年修路多少公里？\n')).toMatchObject({
      out: expect.stringContaining('40公里'),
      err: expect.stringContaining('the corpus has changed'),
    });
  });

  test('serves the index of before where the corpus is gone, and says so', async () => {
    const { status, out, err } = await chat(`${QUESTION}\n`, { QUZHI_CORPUS: place('gone') });
    expect([status, out.includes('12处')]).toEqual([0, true]);
    expect(err).toMatch(/the one of before serves: There is no .*gone/);
  });

  test('takes the folders from the command line too', async () => {
    await chat('', {}, ['--index', place('other-index'), '--state', place('other-state')]);
    expect([existsSync(place('other-index/current')), existsSync(place('other-state/quzhi.sqlite'))]).toEqual([
      true,
      true,
    ]);
  });
});

describe('npm start that cannot', () => {
  const nowhere = { QUZHI_CORPUS: '/nowhere/at/all' };

  test.each<[string, Record<string, string>, readonly string[], number, RegExp]>([
    [
      'without a corpus and an index',
      nowhere,
      ['--index', '/nowhere/index'],
      1,
      /^There is no \/nowhere\/at\/all.*QUZHI_CORPUS/,
    ],
    [
      'with a malformed token',
      { TELEGRAM_BOT_TOKEN: 'hello' },
      [],
      1,
      /^TELEGRAM_BOT_TOKEN is not a bot token.*@BotFather/,
    ],
    ['with an unknown embedder', { EMBEDDER: 'magic' }, ['--index', '/nowhere/index'], 1, /^EMBEDDER=magic is unknown/],
    ['with a stray word', {}, ['stray'], 2, /^npm start takes no "stray"/],
    ['with an unknown option', {}, ['--colour'], 2, /Usage: npm start/],
  ])('%s ends with one line that says what to do', async (_, environment, args, status, message) => {
    const result = await chat('', environment, args);
    expect([result.status, result.out]).toEqual([status, '']);
    const [line, ...more] = result.err
      .trim()
      .split('\n')
      .filter((told) => !told.startsWith('Building'));
    expect(line).toMatch(message);
    expect(more).toEqual([]);
  });
});

describe('npm start with a token', () => {
  let api: BotApiStandIn;
  beforeAll(async () => {
    api = await startBotApi();
  });
  afterAll(() => api.stop());
  const settings = (): Record<string, string> => ({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    TELEGRAM_OWNER_IDS: String(OWNER.id),
  });

  test('serves Telegram until it is told to stop, and shows no token', async () => {
    const child = start(settings());
    const end = ended(child);
    api.deliver(ask({ text: QUESTION }));
    await api.until(() => api.sent.length > 0, 40_000);
    child.kill('SIGTERM');
    const { status, out, err } = await end;
    expect(api.sent[0]).toMatchObject({ chatId: OWNER.id, replyTo: 1, text: expect.stringContaining('12处') });
    expect(api.violations).toEqual([]);
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain(`@${api.bot.username} is listening`);
    expect(err).not.toContain(api.token);
    expect(err).not.toContain(QUESTION);
  });

  test('logs JSON lines, with the questions where that is asked for', async () => {
    const child = start({ ...settings(), LOG_QUESTIONS: 'yes', QUZHI_STATE: place('logged-state') });
    const end = ended(child);
    const before = api.sent.length;
    api.deliver(ask({ text: QUESTION }));
    await api.until(() => api.sent.length > before, 40_000);
    child.kill('SIGTERM');
    const lines = (await end).err.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: 'info', msg: 'question', question: QUESTION, verdict: 'answered' }),
    );
  });

  test('ends with what to do where the server refuses the token', async () => {
    const { status, err } = await chat('', { ...settings(), TELEGRAM_BOT_TOKEN: '1234567:another-token-of-no-value' });
    expect(status).toBe(1);
    expect(err).toMatch(/^The bot cannot start: .*@BotFather/m);
    expect(err).not.toContain('another-token');
  });
});
