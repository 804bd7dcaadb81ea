import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type CheckFinding, examine } from '../../../scripts/support/checks.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { openBuiltinEmbedder } from '../../../src/retrieve/embed/builtin.ts';
import { letters, TEXT, useBench } from '../../ingest/bench.ts';
import { GRAIN, writeReranker } from '../../read/support/tiny-reader.ts';
import { isInstalled } from '../../support/installed.ts';

vi.setConfig({ testTimeout: 30_000 });

const bench = useBench();
const embedder = openBuiltinEmbedder();
let environment: Record<string, string> = {};

/** What doctor finds of one part. */
async function found(part: string, change: Partial<Config> = {}): Promise<CheckFinding | undefined> {
  const findings = await examine(() => ({ ...readConfig(environment), ...change }));
  return findings.find((finding) => finding.part === part);
}

beforeEach(async () => {
  environment = { QUZHI_CORPUS: bench.corpus, QUZHI_INDEX: bench.indexDir, QUZHI_STATE: join(bench.root, 'state') };
  bench.put('a.txt', TEXT);
  await bench.run({ embedder });
});

test('of a sound installation nothing is broken, and every part is named once', async () => {
  const findings = await examine(() => readConfig(environment));
  expect(findings.filter(({ level }) => level === 'fault')).toEqual([]);
  const parts = findings.map(({ part }) => part);
  expect(new Set(parts).size).toBe(parts.length);
  expect(parts).toEqual(
    expect.arrayContaining([
      'Node.js',
      'hnswlib',
      'configuration',
      'corpus',
      'embedder',
      'index',
      'vectors',
      'freshness',
      'state',
      'disk',
      'Telegram',
      'language model',
    ]),
  );
});

describe('it finds, with the remedy,', () => {
  test('an index that is missing or damaged', async () => {
    const path = join(bench.indexDir, 'gen-000001', 'quzhi.sqlite');
    const bytes = readFileSync(path);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await found('index')).toMatchObject({ level: 'fault', message: expect.stringContaining('npm run ingest') });
    rmSync(bench.indexDir, { recursive: true });
    expect(await found('index')).toMatchObject({ level: 'fault', message: expect.stringContaining('npm run ingest') });
  });

  test('vectors of another embedder, and an index without', async () => {
    await bench.run({ embedder: letters });
    expect(await found('vectors')).toMatchObject({
      level: 'fault',
      message: expect.stringMatching(/letters .* npm run ingest/),
    });
    await bench.run({ embedder: null });
    expect(await found('vectors')).toMatchObject({ level: 'warning' });
  });

  test('an index built from another corpus than the configured one', async () => {
    const other = join(bench.root, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'b.txt'), TEXT);
    await bench.run({ embedder, corpus: [other], isCorpusNamed: true });
    expect(await found('freshness')).toMatchObject({
      level: 'warning',
      message: expect.stringMatching(new RegExp(`${other}.*not from ${bench.corpus}: npm run ingest`)),
    });
    await bench.run({ embedder });
    expect(await found('freshness')).toMatchObject({ level: 'ok' });
  });

  test('a corpus that has changed, is empty, or is gone', async () => {
    expect(await found('freshness')).toMatchObject({ level: 'ok' });
    bench.put('b.txt', TEXT);
    expect(await found('freshness')).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('npm run ingest'),
    });
    expect(await found('corpus')).toMatchObject({ level: 'ok', message: expect.stringContaining('2 files') });
    rmSync(join(bench.corpus, 'a.txt'));
    rmSync(join(bench.corpus, 'b.txt'));
    expect(await found('corpus')).toMatchObject({ level: 'warning' });
    rmSync(bench.corpus, { recursive: true });
    expect(await found('corpus')).toMatchObject({ level: 'fault', message: expect.stringContaining('QUZHI_CORPUS') });
  });

  test('state that is damaged', async () => {
    const folder = environment['QUZHI_STATE'] ?? '';
    mkdirSync(folder);
    const path = join(folder, 'notes.sqlite');
    const notes = new Database(path);
    notes.exec(`CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('${'x'.repeat(20_000)}')`);
    notes.close();
    expect(await found('state')).toMatchObject({
      level: 'ok',
      message: expect.stringContaining('notes.sqlite is whole'),
    });
    writeFileSync(path, readFileSync(path).subarray(0, 9_000));
    expect(await found('state')).toMatchObject({ level: 'fault', message: expect.stringContaining('npm run restore') });
  });

  test('a configuration that cannot be read, and goes no further', async () => {
    environment['TELEGRAM_BOT_TOKEN'] = 'nonsense';
    const findings = await examine(() => readConfig(environment));
    expect(findings.find(({ part }) => part === 'configuration')).toMatchObject({
      level: 'fault',
      message: expect.stringContaining('@BotFather'),
    });
    expect(findings.some(({ part }) => part === 'index')).toBe(false);
  });

  test('a bot that nobody could use', async () => {
    environment['TELEGRAM_BOT_TOKEN'] = `123456:${'A'.repeat(35)}`;
    expect(await found('Telegram')).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('TELEGRAM_OWNER_IDS'),
    });
    environment['TELEGRAM_OWNER_IDS'] = '42';
    const finding = await found('Telegram');
    expect(finding).toMatchObject({ level: 'ok' });
    expect(finding?.message).not.toContain('AAAA');
  });

  test.each([
    ['http://localhost:1234/v1', 'ok'],
    ['http://localhost:1234/v1/chat/completions', 'fault'],
    ['ftp://localhost/v1', 'fault'],
  ])('whether %s is the address of a model', async (baseUrl, level) => {
    const finding = await found('language model', { model: { baseUrl, name: 'm', apiKey: 'secret-key' } });
    expect(finding).toMatchObject({ level });
    expect(finding?.message).not.toContain('secret-key');
  });

  test('a reader in a folder that holds none, or misreads', async () => {
    expect(await found('reader', { reader: 'reranker:/nowhere/at/all' })).toMatchObject({
      level: 'fault',
      message: expect.stringContaining('There is no reader in /nowhere/at/all'),
    });
    if (!isInstalled('onnxruntime-node')) return;
    const folder = join(bench.root, 'models', 'grain');
    writeReranker(folder, GRAIN);
    const finding = await found('reader', { reader: `reranker:${folder}` });
    expect(finding).toMatchObject({ level: 'ok', message: expect.stringContaining(`tiny in ${folder}`) });
    writeReranker(folder, { 吨: -6 });
    expect(await found('reader', { reader: `reranker:${folder}` })).toMatchObject({
      level: 'fault',
      message: expect.stringContaining('misreads'),
    });
  });

  test('an embedder that is none', async () => {
    expect(await found('embedder', { embedder: 'abacus' })).toMatchObject({
      level: 'fault',
      message: expect.stringContaining('builtin'),
    });
  });
});
