// The queue of uploads: few at a time, again while the server is busy, and never again what it refuses for what it is.
import { expect, test } from 'vitest';
import { RequestFault } from '../../../../../src/channels/web/client/api.ts';
import { type UploadState, uploadAll } from '../../../../../src/channels/web/client/model/upload-queue.ts';

const files = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ file: new File([], `${n}`), path: `${n}.txt` }));

async function run(
  count: number,
  send: (path: string) => Promise<void>,
): Promise<{ state: UploadState; most: number }> {
  let [underWay, most] = [0, 0];
  const states: UploadState[] = [];
  await uploadAll(files(count), {
    send: async ({ path }) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
      await send(path);
    },
    sleep: async () => undefined,
    reasonOf: (fault) => (fault instanceof Error ? fault.message : ''),
    onChange: (state) => states.push(state),
  });
  const state = states.at(-1) ?? { total: 0, done: 0, refused: [] };
  return { state, most };
}

test('all files are sent, at most three at once', async () => {
  const sent: string[] = [];
  const { state, most } = await run(20, async (path) => void sent.push(path));
  expect(new Set(sent).size).toBe(20);
  expect(state).toEqual({ total: 20, done: 20, refused: [] });
  expect(most).toBe(3);
});

test('a busy server is asked again, and nothing is refused for load', async () => {
  let attempts = 0;
  const { state } = await run(5, async () => {
    attempts += 1;
    if (attempts % 3 !== 0) throw new RequestFault(429, 'busy');
  });
  expect(state.refused).toEqual([]);
  expect(attempts).toBe(15);
});

test('what is refused for what it is, is told with the reason and not sent again', async () => {
  const tried: string[] = [];
  const { state } = await run(3, async (path) => {
    tried.push(path);
    if (path === '1.txt') throw new RequestFault(413, 'too large');
  });
  expect(tried).toHaveLength(3);
  expect(state.refused).toEqual([{ path: '1.txt', reason: 'too large' }]);
});
