import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { districtNamed, handleOf } from '../../../src/chat/asking/places.ts';
import { renderReply } from '../../../src/chat/render.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { type Bench, createBench, pressOn, REPORTS, replyTo, SPEAKER, tokenOf } from '../fixtures.ts';

const LIUXI = '云岭省清河市柳溪区';
let bench: Bench;
beforeEach(() => {
  bench = createBench();
});
afterEach(() => bench.remove());
const say = async (text: string): Promise<string> => renderReply(await replyTo(bench, text));

/** Every line of a document holds marks, and every mark has its source line. */
function expectCited(reply: Reply): void {
  const text = renderReply(reply);
  const lines = text.split('\n').filter((line) => line.startsWith('· ') && !line.includes('未找到'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/\[\d+\]/u);
  for (const mark of new Set(lines.flatMap((line) => line.match(/\d+(?=\])/gu) ?? [])))
    expect(text).toMatch(new RegExp(`^\\[.*${mark}\\].* · `, 'mu'));
}

describe('/brief', () => {
  test.each(['柳溪区', LIUXI, '柳溪'])('%s shows figures and what was done, each with its source', async (name) => {
    const reply = await replyTo(bench, `/brief ${name}`);
    expect(renderReply(reply)).toMatch(/^柳溪区简报\n[\s\S]*【关键数据】\n· 新建公园：12处\[1\]，2031年/u);
    expectCited(reply);
    expect(reply.document?.address).toContain('kind=brief');
  });

  test('comes shorter, longer and as figures alone, by words and by buttons', async () => {
    const reply = await replyTo(bench, '/brief 柳溪区 只要数据');
    expect(reply.document?.content.sections.map(({ title }) => title)).toEqual(['关键数据']);
    expect(reply.buttons.map(({ label }) => label).slice(0, 3)).toEqual(['详细', '一页纸', '500字']);
    const full = await pressOn(bench, tokenOf(reply, '详细'));
    expect(full.document?.address).toContain('length=4000');
  });

  test('of a topic goes through the districts that speak of it', async () => {
    const reply = await replyTo(bench, '/brief 公园');
    expect(renderReply(reply)).toMatch(/^公园：各区县情况/u);
    expectCited(reply);
  });

  test('opens its sources like any answer', async () => {
    await replyTo(bench, '/brief 柳溪区');
    expect(await say('原文 1')).toContain('2031年，柳溪区新建公园12');
  });

  test('of what is not held asks which district is meant', async () => {
    const reply = await replyTo(bench, '/brief 无名县');
    expect(reply.buttons.map(({ label }) => label)).toEqual(['柳溪区', '塔山县']);
    expect(renderReply(await pressOn(bench, tokenOf(reply, '柳溪区')))).toContain('柳溪区简报');
  });

  test('is no follow-up’s start', async () => {
    await replyTo(bench, '/brief 柳溪区');
    expect(bench.state.exchanges.recentQuestions(SPEAKER, { limit: 5, since: new Date(0) })).toEqual([]);
  });
});

describe('what asks for a document in words', () => {
  /** Lets every question be refused as a request for a document on some districts. */
  function refuseAs(rule: string, districts: readonly string[]): void {
    bench.service.answer = async ({ text }) => ({
      ...{ status: 'refused', reason: 'request', rule, message: '', nearest: [] },
      interpretation: { question: text, districts, period: null, language: 'zh' },
    });
  }

  test.each(['draft', 'summary', 'everything'])('%s of one district gets its brief', async (rule) => {
    refuseAs(rule, [LIUXI]);
    expect(await say('写一份柳溪区的500字汇报材料')).toMatch(/柳溪区简报/u);
  });

  test('of several gets their comparison, of a topic its brief, of nothing the choice', async () => {
    refuseAs('summary', [LIUXI, '云岭省塔山县']);
    expect((await replyTo(bench, '总结柳溪区和塔山县')).document?.address).toContain('kind=comparison');
    refuseAs('draft', []);
    expect((await replyTo(bench, '写一份公园工作的汇报材料')).document?.address).toContain('topic=');
    expect((await replyTo(bench, '写一份汇报材料')).document).toBeUndefined();
  });

  test('other requests stay what they are', async () => {
    refuseAs('help', [LIUXI]);
    expect((await replyTo(bench, '你能做什么')).document).toBeUndefined();
  });
});

describe('/compare', () => {
  test.each(['柳溪区 塔山县 公园', '柳溪区和塔山县 公园', '柳溪区、塔山县，公园'])(
    '%s lists both, each with its source',
    async (words) => {
      const reply = await replyTo(bench, `/compare ${words}`);
      const [section] = reply.document?.content.sections ?? [];
      expect(section?.table?.rows.map(([head, figure]) => [head?.text, figure?.text])).toEqual([
        ['柳溪区', '12处（2031年）'],
        ['塔山县', '3处（2031年）'],
      ]);
      expectCited(reply);
    },
  );

  test('says 未找到 where a district has nothing, and that nothing was found where none has anything', async () => {
    expect(await say('/compare 柳溪区 塔山县 公园总面积')).toMatch(/▸? ?塔山县[\s\S]*未找到/u);
    expect(await say('/compare 柳溪区 塔山县 航天')).toContain('没有找到有关内容');
  });

  test.each(['', '柳溪区', '柳溪区 无名县'])('%j asks for two districts that are held', async (words) => {
    expect(await say(`/compare ${words}`)).toContain(LIUXI);
  });
});

describe('/topic', () => {
  test('goes through all districts', async () => {
    const reply = await replyTo(bench, '/topic 公园');
    expect(renderReply(reply)).toContain('340亩');
    expectCited(reply);
  });

  test('without a name says how', async () => expect(await say('/topic')).toContain('/topic 就业'));
});

describe('browsing', () => {
  test('leads from districts to what one can ask, to its answer', async () => {
    const districts = await replyTo(bench, '/districts');
    const topics = await pressOn(bench, tokenOf(districts, '柳溪区'));
    expect(topics.shownAs).toBe('edit');
    expect(topics.buttons.map(({ label }) => label)).toEqual([
      '一页简报',
      '主要做法',
      '主要成效',
      '工作机制',
      '新建公园',
      '公园总面积',
    ]);
    await pressOn(bench, tokenOf(topics, '新建公园'));
    expect(bench.service.questions.at(-1)?.text).toBe('柳溪区新建公园是多少？');
  });

  test.each(['topics:00000000', 'topics', `topics:${handleOf(LIUXI)}:zz`, 'brief:00000000'])(
    'a stale or forged %s asks nothing',
    async (token) => {
      await pressOn(bench, token);
      expect(bench.service.questions).toEqual([]);
    },
  );

  test('every token is short enough, however long the names', async () => {
    bench.service.indexed = REPORTS.map((report) => ({ ...report, district: `${'长'.repeat(60)}${report.district}` }));
    for (const text of ['/districts', '/brief', '/brief x']) {
      for (const { token } of (await replyTo(bench, text)).buttons)
        expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
    }
  });
});

describe('a district is named', () => {
  const districts = ['云岭省清河市柳溪区', '云岭省塔山县', '江南省清河市新柳溪区'];
  test.each([
    ['云岭省塔山县', '云岭省塔山县'],
    ['塔山', '云岭省塔山县'],
    ['柳溪区', '云岭省清河市柳溪区'],
    ['清河市', null],
    ['无名', null],
    [' ', null],
  ])('%j → %j', (name, expected) => expect(districtNamed(name, districts)).toBe(expected));
});

test('the first example is a figure that there is, of the district it is of', async () => {
  expect(await say('/start')).toContain('· 柳溪区新建公园是多少？');
});
