// What the product keeps of itself: the health report of the live index, and a backup that can be restored.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMaintenance, pruneDaily } from '../../src/app/maintenance.ts';
import type { Maintenance } from '../../src/chat/corpus/maintenance.ts';
import { ingest } from '../../src/ingest/build.ts';
import { restoreBackup } from '../../src/store/backup.ts';
import { openLibrary } from '../../src/store/index/generation.ts';
import { openState } from '../../src/store/state/state.ts';

// Starting a thread takes half a second, and several on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date('2026-11-22T08:00:00Z');
const now = (): Date => NOW;
const sleep = (): Promise<void> => Promise.resolve();
let root = '';
let maintenance: Maintenance;
const at = (name: string): string => join(root, name);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'quzhi-maintenance-'));
  mkdirSync(at('corpus'));
  writeFileSync(
    at('corpus/park.md'),
    '---\ntitle: 公园\ndistrict: 云州市柳溪区\n---\n2020年，柳溪区新建口袋公园12处。',
  );
  openState(at('state')).close();
  await ingest({ corpus: [at('corpus')], indexDir: at('index'), embedder: null, now, sleep });
  maintenance = createMaintenance({ indexDir: at('index'), stateDir: at('state'), corpusDir: at('corpus'), now });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('tells how the reports of the live index came in, as data and as a page', () => {
  const { health, page } = maintenance.health('zh');
  expect(health).toMatchObject({ totals: { reports: 1 } });
  expect(page).toContain('收录健康报告');
  expect(maintenance.health('en').page).toContain('What came in');
});

test('tells nothing where there is no index', () => {
  const bare = createMaintenance({ indexDir: at('nowhere'), stateDir: at('state'), corpusDir: at('corpus'), now });
  expect(bare.health('zh')).toEqual({ health: null, page: null });
});

test('a backup holds the corrections of reports, and brings them back beside the corpus', async () => {
  writeFileSync(at('corpus/corrections.yaml'), 'changes: []\n');
  const file = await maintenance.backup();
  rmSync(at('corpus/corrections.yaml'));
  const places = { indexDir: at('third-index'), stateDir: at('third-state'), sleep };
  await restoreBackup(file, { ...places, correctionsFile: at('corpus/corrections.yaml') });
  expect(readFileSync(at('corpus/corrections.yaml'), 'utf8')).toBe('changes: []\n');
  rmSync(dirname(file), { recursive: true, force: true });
});

test('a backup lies outside what it is of, in a folder of its own, and brings everything back', async () => {
  const file = await maintenance.backup();
  try {
    expect(file.startsWith(root)).toBe(false);
    const places = { indexDir: at('other-index'), stateDir: at('other-state'), sleep };
    expect(await restoreBackup(file, places)).toMatchObject({ generation: 'gen-000001' });
    const library = openLibrary(at('other-index'));
    expect(library.reports.size).toBe(1);
    library.close();
    expect(existsSync(join(at('other-state'), 'quzhi.sqlite'))).toBe(true);
  } finally {
    rmSync(dirname(file), { recursive: true, force: true });
  }
});

test('a clock that has jumped deletes nothing that day, and the next day what has aged', () => {
  vi.useFakeTimers();
  const state = openState(at('clock'));
  const day = 86_400_000;
  let today = NOW;
  const jumps: number[] = [];
  const speaker = { channel: 'web', chat: 'u', user: 'u', language: 'zh' as const };
  const interpretation = { question: '问', districts: [], period: null, language: 'zh' as const };
  const answer = { status: 'refused' as const, reason: 'greeting' as const, message: '', nearest: [], interpretation };
  try {
    state.exchanges.keep(speaker, { question: '问', answer, followable: false, at: NOW });
    today = new Date(NOW.getTime() + 400 * day);
    pruneDaily(state.personalData, { retentionDays: 365, now: () => today, onJump: (days) => jumps.push(days) });
    expect(jumps).toEqual([400]);
    expect(state.exchanges.find(speaker, null)).not.toBeNull();
    today = new Date(today.getTime() + day);
    vi.advanceTimersByTime(day);
    expect(jumps).toEqual([400]);
    expect(state.exchanges.find(speaker, null)).toBeNull();
  } finally {
    vi.useRealTimers();
    state.close();
  }
});

test('a full disk deletes nothing and lets the product start', () => {
  const full = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
  const noteUpkeep = (): never => {
    throw full;
  };
  const prune = (): never => {
    throw new Error('pruned');
  };
  const options = { retentionDays: 1, now: () => new Date(), onJump: () => undefined };
  expect(() => pruneDaily({ prune, noteUpkeep }, options)).not.toThrow();
  const broken = (): never => {
    throw new TypeError('broken');
  };
  expect(() => pruneDaily({ prune, noteUpkeep: broken }, options)).toThrow('broken');
});
