import { afterEach, describe, expect, test, vi } from 'vitest';
import { countOption, drawProgress, runCommand, textOption, textOptions } from '../../../src/app/cli/command.ts';
import { AppError } from '../../../src/errors.ts';

describe('options', () => {
  test('a text is a text, all else is absent', () => {
    expect([textOption({ a: 'x' }, 'a'), textOption({ a: true }, 'a'), textOption({}, 'a')]).toEqual([
      'x',
      undefined,
      undefined,
    ]);
  });

  test('texts of an option that may be repeated come as a list', () => {
    expect([textOptions({ a: ['x', true, 'y'] }, 'a'), textOptions({ a: 'x' }, 'a'), textOptions({}, 'a')]).toEqual([
      ['x', 'y'],
      ['x'],
      [],
    ]);
  });

  test('a count is a whole number or its default', () => {
    expect([countOption({ top: '12' }, 'top', 5), countOption({}, 'top', 5)]).toEqual([12, 5]);
  });

  test.each(['', '-1', '1.5', 'ten', '1e3', '12345678901'])('"%s" is no count', (value) => {
    expect(() => countOption({ top: value }, 'top', 5)).toThrow(expect.objectContaining({ code: 'usage/invalid' }));
  });
});

describe('runCommand', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = 0;
  });

  async function outcome(
    run: () => number,
    args: readonly string[] = [],
  ): Promise<{ status: unknown; out: string; err: string }> {
    vi.restoreAllMocks();
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await runCommand({ usage: 'Usage: made-up', options: { top: { type: 'string' } }, run }, args);
    const written = (spy: typeof out): string => spy.mock.calls.map(([text]) => String(text)).join('');
    return { status: process.exitCode, out: written(out), err: written(err) };
  }

  const fail = (error: Error) => (): number => {
    throw error;
  };

  test('ends with the status of the command', async () => {
    expect(await outcome(() => 0)).toEqual({ status: 0, out: '', err: '' });
    expect(await outcome(() => 1)).toMatchObject({ status: 1 });
  });

  test('an operator’s fault ends with 1 and its message on one line', async () => {
    expect(await outcome(fail(new AppError('index/missing', 'No index.\n  Build it.')))).toEqual({
      status: 1,
      out: '',
      err: 'No index. Build it.\n',
    });
  });

  test('wrong usage ends with 2', async () => {
    expect(await outcome(fail(new AppError('usage/invalid', 'Give one.')))).toMatchObject({
      status: 2,
      err: 'Give one.\n',
    });
    expect(await outcome(() => 0, ['--colour'])).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringMatching(/^Unknown option.*Usage: made-up\n$/),
    });
  });

  test('a bug says that it is one, and --verbose shows where', async () => {
    expect(await outcome(fail(new Error('broken')))).toMatchObject({
      status: 1,
      err: 'This is a fault of the program: broken (--verbose shows where)\n',
    });
    expect((await outcome(fail(new Error('broken')), ['--verbose'])).err).toMatch(
      /Error: broken\n\s+at .*\n[\s\S]*fault of the program/,
    );
  });

  test('--help prints the usage and runs nothing', async () => {
    expect(await outcome(fail(new Error('ran')), ['--help'])).toEqual({ status: 0, out: 'Usage: made-up\n', err: '' });
  });
});

const cells = (line: string): [number, number] => [line.split('█').length - 1, line.split('░').length - 1];

test('the bar fills with what is done and keeps its length', () => {
  expect(cells(drawProgress({ step: 'embed', done: 0, total: 8 }))).toEqual([0, 24]);
  expect(cells(drawProgress({ step: 'embed', done: 2, total: 8 }))).toEqual([6, 18]);
  expect(cells(drawProgress({ step: 'embed', done: 8, total: 8 }))).toEqual([24, 0]);
});

test('the bar is full where there is nothing to do, and never longer', () => {
  expect(cells(drawProgress({ step: 'index', done: 0, total: 0 }))).toEqual([24, 0]);
  expect(cells(drawProgress({ step: 'index', done: 9, total: 8 }))).toEqual([24, 0]);
});

test('a step and its counts stand in words', () => {
  expect(drawProgress({ step: 'verify', done: 3, total: 9 })).toMatch(/^checking .* 3 of 9 passages$/);
});

test('without a total there is a count and no bar', () => {
  expect(drawProgress({ step: 'read', done: 3, total: null })).toMatch(/^reading +3 reports$/);
});
