// Which reports a conversation is limited to, and that nothing else answers in it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportsIn, yearOf } from '../../../src/chat/conversations/source-set.ts';
import type { SourceSet } from '../../../src/store/state/conversations.ts';
import { type Bench, createBench, NOW, REPORTS, replyTo, SPEAKER } from '../fixtures.ts';

const NONE: SourceSet = { districts: [], years: [], publishers: [], reports: [] };
const idsOf = (set: Partial<SourceSet>): string[] => reportsIn({ ...NONE, ...set }, REPORTS).map(({ id }) => id);

describe('a set of reports', () => {
  test.each<[string, Partial<SourceSet>, string[]]>([
    ['no choice is all', {}, ['liuxi', 'tashan']],
    ['a district', { districts: ['云岭省塔山县'] }, ['tashan']],
    ['a year', { years: ['2032'] }, ['liuxi']],
    ['a publisher', { publishers: ['云岭日报'] }, ['liuxi', 'tashan']],
    ['filters narrow each other', { publishers: ['云岭日报'], years: ['2030'] }, ['tashan']],
    ['a ticked report', { reports: ['liuxi'] }, ['liuxi']],
    ['a ticked report comes to what the filters select', { years: ['2030'], reports: ['liuxi'] }, ['liuxi', 'tashan']],
    ['what is not there is not selected', { districts: ['别处'], reports: ['gone'] }, []],
  ])('%s', (_, set, ids) => expect(idsOf(set)).toEqual(ids));

  test('takes the year of a date as exact as it is known', () => {
    expect([yearOf({ publishedOn: '2030-04' }), yearOf({ publishedOn: null })]).toEqual(['2030', '']);
  });
});

describe('a conversation with sources', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = createBench();
  });
  afterEach(() => bench.remove());
  const limited = { ...SPEAKER, conversation: 'a' };
  const ask = (speaker: typeof SPEAKER) => replyTo(bench, '柳溪区有几处公园？', { speaker });

  test('asks the product for these reports alone, and says so; others ask for all', async () => {
    bench.state.conversations.set(limited, { sources: { ...NONE, reports: ['tashan'] } }, NOW);
    const reply = await ask(limited);
    expect([...(bench.service.questions.at(-1)?.within ?? [])]).toEqual(['tashan']);
    expect(reply.blocks[0]).toEqual({ kind: 'notice', text: '只在选定的 1 篇报告里查找' });
    const free = await ask({ ...SPEAKER, conversation: 'b' });
    expect(bench.service.questions.at(-1)?.within).toBeUndefined();
    expect(free.blocks[0].text).not.toContain('选定');
  });

  test('names these districts alone in lists and pages', async () => {
    bench.state.conversations.set(limited, { sources: { ...NONE, reports: ['tashan'] } }, NOW);
    const { blocks } = await replyTo(bench, '/districts', { speaker: limited });
    const text = blocks.map((block) => block.text).join('');
    expect([text.includes('塔山县'), text.includes('柳溪区')]).toEqual([true, false]);
  });
});
