import { expect, test } from 'vitest';
import { createSerialQueue } from '../src/serial-queue.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('tasks of one key run in order and never at once', async () => {
  const queue = createSerialQueue();
  const log: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    void queue.run('a', async () => {
      log.push(`begin ${n}`);
      for (let pause = n; pause < 5; pause += 1) await turn();
      log.push(`end ${n}`);
    });
  }
  await queue.idle();
  expect(log).toEqual([0, 1, 2, 3, 4].flatMap((n) => [`begin ${n}`, `end ${n}`]));
});

test('a slow key holds up nobody else', async () => {
  const queue = createSerialQueue();
  const { promise: slow, resolve: finish } = withResolvers();
  const log: string[] = [];
  void queue.run('slow', () => slow);
  void queue.run('quick', async () => void log.push('quick'));
  await turn();
  expect(log).toEqual(['quick']);
  finish();
  await queue.idle();
});

test('idle waits for tasks that tasks add, and is at once true of an empty queue', async () => {
  const queue = createSerialQueue();
  await queue.idle();
  const log: string[] = [];
  void queue.run('a', async () => {
    void queue.run('b', async () => {
      await turn();
      log.push('b');
    });
  });
  await queue.idle();
  expect(log).toEqual(['b']);
});

test('each task has its own outcome: one that fails, at once or later, fails alone', async () => {
  const queue = createSerialQueue();
  const failures = [
    queue.run('a', () => {
      throw new Error('at once');
    }),
    queue.run('a', async () => Promise.reject(new Error('later'))),
  ];
  const after = queue.run('a', () => 'done');
  expect(await Promise.allSettled(failures)).toMatchObject([
    { reason: { message: 'at once' } },
    { reason: { message: 'later' } },
  ]);
  expect(await after).toBe('done');
});

test('the length counts what runs and what waits', async () => {
  const queue = createSerialQueue();
  expect(queue.lengthOf('a')).toBe(0);
  const tasks = [queue.run('a', turn), queue.run('a', turn), queue.run('b', turn)];
  expect([queue.lengthOf('a'), queue.lengthOf('b')]).toEqual([2, 1]);
  await Promise.all(tasks);
  await queue.idle();
  expect([queue.lengthOf('a'), queue.lengthOf('b')]).toEqual([0, 0]);
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
