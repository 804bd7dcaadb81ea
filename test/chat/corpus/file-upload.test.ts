// Files that people send: a maintainer's wait for a yes, anyone else's are asked about and not kept.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SentFile } from '../../../src/chat/corpus/corpus-admin.ts';
import { renderReply } from '../../../src/chat/render.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { FakeCorpusAdmin } from '../fake-corpus-admin.ts';
import { type Bench, createBench, pressOn, replyTo, SPEAKER, spoken, tokenOf } from '../fixtures.ts';

const OWNER = SPEAKER;
const GUEST = { ...SPEAKER, user: 'g', chat: 'g' };

let corpusAdmin: FakeCorpusAdmin;
let bench: Bench;
beforeEach(() => {
  corpusAdmin = new FakeCorpusAdmin();
  bench = createBench({ ownerIds: [OWNER.user], access: 'open', corpusAdmin });
});
afterEach(() => bench.remove());
const say = async (text: string): Promise<string> => renderReply(await replyTo(bench, text));
const file = (fields: Partial<SentFile> = {}): SentFile => ({
  name: 'a.txt',
  sizeBytes: 12,
  caption: '',
  download: async () => new TextEncoder().encode('柳溪区有公园。'),
  ...fields,
});
const send = async (fields: Partial<SentFile> = {}, speaker = OWNER): Promise<Reply> =>
  spoken(await bench.conversation.receive({ speaker }, file(fields)));

describe('a file from a maintainer', () => {
  test('is staged with its caption and its health shown, and taken in after a tap', async () => {
    const reply = await send({ caption: '标题：柳溪纪实' });
    expect(renderReply(reply)).toContain('UTF-8 · 12 characters');
    expect(corpusAdmin.done[0]).toBe('stage a.txt 标题：柳溪纪实');
    expect(renderReply(await pressOn(bench, tokenOf(reply, '收录')))).toContain('6 reports');
    expect(renderReply(await pressOn(bench, tokenOf(reply, '收录')))).toContain('找不到');
  });

  test('is thrown away after the other tap', async () => {
    const reply = await send();
    await pressOn(bench, tokenOf(reply, '放弃'));
    expect(corpusAdmin.staged.size).toBe(0);
  });

  test('can be asked about without taking it in', async () => {
    await pressOn(bench, tokenOf(await send(), '只提问，不收录'));
    await say('有几处公园？');
    expect(bench.service.documents).toMatchObject([{ id: 'sent' }]);
  });
});

describe('a file from anyone else', () => {
  test('is asked about with its caption, not kept, and says which file it was', async () => {
    const text = renderReply(await send({ caption: '有几处公园？' }, GUEST));
    expect(text).toMatch(/^据您发来的文件《a\.txt》/u);
    expect(corpusAdmin.done).toEqual(['read a.txt']);
  });

  test('leaves no word on disk: not of the file, not of what was asked about it, in no export', async () => {
    const words = '柳溪区有公园甲乙丙丁。';
    await send({ caption: '有几处公园？', download: async () => new TextEncoder().encode(words) }, GUEST);
    await replyTo(bench, '航天城在哪里？', { speaker: GUEST });
    const { exchange, ...held } = JSON.parse(
      (await replyTo(bench, '/export_me', { speaker: GUEST })).file?.text ?? '{}',
    );
    expect(exchange).toEqual([]);
    expect(JSON.stringify(held)).not.toMatch(/甲乙丙丁|航天|几处公园/u);
    expect(bench.state.feedback.gaps()).toEqual([]);
    bench.state.close();
    const kept = readdirSync(bench.folder).map((name) => readFileSync(join(bench.folder, name)));
    for (const part of ['甲乙丙丁', '几处公园', '航天城']) {
      expect(kept.some((bytes) => bytes.includes(part))).toBe(false);
    }
    bench = createBench({ ownerIds: [OWNER.user], access: 'open', corpusAdmin });
  });

  test('is followed up, and its sources are opened, out of memory', async () => {
    const answer = await send({ caption: '有几处公园？' }, GUEST);
    await replyTo(bench, '那2031年呢？', { speaker: GUEST });
    expect(bench.service.questions.at(-1)?.history).toEqual(['有几处公园？']);
    const [source] = answer.buttons;
    expect(answer.buttons.map(({ label }) => label)).toEqual(['原文 1']);
    expect(renderReply(await pressOn(bench, source?.token ?? '', { speaker: GUEST }))).not.toContain('找不到');
    expect(renderReply(await pressOn(bench, source?.token ?? '', { speaker: OWNER }))).toContain('找不到');
    await replyTo(bench, '/start', { speaker: GUEST });
    expect(renderReply(await pressOn(bench, source?.token ?? '', { speaker: GUEST }))).toContain('找不到');
  });

  test('is what the next questions are about, until /start', async () => {
    expect(renderReply(await send({}, GUEST))).toContain('30 分钟');
    await replyTo(bench, '有几处公园？', { speaker: GUEST });
    expect(bench.service.documents).toHaveLength(1);
    await replyTo(bench, '有几处公园？', { speaker: OWNER });
    await replyTo(bench, '/start', { speaker: GUEST });
    await replyTo(bench, '有几处公园？', { speaker: GUEST });
    expect(bench.service.documents).toHaveLength(1);
  });

  test('of a stranger is not even fetched', async () => {
    bench.remove();
    bench = createBench({ ownerIds: [OWNER.user], corpusAdmin });
    let isFetched = false;
    const download = async () => {
      isFetched = true;
      return new Uint8Array();
    };
    expect(renderReply(await send({ download }, GUEST))).toContain('编号是 g');
    expect(isFetched).toBe(false);
  });
});

describe('before the download', () => {
  const never = async (): Promise<Uint8Array> => {
    throw new Error('fetched');
  };
  test.each([
    ['a.exe', 1, '可以读的格式'],
    ['a', 1, '可以读的格式'],
    ['txt', 1, '可以读的格式'],
    ['a.txt', 21 * 1_048_576, '20 MB'],
  ])('%s of %d bytes is declined', async (name, sizeBytes, told) => {
    expect(renderReply(await send({ name, sizeBytes, download: never }))).toContain(told);
  });

  test('a file that turns out larger than told is declined after it', async () => {
    const download = async () => new Uint8Array(20 * 1_048_576 + 1);
    expect(renderReply(await send({ sizeBytes: null, download }))).toContain('20 MB');
  });
});

describe('inline', () => {
  test('members get answers, anyone else and nonsense nothing', async () => {
    expect(spoken(await bench.conversation.inline({ speaker: OWNER }, '公园有几处？')).blocks[0]).toMatchObject({
      text: '12处[1]',
    });
    expect(await bench.conversation.inline({ speaker: GUEST }, '公园有几处？')).toBeNull();
    expect(await bench.conversation.inline({ speaker: OWNER }, ' ')).toBeNull();
  });
});
