import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NewFile } from '../../../src/chat/corpus/corpus-admin.ts';
import { AppError } from '../../../src/errors.ts';
import { OWNER, openStage, QUESTION, STRANGER, type Stage } from '../../channels/telegram/fixtures.ts';
import { IDLE_CORPUS } from '../../chat/idle-corpus.ts';

// A busy machine may take seconds for what takes milliseconds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.api.violations).toEqual([]);
});

const calls = (method: string) => stage.api.calls.filter((call) => call.method === method);
const sent = (count: number): Promise<void> => stage.api.until(() => stage.api.sent.length >= count);
const called = (method: string, count = 1): Promise<void> => stage.api.until(() => calls(method).length >= count);

describe('files', () => {
  const document = (bytes: Uint8Array, more = {}) => ({
    file_id: stage.api.hold(bytes),
    file_name: 'a.txt',
    file_size: bytes.length,
    ...more,
  });
  const sendFile = (fields: object, caption?: string): void => {
    stage.api.deliver({
      message: {
        message_id: 300,
        date: 0,
        from: OWNER,
        chat: { id: OWNER.id, type: 'private' },
        document: fields,
        caption,
      },
    });
  };
  const corpusAdmin = {
    formats: ['.txt'],
    read: async () => {
      throw new AppError('corpus/empty', 'a.txt: it holds no text');
    },
    ...IDLE_CORPUS,
    stage: async ({ bytes, caption = '' }: NewFile) => ({
      id: 's1',
      verdict: 'sound' as const,
      health: [`${caption} ${new TextDecoder().decode(bytes)}`],
    }),
  };

  test('are fetched and staged', async () => {
    await stage.restart({
      corpusAdmin: { ...corpusAdmin, read: async () => ({ ...stage.bench.service.indexed[0], text: '' }) as never },
    });
    sendFile(document(new TextEncoder().encode('柳溪<b>')), '标题：甲');
    await sent(1);
    expect(stage.api.sent[0]).toMatchObject({
      text: expect.stringContaining('标题：甲 柳溪<b>'),
      buttons: { 收录: 'stage:s1:yes' },
    });
  });

  test('of the wrong kind or too large are declined without being fetched', async () => {
    await stage.restart({ corpusAdmin });
    sendFile(document(new Uint8Array(3), { file_name: 'a.exe' }));
    sendFile(document(new Uint8Array(3), { file_size: 30_000_000 }));
    await sent(2);
    expect(calls('getFile')).toEqual([]);
  });

  test('that cannot be fetched end in a plain sentence, and the token in no log', async () => {
    await stage.restart({ corpusAdmin });
    sendFile({ file_id: 'gone', file_name: 'a.txt', file_size: 3 });
    await stage.api.until(() => stage.api.sent.some(({ text }) => text.includes('没有处理成功')));
    expect(stage.log.join('\n')).not.toContain(stage.api.token);
  });

  test('one’s own data comes as a file', async () => {
    stage.say(QUESTION);
    stage.say('/export_me');
    await called('sendDocument');
    await sent(3);
    expect(JSON.parse(stage.api.sent[2]?.file ?? '{}').exchange).toMatchObject([{ question: QUESTION }]);
  });
});

describe('inline', () => {
  const type = (query: string, from = OWNER): void =>
    void stage.api.deliver({ inline_query: { id: `i${query}`, from, query, offset: '' } });

  test('a member gets the answer as an article, a stranger nothing', async () => {
    type(QUESTION);
    type(QUESTION, STRANGER);
    await called('answerInlineQuery', 2);
    const results = calls('answerInlineQuery').map(
      ({ payload }) => payload.results as { input_message_content?: { message_text: string } }[],
    );
    expect(results.map((list) => list.length).sort()).toEqual([0, 1]);
    expect(JSON.stringify(results)).toContain('12处');
    expect(stage.api.sent).toEqual([]);
  });
});

describe('people who blocked the bot', () => {
  test('are noted, shown to maintainers, get no alerts, and are served again when they write', async () => {
    stage.api.inject('sendMessage', { status: 403 });
    stage.say(QUESTION);
    await stage.api.until(() => stage.log.some((line) => line.includes('blocked')));
    expect(stage.bench.conversation.canReach('telegram', String(OWNER.id))).toBe(false);
    stage.bench.board.raise('nobody hears this');
    stage.say(QUESTION);
    await sent(1);
    expect(stage.api.sent.map(({ text }) => text).join()).not.toContain('nobody hears');
    expect(stage.bench.conversation.canReach('telegram', String(OWNER.id))).toBe(true);
  });
});
