import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PendingFile } from '../../../src/chat/corpus/corpus-admin.ts';
import { renderReply } from '../../../src/chat/render.ts';
import { AppError } from '../../../src/errors.ts';
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

describe('maintenance', () => {
  test('/status tells of index, members and the audit log', async () => {
    expect(await say('/status')).toMatch(/^索引 gen-1\n成员 0 名 · 操作记录 1 条，完好$/u);
  });

  test('/reindex shows how far it is, and the health', async () => {
    const lines: string[] = [];
    const reply = await bench.conversation.handle({
      speaker: OWNER,
      text: '/reindex',
      onProgress: (line) => void lines.push(line),
    });
    expect(renderReply(spoken(reply))).toBe('索引已更新。\n5 reports');
    expect(lines).toEqual(['读取 1']);
  });

  test('/remove asks once more, then removes what /reports names', async () => {
    expect(await say('/reports')).toContain('liuxi');
    const sure = await replyTo(bench, '/remove liuxi');
    expect(corpusAdmin.done).toEqual([]);
    await pressOn(bench, tokenOf(sure, '确定移除'));
    expect(corpusAdmin.done).toEqual(['remove liuxi']);
    expect(await say('/remove nothing')).toContain('/reports');
  });

  test('what cannot be done is told with its remedy, and raised', async () => {
    corpusAdmin.reindex = async () => {
      throw new AppError('index/locked', 'Another ingest is at work; wait for it.');
    };
    expect(await say('/reindex')).toContain('Another ingest is at work');
    expect(bench.alerts).toEqual([expect.stringContaining('Another ingest')]);
  });

  test('a bug is no remedy: it is thrown on', async () => {
    corpusAdmin.reindex = async () => {
      throw new TypeError('a bug');
    };
    await expect(say('/reindex')).rejects.toThrow(TypeError);
  });

  test('a press of what only maintainers may press does nothing for others', async () => {
    for (const token of ['remove:00000000', 'stage:s1:yes']) {
      expect(renderReply(await pressOn(bench, token, { speaker: GUEST }))).toContain('权限');
    }
    expect(corpusAdmin.done).toEqual([]);
  });

  test('without a corpus administration the commands say that they are not to be had', async () => {
    bench.remove();
    bench = createBench();
    expect(await say('/reindex')).toContain('不能使用');
  });
});

describe('/correct', () => {
  test('takes each field up to the next name, and tells what the report is now', async () => {
    await say('/correct liuxi 区县=江苏省徐州市泉山区 日期=2023-05 标题=柳溪 纪实 发布单位=');
    expect(corpusAdmin.done).toEqual([
      'correct liuxi {"区县":"江苏省徐州市泉山区","日期":"2023-05","标题":"柳溪 纪实","发布单位":""}',
    ]);
  });

  test('takes the last correction back, where there is one', async () => {
    expect(await say('/correct liuxi 撤销')).toContain('已撤销');
    expect(await say('/correct tashan undo')).toContain('没有可撤销');
  });

  test('without fields tells how, and notes in the audit which report was corrected', async () => {
    expect(await say('/correct')).toContain('/correct 编号');
    expect(await say('/correct liuxi')).toContain('/correct 编号');
    await say('/correct liuxi 日期=2023');
    const entries = bench.state.audit.entries().map(({ entry }) => entry);
    expect(entries.some((entry) => entry.includes('"correct"') && entry.includes('liuxi'))).toBe(true);
  });
});

describe('/pending', () => {
  const file = (id: string, verdict: PendingFile['verdict'], remarks: string[] = []): PendingFile => {
    return { id, name: `${id}.txt`, bytes: 1, addedAt: '2026-11-22', url: null, verdict, reports: [], remarks };
  };

  test('counts what waits, names what wants a look with its reason, and takes all sound ones in at one press', async () => {
    corpusAdmin.waiting = [file('a', 'sound'), file('b', 'doubtful', ['缺表头']), file('c', 'sound')];
    for (const { id } of corpusAdmin.waiting) corpusAdmin.staged.add(id);
    const reply = await replyTo(bench, '/pending');
    expect(renderReply(reply)).toMatch(/共|待收录 3 份/u);
    expect(renderReply(reply)).toContain('缺表头');
    expect(renderReply(await pressOn(bench, tokenOf(reply, '全部收录（2）')))).toContain('2 份');
    expect(corpusAdmin.done).toEqual(['accept a c']);
    await pressOn(bench, tokenOf(reply, '全部放弃（3）'));
    expect(corpusAdmin.staged.size).toBe(0);
  });

  test('says so where nothing waits', async () => {
    expect(await say('/pending')).toContain('没有等待');
  });
});
