import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTerminal } from '../../../src/channels/terminal/index.ts';
import { type Bench, createBench } from '../../chat/fixtures.ts';
import { fillIn, single } from '../../quiz/made-up-items.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});
afterEach(() => bench.remove());

async function chat(text: string, interactive: boolean): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const done = startTerminal({ conversation: bench.conversation, input, output, interactive });
  input.end(text);
  await done;
  output.end();
  return (await output.toArray()).join('');
}

const ANSWER =
  '12处[1]\n2031年，柳溪区新建公园12处，总面积达到340亩。[1]\n[1] 柳溪区建设公园的做法 · 云岭省清河市柳溪区 · 2032\n';

describe('fed by a pipe', () => {
  test('the answers alone are printed, one for each line, and the input’s end ends the chat', async () => {
    expect(await chat('柳溪区有几处公园？\r\n公园呢？', false)).toBe(`${ANSWER}\n${ANSWER}\n`);
  });

  test('an empty line is bad input and gets its answer too', async () => {
    const printed = await chat('\n柳溪区有几处公园？\n', false);
    expect(printed).toMatch(/^没有收到问题/u);
    expect(printed.endsWith(`${ANSWER}\n`)).toBe(true);
  });

  test('lines that wait while an answer is made are not lost, nor answered out of order', async () => {
    bench.service.before = () => new Promise((resolve) => setImmediate(resolve));
    const lines = Array.from({ length: 40 }, (_, n) => `公园${n}？`);
    await chat(lines.join('\n'), false);
    expect(bench.service.questions.map(({ text }) => text)).toEqual(lines);
  });

  test('a second chat does not follow up on the first', async () => {
    await chat('柳溪区有几处公园？\n', false);
    await chat('那2031年呢？\n', false);
    expect(bench.service.questions.at(-1)?.history).toEqual([]);
  });

  test('原文 1 opens the exact words', async () => {
    expect(await chat('柳溪区有几处公园？\n原文 1\n', false)).toContain(
      '【2031年，柳溪区新建公园12处，总面积达到340亩。】',
    );
  });

  test('a reader of the output who leaves early ends the chat without a fault', async () => {
    const input = new PassThrough();
    const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    const done = startTerminal({ conversation: bench.conversation, input, output, interactive: false });
    input.write('柳溪区有几处公园？\n');
    await done;
    expect(bench.service.questions).toHaveLength(1);
  });

  test('a bug in the product reaches the caller', async () => {
    bench.service.before = () => {
      throw new TypeError('a bug');
    };
    await expect(chat('柳溪区有几处公园？\n', false)).rejects.toThrow(TypeError);
  });
});

describe('a quiz', () => {
  test('is put with lettered options and answered by letters or words; questions are answered meanwhile', async () => {
    bench.service.drawn = [single(1), fillIn(2)];
    const printed = await chat('/quiz\n柳溪区有几处公园？\nB\n一百二十\n', false);
    const [put, answer, right, end] = printed.trimEnd().split('\n\n');
    expect(put).toBe('第 1/2 题\n2031年，柳溪区新建了多少处第1类公园？\nA. 10处\nB. 12处\nC. 15处\n回复选项前的字母。');
    expect(answer).toBe(
      `${ANSWER.trimEnd()}\n这道题还在等你回答（发“题目”再看）：2031年，柳溪区新建了多少处第1类公园？`,
    );
    expect(right).toMatch(/^✓ 答对了。\n[\s\S]*第 2\/2 题\n.*\n直接回复你的答案。$/u);
    expect(end).toContain('本组完成：答对 2/2（100%）');
  });

  test('a file that comes with a reply is printed below it', async () => {
    expect(await chat('/export_me\n', false)).toContain('—— quzhi-my-data.json ——\n{');
  });
});

describe('typed at a keyboard', () => {
  test('the chat says at once what one can ask, and how to leave', async () => {
    const printed = await chat('', true);
    expect(printed).toContain('现收录 2 篇报告');
    expect(printed).toContain('· 柳溪区');
    expect(printed).toContain('/quit');
  });

  test.each(['/quit', '/exit', ' /q'.trim()])('%s leaves', async (command) => {
    await chat(`${command}\n柳溪区有几处公园？\n`, true);
    expect(bench.service.questions).toEqual([]);
  });
});
