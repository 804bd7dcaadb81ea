import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchFile, type Hub } from '../../../scripts/support/hub.ts';
import { type HubServer, startHub } from './hub-server.ts';

const CONTENT = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251));
const HASH = createHash('sha256').update(CONTENT).digest('hex');
const FILE = 'onnx/model.onnx';

let folder = '';
let server: HubServer | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
});

async function start(behave: Parameters<typeof startHub>[1] = {}): Promise<HubServer> {
  server = await startHub({ [`own/small/${FILE}`]: CONTENT }, behave);
  return server;
}

const fetchFrom = ({ url }: { url: string }, options: Partial<Hub> = {}, file = FILE): Promise<boolean> =>
  fetchFile({ url, pauseMs: 1, ...options }, { model: 'own/small', file }, folder);
const partName = `${FILE}.${HASH.slice(0, 8)}.part`;
const kept = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('a file', () => {
  test('is fetched whole, told on its way, and not again', async () => {
    const hub = await start();
    const told: number[] = [];
    expect(await fetchFrom(hub, { onProgress: (_, done, total) => told.push(done, total ?? -1) })).toBe(true);
    expect(readFileSync(join(folder, FILE)).equals(CONTENT)).toBe(true);
    expect(told.slice(-2)).toEqual([CONTENT.length, CONTENT.length]);
    const before = hub.seen.length;
    expect(await fetchFrom(hub)).toBe(true);
    expect(hub.seen.slice(before)).toEqual([`HEAD /own/small/resolve/main/${FILE}`]);
  });

  test('that the hub does not have is not there', async () => {
    expect(await fetchFrom(await start(), {}, 'model.onnx')).toBe(false);
    expect(kept()).toEqual([]);
  });

  test('is gone on with where a connection broke off', async () => {
    const hub = await start({ breakOffAfter: 40_000 });
    expect(await fetchFrom(hub)).toBe(true);
    expect(readFileSync(join(folder, FILE)).equals(CONTENT)).toBe(true);
    expect(hub.seen.filter((line) => line.includes('bytes='))).not.toEqual([]);
    expect(kept()).toEqual(['onnx', FILE]);
  });

  test('is gone on with where an earlier run stopped', async () => {
    mkdirSync(join(folder, 'onnx'));
    writeFileSync(join(folder, partName), CONTENT.subarray(0, 90_000));
    const hub = await start();
    expect(await fetchFrom(hub)).toBe(true);
    expect(hub.seen.at(-1)).toContain('bytes=90000-');
    expect(readFileSync(join(folder, FILE)).equals(CONTENT)).toBe(true);
  });

  test('is begun anew where the hub serves no ranges, or what is there is longer', async () => {
    mkdirSync(join(folder, 'onnx'));
    writeFileSync(join(folder, partName), Buffer.alloc(50_000, 1));
    expect(await fetchFrom(await start({ wholeOnly: true }))).toBe(true);
    await server?.close();
    rmSync(join(folder, FILE));
    writeFileSync(join(folder, partName), Buffer.alloc(200_000, 1));
    expect(await fetchFrom(await start())).toBe(true);
    expect(readFileSync(join(folder, FILE)).equals(CONTENT)).toBe(true);
  });

  test('that is another one on disk is fetched again', async () => {
    mkdirSync(join(folder, 'onnx'));
    writeFileSync(join(folder, FILE), Buffer.alloc(CONTENT.length, 9));
    await fetchFrom(await start());
    expect(readFileSync(join(folder, FILE)).equals(CONTENT)).toBe(true);
  });
});

describe('a fault', () => {
  test('a file that is not what its hash says is not kept', async () => {
    await expect(fetchFrom(await start({ hash: 'ab'.repeat(32) }))).rejects.toMatchObject({
      code: 'hub/refused',
      message: expect.stringMatching(/another hash.*not kept.*HF_ENDPOINT/),
    });
    expect(kept()).toEqual(['onnx']);
  });

  test('a small file is held against the hash of Git', async () => {
    const blob = createHash('sha1').update(`blob ${CONTENT.length}\0`).update(CONTENT).digest('hex');
    expect(await fetchFrom(await start({ hash: blob }))).toBe(true);
    await server?.close();
    rmSync(join(folder, FILE));
    const other = createHash('sha1').update('other').digest('hex');
    await expect(fetchFrom(await start({ hash: other }))).rejects.toMatchObject({ code: 'hub/refused' });
  });

  test('a hub that brings nothing is given up, and what came stays', async () => {
    await expect(fetchFrom(await start({ breakOffAfter: 0 }))).rejects.toMatchObject({
      code: 'hub/unreachable',
      message: expect.stringMatching(/HF_ENDPOINT.*npm run add -- KIND FOLDER/),
    });
  });

  test.each([401, 403])('status %i says to check the id', async (status) => {
    await expect(fetchFrom(await start({ status }))).rejects.toMatchObject({
      code: 'hub/refused',
      message: expect.stringContaining('Check the id'),
    });
  });

  test('no network says how to bring a folder', async () => {
    await expect(fetchFrom({ url: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      code: 'hub/unreachable',
      message: expect.stringMatching(/127\.0\.0\.1:9 cannot be reached.*FOLDER/),
    });
  });
});
