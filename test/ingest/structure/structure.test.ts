import { describe, expect, test } from 'vitest';
import { frontMatterSpan } from '../../../src/ingest/source/front-matter.ts';
import { structureReport } from '../../../src/ingest/structure/structure.ts';
import type { Passage } from '../../../src/types.ts';
import { madeUpReport, madeUpText } from '../made-up.ts';

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);

function structure(text: string): readonly Omit<Passage, 'number'>[] {
  return structureReport(madeUpReport(text)).passages;
}

function paragraphs(...lines: string[]): string {
  return lines.join('\n\n');
}

const BODY = '云溪区今年新建口袋公园十二个，改造老旧小区三十一个，惠及居民两万多人。';

describe('the headers of a table whose rows are sentences', () => {
  const rolesOf = (text: string): string[] =>
    structure(text).flatMap(({ sentences }) => sentences.map(({ role, read }) => `${role} ${read}`));

  test('stand above the rows, and are no statement of the report', () => {
    const text = '地区 | 产值（亿元） | 2020年\n云溪区：产值12.5亿元，2020年8个。\n南湖区：产值9亿元。';
    expect(rolesOf(text)).toEqual([
      'heading 地区 | 产值（亿元） | 2020年',
      'body 云溪区：产值12.5亿元，2020年8个。',
      'body 南湖区：产值9亿元。',
    ]);
    expect(structure(text).every(({ heading }) => heading.length === 0)).toBe(true);
  });

  test('are known by the row below: other lines with bars stay what they are', () => {
    for (const text of ['云溪区 | 12.5\n南湖区：9亿元。', `云溪区 | 公园\n南湖区 | 码头`])
      expect(rolesOf(text).every((line) => line.startsWith('body '))).toBe(true);
  });
});

describe('laws that hold for every report', () => {
  test('passages are in order and do not overlap', () => {
    for (const seed of SEEDS) {
      let previousEnd = 0;
      for (const passage of structure(madeUpText(seed))) {
        expect(passage.start, `seed ${seed}`).toBeGreaterThanOrEqual(previousEnd);
        previousEnd = passage.end;
      }
    }
  });

  test('a passage begins with its first sentence and ends with its last; sentences are in order within it', () => {
    for (const seed of SEEDS) {
      for (const passage of structure(madeUpText(seed))) {
        expect(passage.sentences[0]?.start).toBe(passage.start);
        expect(passage.sentences.at(-1)?.end).toBe(passage.end);
        for (const [index, sentence] of passage.sentences.entries()) {
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(sentence.start).toBeGreaterThanOrEqual(passage.sentences[index - 1]?.end ?? passage.start);
        }
      }
    }
  });

  test('every character that is not white space lies in a sentence', () => {
    for (const seed of SEEDS) {
      const text = madeUpText(seed);
      const kept = structure(text).flatMap((passage) =>
        passage.sentences.map((sentence) => text.slice(sentence.start, sentence.end)),
      );
      const told = text.slice(frontMatterSpan(text)?.end ?? 0).replace(/\s/g, '');
      expect(kept.join('').replace(/\s/g, ''), `seed ${seed}`).toBe(told);
    }
  });

  test('no passage consists of headings alone', () => {
    for (const seed of SEEDS) {
      for (const passage of structure(madeUpText(seed))) {
        expect(
          passage.sentences.some((sentence) => sentence.role !== 'heading'),
          `seed ${seed}`,
        ).toBe(true);
      }
    }
  });

  test('body and boilerplate never share a passage', () => {
    for (const seed of SEEDS) {
      for (const passage of structure(madeUpText(seed))) {
        const roles = new Set(passage.sentences.map((sentence) => sentence.role));
        expect(roles.has('body') && roles.has('boilerplate'), `seed ${seed}`).toBe(false);
      }
    }
  });

  test('a passage is longer than 450 characters only where one sentence is', () => {
    for (const seed of SEEDS) {
      for (const passage of structure(madeUpText(seed))) {
        const body = passage.sentences.filter((sentence) => sentence.role === 'body');
        const length = body.reduce((sum, sentence) => sum + sentence.end - sentence.start, 0);
        expect(length <= 450 || body.length === 1, `seed ${seed}: ${length}`).toBe(true);
      }
    }
  });

  test('the same report gives the same passages', () => {
    expect(structure(madeUpText(7))).toEqual(structure(madeUpText(7)));
  });
});

describe('headings', () => {
  test('a passage carries the headings above it, outermost first', () => {
    const passages = structure(
      paragraphs('一、产业强区', '（一）补链强链', BODY, '（二）建园引企', BODY, '二、民生实事', BODY),
    );
    expect(passages.map((passage) => passage.heading)).toEqual([
      ['一、产业强区', '（一）补链强链'],
      ['一、产业强区', '（二）建园引企'],
      ['二、民生实事'],
    ]);
  });

  test('a heading stands in the passage below it', () => {
    const [passage] = structure(paragraphs('让老街活起来', BODY));
    expect(passage?.sentences.map((sentence) => sentence.role)).toEqual(['heading', 'body']);
  });

  test('Markdown headings nest by their number of marks', () => {
    const passages = structure(paragraphs('# 总论', BODY, '## 产业', BODY, '# 结语', BODY));
    expect(passages.map((passage) => passage.heading)).toEqual([['总论'], ['总论', '产业'], ['结语']]);
  });

  test('a heading in two lines is one heading', () => {
    const [passage] = structure(paragraphs('守住青山绿水', '做活山水文章', BODY, BODY, BODY));
    expect(passage?.heading).toEqual(['守住青山绿水 做活山水文章']);
  });

  test('three short lines in a row are a list, not headings', () => {
    const passages = structure(
      paragraphs(BODY, '云溪经济开发区', '青石文化产业园', '南湖科技创新园', BODY, BODY, BODY),
    );
    expect(passages.every((passage) => passage.heading.length === 0)).toBe(true);
  });

  test('a list of numbered lines without bodies is no set of headings', () => {
    const passages = structure(paragraphs(BODY, '1.云溪经济开发区', '2.青石文化产业园', '3.南湖科技创新园', BODY));
    expect(passages.flatMap((passage) => passage.heading)).toEqual([]);
  });

  test('the title line is a heading and adds nothing to the path', () => {
    const [passage] = structure(paragraphs('云溪区：小城大爱', BODY));
    expect(passage?.heading).toEqual([]);
    expect(passage?.sentences[0]?.role).toBe('heading');
  });

  test('a numbered first sentence names the topic of its paragraph and stays body', () => {
    const text = `1.精细管护公园。${BODY}${BODY}`;
    const [passage] = structure(paragraphs(text, BODY));
    expect(passage?.heading).toEqual(['1.精细管护公园']);
    expect(passage?.sentences[0]).toMatchObject({ role: 'body', read: '1.精细管护公园。' });
  });

  test('where a long paragraph is cut, its later passages stand under its first sentence', () => {
    const text = `一是公园进社区。${BODY.repeat(12)}`;
    const [first, second] = structure(text);
    expect(first?.heading).toEqual([]);
    expect(second?.heading).toEqual(['一是公园进社区']);
  });

  test('no line of a page that is flattened into one line is lost, and its headings are found', () => {
    const section = `${BODY} ${BODY} ${BODY}`;
    const text = `${section} 公园篇 以绿荫换笑脸的实践 ${section} 养老篇的新答卷 ${section} ${section} ${section}`;
    const headings = new Set(structure(text).map((passage) => passage.heading.join('/')));
    expect([...headings]).toContain('养老篇的新答卷');
  });
});

describe('boilerplate', () => {
  const furniture = [
    '首页 >> 云溪日报 >> 要闻',
    '□本报记者 周小满 何大有',
    '河畔步道 周小满 摄',
    '责任编辑：何大有',
    '分享',
    '||',
    '版权所有 云溪区融媒体中心',
  ];

  test.each(furniture)('%s is marked and kept in a passage of its own', (line) => {
    const passages = structure(paragraphs(BODY, line, BODY));
    const own = passages.find((passage) => passage.sentences.every((sentence) => sentence.role === 'boilerplate'));
    expect(own?.sentences.map((sentence) => sentence.read).join(' ')).toBe(line);
  });

  test('the front matter of a Markdown report is no evidence, and offsets count from the source', () => {
    const text = `---\ntitle: 云溪区：小城大爱\n---\n\n${BODY}`;
    const [body] = structure(text);
    expect(text.slice(body?.start, body?.end)).toBe(BODY);
  });

  test('its share of the text is told', () => {
    const { notes } = structureReport(madeUpReport(`${BODY}\n责任编辑：何大有`));
    expect(notes.boilerplateShare).toBeCloseTo(8 / (BODY.length + 9), 3);
  });
});

describe('reading', () => {
  test('a sentence that runs over a hard line wrap is one sentence, read without the line end', () => {
    const wrapped = [
      '云溪区坚持把公园建到群众家门口一年里新建了口袋公',
      '园十二个又把原来围起来的机关大院全部向群众开放让',
      '大家推窗见绿出门进园还在每个社区都配上了一名园长',
      '请热心的居民一起来出主意一起来种花一起来看护花草',
      '如今这里的草地可以搭帐篷步道可以跑步亭子里可以下',
      '棋满意度一年里提高了十个百分点这就是小城里的大爱。',
    ];
    const text = wrapped.join('\n');
    const sentences = structure(text).flatMap((passage) => passage.sentences);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]?.read).toBe(wrapped.join(''));
    expect(text.slice(sentences[0]?.start, sentences[0]?.end)).toBe(text);
  });

  test('a relative date is resolved behind itself where the date of the report is known', () => {
    const { passages } = structureReport(madeUpReport('去年云溪区建了三座桥。', { publishedOn: '2019' }));
    expect(passages[0]?.sentences[0]?.read).toBe('去年〔2018年〕云溪区建了三座桥。');
  });

  test('without a date the sentence is read as it is written', () => {
    expect(structure('去年云溪区建了三座桥。')[0]?.sentences[0]?.read).toBe('去年云溪区建了三座桥。');
  });
});
