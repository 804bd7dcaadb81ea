// JSON Lines in, JSON Lines out: order, errors in their place, what is passed over.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runBatch } from '../../../scripts/support/lines.ts';
import { AppError } from '../../../src/errors.ts';

let folder = '';
let printed = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quzhi-lines-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

type Handle = (value: Record<string, unknown>) => Promise<object>;
const echo: Handle = (value) => Promise.resolve({ said: value['question'] });

/** What is printed for a file of this content, line by line. */
async function batch(content: string, handle: Handle = echo): Promise<unknown[]> {
  const file = join(folder, 'batch.jsonl');
  writeFileSync(file, content);
  await runBatch(file, handle);
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

describe('a batch', () => {
  test('answers in the order of its lines, each under its own id', async () => {
    const slowFirst: Handle = async (value) => {
      if (value['id'] === 0) await new Promise((resolve) => setImmediate(resolve));
      return { said: value['question'] };
    };
    const lines = Array.from({ length: 20 }, (_, id) => JSON.stringify({ id, question: `问${id}` }));
    expect(await batch(lines.join('\n'), slowFirst)).toEqual(lines.map((_, id) => ({ id, said: `问${id}` })));
  });

  test.each([
    ['line ends of any system', '{"id":1}\r\n{"id":2}\n{"id":3}'],
    ['blank lines', '\n{"id":1}\n\n  \n{"id":2}\n{"id":3}\n\n'],
    ['a byte-order mark', '\uFEFF{"id":1}\n{"id":2}\n{"id":3}'],
    ['white space around a line', '  {"id":1}\n\t{"id":2} \n{"id":3}'],
  ])('%s make no difference', async (_, content) => {
    expect(await batch(content)).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  test('an empty file gives nothing', async () => {
    expect(await batch('')).toEqual([]);
  });

  test('every answer is one line, whatever it holds', async () => {
    const lines = await batch('{"id":"甲\\n乙","question":"一\\n二\\u2028三"}');
    expect(lines).toEqual([{ id: '甲\n乙', said: '一\n二\u2028三' }]);
    expect(printed.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a line without an id has none', async () => {
    expect(await batch('{"question":"问"}')).toEqual([{ id: null, said: '问' }]);
  });
});

describe('a malformed line', () => {
  test('gets its error in its place, and the batch goes on', async () => {
    const error = { code: 'batch/line-malformed', message: expect.any(String) };
    expect(await batch('{"id":1}\nno JSON\n[]\n{"id":2}')).toEqual([
      { id: 1 },
      { id: null, error },
      { id: null, error },
      { id: 2 },
    ]);
  });

  test('keeps its id where a field is wrong', async () => {
    const refuse: Handle = () => Promise.reject(new AppError('batch/line-malformed', '"question" must be a text'));
    expect(await batch('{"id":"q"}', refuse)).toEqual([
      { id: 'q', error: { code: 'batch/line-malformed', message: '"question" must be a text' } },
    ]);
  });
});

describe('what ends a batch', () => {
  test.each([
    ['a fault that concerns every line', new AppError('index/missing', 'There is no index yet.')],
    ['a bug', new TypeError('a bug')],
  ])('%s', async (_, error) => {
    await expect(batch('{"id":1}\n{"id":2}', () => Promise.reject(error))).rejects.toBe(error);
  });

  test('a file that is not there, with the remedy', async () => {
    await expect(runBatch(join(folder, 'nowhere'), echo)).rejects.toMatchObject({
      code: 'usage/invalid',
      message: expect.stringContaining('--batch'),
    });
  });
});
