import { describe, expect, test } from 'vitest';
import { markShort } from '../../src/chat/asking/citation-marks.ts';
import { answerBlocks, quoteBlocks } from '../../src/chat/asking/compose.ts';
import { wordingFor } from '../../src/chat/i18n/wording.ts';
import { linesOfPosed, renderReply, renderText } from '../../src/chat/render.ts';
import type { Posed } from '../../src/chat/reply.ts';
import type { Answered, Citation, Claim, ReportId } from '../../src/types.ts';
import { answered, citation, report, seededRandom, TEXT } from './fixtures.ts';

const tashan = report({
  id: 'tashan' as ReportId,
  title: '塔山县茶业纪实',
  district: '云岭省塔山县',
  publishedOn: null,
});

describe('an answer as text', () => {
  test('gives the direct answer first, then the sentence it comes from, then the source', () => {
    expect(renderText(answered())).toBe(
      [
        '12处[1]',
        '2031年，柳溪区新建公园12处，总面积达到340亩。[1]',
        '[1] 柳溪区建设公园的做法 · 云岭省清河市柳溪区 · 2032',
      ].join('\n'),
    );
  });

  test('does not repeat a claim that the direct answer says already', () => {
    const short = '2031年，柳溪区新建公园12处，总面积达到340亩。';
    expect(renderText(answered({ short })).split('\n')).toEqual([
      `${short}[1]`,
      expect.stringMatching(/^\[1\] 柳溪区/u),
    ]);
  });

  test('puts marks behind the claims inside the direct answer', () => {
    const claims: [Claim, ...Claim[]] = [
      { text: '修路。', citations: [2] },
      { text: '种茶。', citations: [1, 3] },
    ];
    expect(markShort(answered({ short: '一是修路；二是种茶。', claims }))).toEqual({
      text: '一是修路；[2]二是种茶。[1][3]',
      rest: [],
    });
  });

  test('a claim that is only the head of another sentence is not marked there', () => {
    const claims: [Claim, ...Claim[]] = [
      { text: '修路', citations: [1] },
      { text: '修路架桥。', citations: [2] },
    ];
    expect(markShort(answered({ short: '修路架桥。', claims })).text).toBe('修路架桥。[2][1]');
  });

  test('sentences of a long answer stand on lines of their own', () => {
    const claims: [Claim, ...Claim[]] = [
      { text: '先修路。', citations: [1] },
      { text: '再种茶。', citations: [2] },
    ];
    expect(markShort(answered({ short: '先修路。再种茶。', claims })).text).toBe('先修路。[1]\n再种茶。[2]');
  });

  test('each part of a direct answer is marked by the first claim that holds it', () => {
    const claims: [Claim, ...Claim[]] = [
      { text: '新建公园12处。', citations: [3] },
      { text: '公园共12处。', citations: [1] },
      { text: '面积340亩。', citations: [2] },
    ];
    expect(markShort(answered({ short: '12处', claims })).text).toBe('12处[3]');
    expect(markShort(answered({ short: '12处（340亩）', claims })).text).toBe('12处（340亩）[2][3]');
  });

  test('an answer made from several claims carries the marks of all', () => {
    const claims: [Claim, ...Claim[]] = [
      { text: '柳溪区有12处。', citations: [1] },
      { text: '塔山县有9处。', citations: [2] },
    ];
    expect(markShort(answered({ short: '柳溪区更多', claims })).text).toBe('柳溪区更多[1][2]');
  });

  test('each row of a comparison is marked by what the reports of its district say', () => {
    const claims: [Claim, ...Claim[]] = [
      { text: '柳溪区有公园12处。', citations: [1] },
      { text: '塔山县有公园12处。', citations: [2] },
    ];
    const citations: [Citation, ...Citation[]] = [citation(1), citation(2, { report: tashan })];
    const { text } = markShort(answered({ short: '塔山县：12处\n柳溪区：12处\n清河区：未找到', claims, citations }));
    expect(text).toBe('塔山县：12处[2]\n柳溪区：12处[1]\n清河区：未找到');
  });

  test('one line names the report behind several citations', () => {
    const claims: [Claim, ...Claim[]] = [
      { text: '甲。', citations: [1] },
      { text: '乙。', citations: [2] },
      { text: '丙。', citations: [3] },
    ];
    const citations: [Citation, ...Citation[]] = [citation(1), citation(2, { report: tashan }), citation(3)];
    const lines = renderText(answered({ short: '甲、乙、丙', claims, citations })).split('\n');
    expect(lines.filter((line) => line.startsWith('['))).toEqual([
      '[1][3] 柳溪区建设公园的做法 · 云岭省清河市柳溪区 · 2032',
      '[2] 塔山县茶业纪实 · 云岭省塔山县',
    ]);
  });

  test('a citation that no shown sentence uses has no source line', () => {
    expect(renderText(answered({ citations: [citation(1), citation(2, { report: tashan })] }))).not.toContain('塔山');
  });

  test('a refusal says why and shows the nearest words', () => {
    const text = renderText({
      status: 'refused',
      reason: 'no-evidence',
      message: '没有找到航天的内容。',
      nearest: [citation(1, { quote: '柳溪区新建\n公园12处' })],
      interpretation: { question: '航天城有多大？', districts: [], period: null, language: 'zh' },
    });
    expect(text).toBe(
      '没有找到航天的内容。\n手头最接近的内容：\n[1] 「柳溪区新建 公园12处」 柳溪区建设公园的做法 · 云岭省清河市柳溪区 · 2032',
    );
  });

  test('our words are English for an English question, the quotes stay', () => {
    const text = renderText({
      status: 'refused',
      reason: 'no-evidence',
      message: 'Nothing found.',
      nearest: [citation(1)],
      interpretation: { question: 'How large is the space port?', districts: [], period: null, language: 'en' },
    });
    expect(text).toContain('Closest match:\n[1] “2031年，柳溪区新建公园12处');
  });
});

test('a short answer is a headline, a long one or one of several sentences is plain text', () => {
  const kindOf = (short: string, claims = answered().claims): string =>
    answerBlocks(answered({ short, claims }), wordingFor('zh'))[0].kind;
  expect(kindOf('12处')).toBe('headline');
  expect(kindOf('长'.repeat(200))).toBe('text');
  expect(
    kindOf('甲。乙。', [
      { text: '甲。', citations: [1] },
      { text: '乙。', citations: [1] },
    ]),
  ).toBe('text');
});

describe('laws of the text of an answer', () => {
  const random = seededRandom(7);
  const pick = (most: number): number => Math.floor(random() * most);
  const randomAnswer = (): Answered => {
    const citations = Array.from({ length: 1 + pick(12) }, (_, index) =>
      citation(index + 1, { report: report({ id: `r${index}` as ReportId, title: '题'.repeat(1 + pick(90)) }) }),
    );
    const claims = Array.from(
      { length: 1 + pick(15) },
      (_, index): Claim => ({
        text: `第${index}条${'说'.repeat(pick(300))}。`,
        citations: [1 + pick(citations.length)],
      }),
    );
    const short = random() < 0.3 ? claims.map(({ text }) => text).join('') : '长'.repeat(1 + pick(700));
    return answered({
      short,
      claims: claims as [Claim, ...Claim[]],
      citations: citations as [Citation, ...Citation[]],
    });
  };
  const answers = Array.from({ length: 300 }, randomAnswer);

  test('it is at most 1,500 characters long', () => {
    for (const answer of answers) expect(renderText(answer).length).toBeLessThanOrEqual(1_500);
  });

  test('its first line carries a mark, and at least one source line follows', () => {
    for (const answer of answers) {
      const [first = '', ...others] = renderText(answer).split('\n');
      expect(first).toMatch(/\[\d+\]$|…$/u);
      expect(others.at(-1)).toMatch(/^(?:\[\d+\])+ /u);
    }
  });

  test('no shown claim is cut, and claims that are left out are counted', () => {
    for (const answer of answers) {
      const text = renderText(answer);
      const { rest } = markShort(answer);
      const shown = rest.filter((claim) => text.includes(`\n${claim.text}[`)).length;
      const left = Number(/另有 (\d+) 项/u.exec(text)?.[1] ?? 0);
      expect(shown + left).toBe(rest.length);
    }
  });
});

describe('opening a citation', () => {
  const wording = wordingFor('zh');
  const draw = (...parts: Parameters<typeof quoteBlocks>): string =>
    renderReply({ language: 'zh', blocks: quoteBlocks(...parts), buttons: [] });

  test('shows the exact words amid their neighbours, the place and the publisher', () => {
    const { start, end, quote } = citation(1);
    const text = draw(citation(1), { before: TEXT.slice(0, start), quote, after: TEXT.slice(end) }, wording);
    expect(text).toContain('云岭日报');
    expect(text).toContain('公园\n');
    expect(text).toContain(`柳溪区地处清河之畔。【${quote}】居民出行半小时可达。`);
  });

  test('shows how damaged or relative words are read', () => {
    expect(draw(citation(1, { reading: '去年〔2031年〕' }), null, wording)).toContain('读作：去年〔2031年〕');
  });

  test('says so where the report has changed, and still shows the words', () => {
    const text = draw(citation(1), null, wording);
    expect(text).toContain(citation(1).quote);
    expect(text).toContain('有改动');
  });
});

const POSED: Posed = {
  token: 't',
  form: 'one',
  question: '柳溪区有几处公园？',
  options: ['1处', '12处'],
  key: { correct: [1], explanation: '新建12处。' },
  closesInSeconds: null,
};

test('a choice is its question, its options under their letters, and how to answer', () => {
  const [question, options, hint, ...more] = linesOfPosed(POSED, 'zh');
  expect(question).toEqual({ kind: 'headline', text: '柳溪区有几处公园？' });
  expect(options).toEqual({ kind: 'text', text: 'A. 1处\nB. 12处' });
  expect(hint?.kind).toBe('notice');
  expect(more).toEqual([]);
});

test('each form says in its own words how to answer, in both languages, and none gives the key away', () => {
  const forms = ['one', 'several', 'order', 'typed'] as const;
  const hints = (['zh', 'en'] as const).flatMap((language) =>
    forms.map((form) => JSON.stringify(linesOfPosed({ ...POSED, form, options: [] }, language).at(-1))),
  );
  expect(new Set(hints).size).toBe(8);
  expect(hints.join()).not.toContain('新建');
});

test('a question to be answered in writing has no line of options', () => {
  expect(linesOfPosed({ ...POSED, form: 'typed', options: [] }, 'en').map(({ kind }) => kind)).toEqual([
    'headline',
    'notice',
  ]);
});
