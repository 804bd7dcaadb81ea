// A thread of turns: what happens to one touches no other.
import { describe, expect, test } from 'vitest';
import {
  after,
  MAX_TURNS,
  openItem,
  type Thread,
  type ThreadEvent,
} from '../../../../../src/channels/web/client/model/thread.ts';
import type { ReplyJson } from '../../../../../src/channels/web/server/schemas.ts';

const reply = (text: string, more: Partial<ReplyJson> = {}): ReplyJson => ({
  language: 'zh',
  blocks: [{ kind: 'text', text }],
  buttons: [],
  ...more,
});
const run = (...events: ThreadEvent[]): Thread => events.reduce(after, [] as Thread);
const said = (key: number, text: string): ThreadEvent => ({ kind: 'said', key, text });
const posed = {
  token: 't1',
  form: 'one',
  question: '几处？',
  options: ['12处', '3处'],
  key: null,
  closesInSeconds: null,
} as const;

describe('a thread', () => {
  test('waits, writes, and is done', () => {
    const newTurn = run(
      said(0, '几处公园？'),
      { kind: 'sentence', key: 0, text: '十二处。' },
      { kind: 'progress', key: 0, text: '读取 1/3' },
    );
    expect(newTurn).toMatchObject([
      { said: '几处公园？', state: 'waiting', sentences: ['十二处。'], progress: ['读取 1/3'] },
    ]);
    const done = after(newTurn, { kind: 'replied', key: 0, reply: reply('12处[1]') });
    expect(done).toMatchObject([{ state: 'done', reply: { blocks: [{ text: '12处[1]' }] } }]);
  });

  test('keeps what is said in order, though replies overtake each other', () => {
    const thread = run(said(0, '甲'), said(1, '乙'), { kind: 'replied', key: 1, reply: reply('乙答') });
    expect(thread.map(({ said: text, state }) => [text, state])).toEqual([
      ['甲', 'waiting'],
      ['乙', 'done'],
    ]);
  });

  test('changes only the turn that an event names', () => {
    const thread = run(said(0, '甲'), said(1, '乙'));
    const events: ThreadEvent[] = [
      { kind: 'failed', key: 1, fault: '断了' },
      { kind: 'sentence', key: 1, text: '一句' },
      { kind: 'replied', key: 1, reply: reply('答') },
      { kind: 'side-reply', key: 1, sideReply: { place: 'head', token: 'swap:a', reply: reply('哪个？') } },
      { kind: 'responded', key: 1, response: { options: [0] } },
      { kind: 'dropped', key: 1 },
    ];
    for (const event of events) {
      const updatedTurn = after(thread, event);
      expect(updatedTurn[0]).toBe(thread[0]);
      expect(updatedTurn[1]).not.toEqual(thread[1]);
    }
    expect(after(thread, { kind: 'replied', key: 9, reply: reply('答') })).toEqual(thread);
  });

  test('an edit takes the place of what was pressed: the aside where there is one, else the reply', () => {
    const done = run(said(0, '甲'), { kind: 'replied', key: 0, reply: reply('答') });
    const thanks = reply('已记下');
    expect(after(done, { kind: 'edited', key: 0, reply: thanks })[0]?.reply).toBe(thanks);
    const beside = after(done, {
      kind: 'side-reply',
      key: 0,
      sideReply: { place: 'foot', token: 'bad:a', reply: reply('哪里不对？') },
    });
    const edited = after(beside, { kind: 'edited', key: 0, reply: thanks });
    expect(edited[0]).toMatchObject({
      reply: { blocks: [{ text: '答' }] },
      sideReply: { place: 'foot', token: 'bad:a', reply: thanks },
    });
  });

  test('does not grow without end', () => {
    const events = Array.from({ length: MAX_TURNS + 5 }, (_, key) => said(key, `问 ${key}`));
    const thread = run(...events);
    expect(thread).toHaveLength(MAX_TURNS);
    expect(thread.at(-1)?.said).toBe(`问 ${MAX_TURNS + 4}`);
    expect(after(thread, { kind: 'cleared' })).toEqual([]);
  });

  test('knows the item that awaits an answer: the last one posed, until it is given', () => {
    const first: ThreadEvent = { kind: 'replied', key: 0, reply: reply('请答', { posed }) };
    const thread = run(said(0, '/quiz'), first);
    expect(openItem(thread)).toEqual({ key: 0, posed });
    expect(openItem(after(thread, { kind: 'responded', key: 0, response: { options: [0] } }))).toBeNull();
    const second: ThreadEvent = { kind: 'replied', key: 1, reply: reply('再答', { posed: { ...posed, token: 't2' } }) };
    expect(openItem(after(after(thread, said(1, '下一题')), second))?.key).toBe(1);
    expect(openItem(run(said(0, '几处？')))).toBeNull();
  });
});
