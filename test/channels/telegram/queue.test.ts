import { expect, test } from 'vitest';
import { createQueues } from '../../../src/channels/telegram/queue.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('tasks of one chat run in order and never at once', async () => {
  const queues = createQueues();
  const log: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    queues.add('a', async () => {
      log.push(`begin ${n}`);
      for (let pause = n; pause < 5; pause += 1) await turn();
      log.push(`end ${n}`);
    });
  }
  await queues.idle();
  expect(log).toEqual([0, 1, 2, 3, 4].flatMap((n) => [`begin ${n}`, `end ${n}`]));
});

test('a slow chat holds up nobody else', async () => {
  const queues = createQueues();
  const { promise: slow, resolve: finish } = withResolvers();
  const log: string[] = [];
  queues.add('slow', () => slow);
  queues.add('quick', async () => void log.push('quick'));
  await turn();
  expect(log).toEqual(['quick']);
  finish();
  await queues.idle();
});

test('idle waits for tasks that tasks add, and is at once true of empty queues', async () => {
  const queues = createQueues();
  await queues.idle();
  const log: string[] = [];
  queues.add('a', async () => {
    queues.add('b', async () => {
      await turn();
      log.push('b');
    });
  });
  await queues.idle();
  expect(log).toEqual(['b']);
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
