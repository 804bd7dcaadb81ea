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

/** Every line of a finding ends in marks, and every mark has its source line and its button. */
function expectCited(reply: Reply): void {
  const text = renderReply(reply);
  const findings = text.split('\n').filter((line) => line.startsWith('· '));
  expect(findings.length).toBeGreaterThan(0);
  for (const line of findings) expect(line).toMatch(/(?:\[\d+\])+$/u);
  const marks = new Set(findings.flatMap((line) => line.match(/\d+(?=\])/gu) ?? []));
  const buttons = reply.buttons.filter(({ token }) => token.startsWith('source:'));
  expect(buttons.map(({ token }) => token.split(':')[2])).toEqual([...marks]);
  for (const mark of marks) expect(text).toMatch(new RegExp(`^\\[.*${mark}\\].* · `, 'mu'));
}

describe('/brief', () => {
  test.each(['柳溪区', LIUXI, '柳溪'])('%s shows figures and practices, each with its source', async (name) => {
    const reply = await replyTo(bench, `/brief ${name}`);
    expect(renderReply(reply)).toMatch(/^柳溪区简报\n\n【主要数字】\n· 新建公园：12处（2031）\[1\]/u);
    expectCited(reply);
  });

  test('opens its sources like any answer', async () => {
    await replyTo(bench, '/brief 柳溪区');
    expect(await say('原文 1')).toContain('【2031年，柳溪区新建公园12');
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

describe('/compare', () => {
  test.each(['柳溪区 塔山县 新建公园', '柳溪区和塔山县 新建公园', '柳溪区、塔山县，新建公园'])(
    '%s lists both, each with its source',
    async (words) => {
      const reply = await replyTo(bench, `/compare ${words}`);
      const text = renderReply(reply);
      expect(text).toContain('【柳溪区】\n· 新建公园：12处（2031）[1]');
      expect(text).toContain('【塔山县】\n· 新建公园：3处（2031）[2]');
      expectCited(reply);
    },
  );

  test('without a topic shows what both have figures of', async () => {
    const text = await say('/compare 柳溪区 塔山县');
    expect(text).toContain('新建公园');
    expect(text).not.toContain('公园总面积');
  });

  test('says 未找到 where a district has nothing', async () => {
    bench.service.answer = async () => ({
      status: 'refused',
      reason: 'no-evidence',
      message: '',
      nearest: [],
      interpretation: { question: '', districts: [], period: null, language: 'zh' },
    });
    expect(await say('/compare 柳溪区 塔山县 公园总面积')).toMatch(/【塔山县】\n未找到/u);
    expect(await say('/compare 柳溪区 塔山县 航天')).toContain('没有找到有关内容');
  });

  test.each(['', '柳溪区', '柳溪区 无名县'])('%j asks for two districts that are held', async (words) => {
    expect(await say(`/compare ${words}`)).toContain(LIUXI);
  });
});

describe('/topic', () => {
  test('goes through all districts', async () => {
    const reply = await replyTo(bench, '/topic 公园总面积');
    expect(renderReply(reply)).toContain('【柳溪区】\n· 公园总面积：340亩（2030）');
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
