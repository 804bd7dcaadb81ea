// Who is at standard input, told by made-up streams; and that nothing said meanwhile is lost.
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { talkerAt } from '../src/standard-input.ts';

const kind = (name: 'isFIFO' | 'isFile' | 'isSocket' | 'none') => ({
  isFIFO: () => name === 'isFIFO',
  isFile: () => name === 'isFile',
  isSocket: () => name === 'isSocket',
});
const patienceMs = 40;

test('a terminal is a person', async () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true });
  expect(await talkerAt({ stream, stat: kind('none'), patienceMs })).toBe('person');
});

test('what is neither terminal nor pipe nor file is nobody', async () => {
  expect(await talkerAt({ stream: new PassThrough(), stat: kind('none'), patienceMs })).toBe('nobody');
});

test.each(['isFIFO', 'isFile', 'isSocket'] as const)(
  'what speaks through %s is a pipe, and not a word of it is lost',
  async (name) => {
    const stream = new PassThrough();
    setTimeout(() => stream.write('一\n'), 5);
    expect(await talkerAt({ stream, stat: kind(name), patienceMs: 5_000 })).toBe('pipe');
    stream.end('二\n');
    expect(await text(stream)).toBe('一\n二\n');
  },
);

test('an input that ends at once is a pipe: there is nothing to wait for', async () => {
  const stream = new PassThrough();
  stream.end();
  expect(await talkerAt({ stream, stat: kind('isFIFO'), patienceMs: 5_000 })).toBe('pipe');
});

test('a pipe without a word is quiet, and is heard when it speaks later', async () => {
  const stream = new PassThrough();
  expect(await talkerAt({ stream, stat: kind('isFIFO'), patienceMs })).toBe('quiet');
  stream.end('三\n');
  expect(await text(stream)).toBe('三\n');
});

test('an input that breaks is no quiet one', async () => {
  const stream = new PassThrough();
  setTimeout(() => stream.destroy(new Error('broken')), 5);
  await expect(talkerAt({ stream, stat: kind('isFIFO'), patienceMs: 5_000 })).rejects.toThrow('broken');
});
