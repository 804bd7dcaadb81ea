import { describe, expect, test } from 'vitest';
import { TitleFinder } from '../../src/ingest/source/title-line.ts';
import { boilerplateLine, boilerplateSentence, bylinePieces } from '../../src/ingest/structure/boilerplate.ts';
import { headingForm, leadOf, numberingLevel, opensPoint } from '../../src/ingest/structure/headings.ts';
import { cutLine, lineSpans } from '../../src/ingest/structure/line-parts.ts';
import { unwrap } from '../../src/ingest/structure/wrapped.ts';
import { madeUpText } from '../ingest/made-up.ts';

describe('a line is page furniture:', () => {
  test.each([
    ['||', 'ornament'],
    ['* * *', 'ornament'],
    ['https://example.org/news/1.html', 'address'],
    ['原文链接：https://example.org/news/1.html', 'address'],
    ['云溪网> 要闻> 正文', 'navigation'],
    ['首页 | 机构 | 服务', 'navigation'],
    ['您当前的位置：云溪网 > 新闻中心', 'navigation'],
    ['□本报记者 周小满 何大有', 'byline'],
    ['云溪日报记者 周小满 通讯员 何大有', 'byline'],
    ['文/周小满 图/何大有', 'byline'],
    ['区长  林知远', 'byline'],
    ['来源：云溪日报', 'credit line'],
    ['【责任编辑：周小满】', 'credit line'],
    ['标签：公园 社区', 'credit line'],
    ['（作者系云溪区委党校教师）', 'author note'],
    ['河畔步道 周小满 摄', 'photo credit'],
    ['图为居民在公园散步。', 'photo credit'],
    ['居民在公园散步。周小满 摄', 'photo credit'],
    ['分享', 'sharing'],
    ['上一篇：公园开放了', 'sharing'],
    ['版权所有 云溪区融媒体中心', 'rights'],
    ['2022-08-16 09:21', 'dateline'],
    ['2022年8月16日 来源：云溪日报 作者：周小满', 'dateline'],
    ['——2023年1月5日在云溪区第五届人民代表大会第二次会议上', 'dateline'],
  ])('%s (%s)', (line, kind) => {
    expect(boilerplateLine(line)).toBe(kind);
  });

  test.each([
    '记者从云溪区获悉，公园已经开放。',
    '云溪区新建公园12个。',
    '让老街活起来',
    '一、产业强区',
    '2022年8月16日，云溪区召开现场会。',
    '图书馆开到家门口',
    '分享改革成果，共建美好家园',
    '时间就是金钱',
    '关注民生，二维码扫出好服务。',
    '林知远说：“公园是大家的。”',
    '财政收入 > 预算，增幅8%。',
    '打印店主老周的一天',
    '区长林知远说，要把公园建好',
  ])('but not: %s', (line) => {
    expect(boilerplateLine(line)).toBeNull();
  });

  test('within a paragraph only notices and credits count', () => {
    expect(boilerplateSentence('（责任编辑：周小满）')).toBe('credit line');
    expect(boilerplateSentence('免责声明：本文不代表本网观点。')).toBe('rights');
    expect(boilerplateSentence('来源广泛的资金保障了公园建设。')).toBeNull();
  });

  test('a byline that was run into a paragraph ends where the text begins', () => {
    const pieces = ['◎文/云溪日报记者', '周小满', '通讯员', '何大有', '在老街上，茶馆又开门了。'];
    expect(bylinePieces(pieces)).toBe(4);
    expect(bylinePieces(['来源：云溪日报', '|', '时间：2021-03-04', '09:30', '老街活了。'])).toBe(4);
    expect(bylinePieces(['在老街上，茶馆又开门了。', '周小满'])).toBe(0);
    expect(bylinePieces([])).toBe(0);
  });
});

describe('a line is a heading:', () => {
  test.each([
    ['## 产业 **强区**', 2, '产业 强区'],
    ['第一章 总则', 10, '第一章 总则'],
    ['一、产业强区', 30, '一、产业强区'],
    ['（三）补链强链', 40, '（三）补链强链'],
    ['2.做活商圈', 50, '2.做活商圈'],
    ['（2）做活商圈', 60, '（2）做活商圈'],
    ['让老街活起来', 20, '让老街活起来'],
    ['推窗见绿,出门进园', 20, '推窗见绿,出门进园'],
    ['**一年之变**', 20, '一年之变'],
  ])('%s', (line, level, label) => {
    expect(headingForm(line)).toMatchObject({ level, label });
  });

  test.each([
    '云溪区新建公园12个。',
    '一是强基础。',
    '各位代表：',
    '——补链强链',
    '- 补链强链',
    '|指标|数值|',
    '2022年8月16日上午',
    '公园',
    '一、云溪区坚持把公园建到群众家门口，一年新建口袋公园十二个，居民满意度位居全市第二位了',
  ])('but not: %s', (line) => {
    expect(headingForm(line)).toBeNull();
  });

  test('levels follow the order in which Chinese reports nest them', () => {
    const levels = ['第一章 总则', '一、总', '（一）分', '1.细', '（1）更细'].map(numberingLevel);
    expect(levels).toEqual([...levels].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(levels).size).toBe(5);
    expect(numberingLevel('2.5亿元投向公园')).toBeNull();
  });

  test('the first sentence of a paragraph names its topic where it is short', () => {
    expect(leadOf('1.精细管护公园。')).toEqual({ level: 50, label: '1.精细管护公园' });
    expect(leadOf('——最暖心的服务。')).toEqual({ level: null, label: '最暖心的服务' });
    expect(leadOf('这是一个很长很长的句子，它说了很多很多的事情，所以它不是一个题目。')).toBeNull();
    expect(leadOf('公园有多美？')).toBeNull();
  });

  test('points within a paragraph are recognised by their mark', () => {
    expect(['一是强基础。', '首先，强基础。', '——强基础。', '路径之一：强基础。'].every(opensPoint)).toBe(true);
    expect(opensPoint('一天之内强基础。')).toBe(false);
  });
});

describe('lines and paragraphs', () => {
  test('lines are trimmed and blank ones dropped, whatever ends them', () => {
    const text = ' 甲 \r\n\n　乙\u2028丙\r丁';
    expect(lineSpans(text, 0, text.length).map(({ start, end }) => text.slice(start, end))).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ]);
  });

  test('the pieces of a line hold all of it that is not white space', () => {
    for (let seed = 0; seed < 300; seed++) {
      const text = madeUpText(seed).replace(/\s+/g, ' ').repeat(4);
      const pieces = cutLine(text, { start: 0, end: text.length });
      expect(
        pieces
          .map(({ start, end }) => text.slice(start, end))
          .join('')
          .replace(/\s/g, ''),
        `seed ${seed}`,
      ).toBe(text.replace(/\s/g, ''));
    }
  });

  test('a title is found with other punctuation, before a date, and over two lines', () => {
    const find = (title: string, ...lines: string[]): (string | null)[] => {
      const finder = new TitleFinder(title);
      return lines.map((line) => {
        const span = finder.match(line, { start: 0, end: line.length });
        return span && line.slice(span.start, span.end);
      });
    };
    expect(find('云溪：小城“大爱”', '云溪 小城“大爱”2020-03-04云溪网')).toEqual(['云溪 小城“大爱”']);
    expect(find('推窗见绿 出门进园', '推窗见绿', '出门进园')).toEqual(['推窗见绿', '出门进园']);
    expect(find('云溪建成公园', '云溪建成公园十二个，居民都说好。')).toEqual([null]);
    expect(find('', '任何一行')).toEqual([null]);
  });

  test('undoing hard wraps keeps every offset', () => {
    for (let seed = 0; seed < 300; seed++) {
      const text = madeUpText(seed);
      const wrapped = text.replace(/(.{30})/g, '$1\r\n');
      for (const form of [text, wrapped]) {
        const unwrapped = unwrap(form);
        expect(unwrapped.length).toBe(form.length);
        expect(unwrapped.replace(/\s/g, '')).toBe(form.replace(/\s/g, ''));
      }
    }
  });

  test('short lines of a list are no hard wraps', () => {
    const text = Array.from({ length: 10 }, (_, index) => `第${index}座公园在南湖`).join('\n');
    const poem = '小桥流水\n人家灯火\n老街新貌\n古镇炊烟\n';
    expect(unwrap(`${poem}云溪区今年新建口袋公园十二个，改造老旧小区三十一个。\n`.repeat(3))).toContain('人家灯火\n');
    expect(unwrap(`${text}。`).length).toBe(text.length + 1);
  });
});
