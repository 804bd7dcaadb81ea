// Where the parts of a reply are drawn: blocks, buttons, citations, what is given to a quiz item. Nothing is lost, nothing drawn twice.
import { describe, expect, test } from 'vitest';
import {
  bodyBlocks,
  citationHref,
  citationsOf,
  groupByPlace,
  itemHeading,
  placeOf,
  quotedWords,
  rowButtons,
  tokenOf,
} from '../../../../../src/channels/web/client/model/reply.ts';
import type { CitationJson, ReplyJson, ShownJson } from '../../../../../src/channels/web/server/schemas.ts';

const DOCUMENT = {
  id: 'liuxi/公园.md',
  path: 'liuxi/公园.md',
  title: '柳溪区建设公园的做法',
  district: '云岭省清河市柳溪区',
  publisher: '云岭日报',
  publishedOn: null,
  url: null,
};
const citation = (n: number, quote: string, more: Partial<CitationJson> = {}): CitationJson => ({
  n,
  document: DOCUMENT,
  start: n * 10,
  end: n * 10 + quote.length,
  quote,
  heading: [],
  ...more,
});
const CITATIONS = [citation(1, '新建公园12处。'), citation(2, '总面积\n达到340亩。'), citation(3, '居民半小时可达。')];
const SHOWN: ShownJson = {
  id: 'a1',
  question: '那公园呢？',
  answer: {
    status: 'answered',
    short: '12处',
    text: '12处[1]',
    claims: [],
    citations: CITATIONS,
    refusal: null,
    interpretation: {
      question: '柳溪区2031年公园呢？',
      districts: ['云岭省清河市柳溪区'],
      period: '2031',
      language: 'zh',
    },
    mode: 'extractive',
  },
};
const REFUSED: ShownJson = {
  ...SHOWN,
  answer: {
    ...SHOWN.answer,
    status: 'refused',
    citations: [],
    refusal: { reason: 'no-evidence', message: '没有找到。', nearest: CITATIONS },
  },
};
const POSED = {
  token: 't',
  form: 'one',
  question: '几处？',
  options: ['3', '12'],
  key: null,
  closesInSeconds: null,
} as const;
const block = (kind: 'notice' | 'headline' | 'text' | 'source', text: string): ReplyJson['blocks'][number] => ({
  kind,
  text,
});
const telling = (tells: 'understood' | 'nearest', text: string): ReplyJson['blocks'][number] => ({
  kind: 'notice',
  text,
  tells,
});
const reply = (blocks: ReplyJson['blocks'], more: Partial<ReplyJson> = {}): ReplyJson => ({
  language: 'zh',
  blocks,
  buttons: [],
  ...more,
});
const texts = (blocks: readonly { readonly text: string }[]): string[] => blocks.map(({ text }) => text);

describe('blocks', () => {
  const blocks = [
    block('notice', '据您发来的文件《柳溪区 · 2031》回答'),
    telling('understood', '按「柳溪区 · 2031」理解'),
    block('headline', '12处[1]'),
    block('notice', '……另有 2 项未列出'),
    block('source', '[1] 柳溪区建设公园的做法'),
  ];

  test('of an answer: sources and what was understood are drawn elsewhere, the rest here', () => {
    const here = texts(bodyBlocks(reply(blocks, { shown: SHOWN })));
    expect(here).toEqual(['据您发来的文件《柳溪区 · 2031》回答', '12处[1]', '……另有 2 项未列出']);
  });

  test('of an answer: what was understood stays here where no chip can show it', () => {
    const interpretation = { question: '公园呢？', districts: [], period: null };
    const shown = { ...SHOWN, answer: { ...SHOWN.answer, interpretation } };
    const understood = [telling('understood', '按「公园」理解'), block('headline', '12处')];
    expect(texts(bodyBlocks(reply(understood, { shown })))).toEqual(['按「公园」理解', '12处']);
  });

  test('of a refusal: its words and other notices, its nearest evidence stands below', () => {
    const notices = [block('notice', '据您发来的文件回答'), block('text', '没有找到。')];
    const refused = [...notices, telling('nearest', '手头最接近的内容：'), block('source', '[1] …')];
    expect(texts(bodyBlocks(reply(refused, { shown: REFUSED })))).toEqual(['据您发来的文件回答', '没有找到。']);
  });

  test('of any other reply: all', () => expect(bodyBlocks(reply(blocks))).toEqual(blocks));

  test('before a quiz item: notices at the end go to its head', () => {
    const graded = reply([block('headline', '答对了'), block('notice', '第 2/5 题')], { posed: POSED });
    expect(texts(bodyBlocks(graded))).toEqual(['答对了']);
    expect(itemHeading(graded)).toBe('第 2/5 题');
    const bare = reply([block('notice', '第 1/5 题')], { posed: POSED });
    expect(bodyBlocks(bare)).toEqual([]);
    expect(itemHeading(bare)).toBe('第 1/5 题');
    expect(itemHeading(reply(blocks))).toBe('');
  });
});

describe('buttons', () => {
  const buttons = ['source:a1:1', 'good:a1', 'bad:a1', 'swap:a1', 'year:a1', 'stage:x:yes', 'retry:b'].map((token) => ({
    label: token,
    token,
  }));

  test('of an answer stay in the row unless they are drawn elsewhere', () => {
    expect(rowButtons(buttons, SHOWN).map(({ token }) => token)).toEqual(['stage:x:yes', 'retry:b']);
    expect(rowButtons(buttons, undefined)).toEqual(buttons);
  });

  test('are found by what they do', () => {
    expect(tokenOf(buttons, 'bad')).toBe('bad:a1');
    expect(tokenOf(buttons, 'ba')).toBeNull();
  });
});

describe('citations', () => {
  test('are those of the answer, or the nearest of a refusal', () => {
    expect(citationsOf(SHOWN)).toBe(CITATIONS);
    expect(citationsOf(REFUSED)).toBe(CITATIONS);
  });

  test('are gathered by place where their words stand above, and shown where they do not; each once', () => {
    const [gathered, others] = groupByPlace(CITATIONS, ['新建公园12处[1]', '总面积达到340亩。[2]']);
    expect(gathered).toEqual([{ place: '《柳溪区建设公园的做法》 · 云岭日报', citations: CITATIONS.slice(0, 2) }]);
    expect(others).toEqual(CITATIONS.slice(2));
    const elsewhere = citation(4, '新建公园12处。', { heading: ['做法'] });
    expect(groupByPlace([...CITATIONS, elsewhere], ['新建公园12处。'])[0].map(({ place }) => place)).toEqual([
      '《柳溪区建设公园的做法》 · 云岭日报',
      '《柳溪区建设公园的做法》 › 做法 · 云岭日报',
    ]);
    expect(groupByPlace(CITATIONS, [])).toEqual([[], CITATIONS]);
  });

  test('a reading that stands above counts as said', () => {
    const read = citation(5, '去年新建12处。', { reading: '去年〔2031年〕新建12处。' });
    expect(groupByPlace([read], ['去年〔2031年〕新建12处。'])[1]).toEqual([]);
  });

  test('open at their words', () => {
    expect(citationHref(citation(1, '新建公园12处。'), 'a1')).toBe(
      `/read/${encodeURIComponent('liuxi/公园.md')}?from=10&to=18&answer=a1`,
    );
    expect(citationHref(citation(1, '新建公园12处。'), null)).not.toContain('answer');
    expect(placeOf(citation(1, '甲'))).not.toContain('null');
  });

  test('are quoted as they stand, and damaged ones behind what they read as', () => {
    expect(quotedWords(citation(1, ' 新建公园12处。'), '原文')).toBe('「新建公园12处。」');
    const dated = citation(1, '去年新建公园12处。', { reading: '去年〔2031年〕新建公园12处。' });
    expect(quotedWords(dated, '原文')).toBe('「去年新建公园12处。」');
    const damaged = citation(1, '治理未完成70%。', { reading: '治理已完成70%。' });
    expect(quotedWords(damaged, '原文')).toBe('「治理已完成70%。」（原文：「治理未完成70%。」）');
  });
});
