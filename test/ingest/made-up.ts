// Made-up reports for property tests: random pages put together from the kinds of lines that real ones have. Seeded, so that a failure repeats.

import { reportId } from '../../src/ingest/source/identity.ts';
import type { Report } from '../../src/types.ts';

/** Random numbers 0 ≤ n < 1 from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CLAUSES = [
  '云溪区新建口袋公园12个',
  '完成投资3.5亿元',
  '同比增长8.1%',
  '“一网通办”事项达到400项',
  '群众满意度居全市第二',
  '去年9月启用',
  '引进企业23家',
  '老人食堂覆盖31个社区',
  '区长林知远说',
  'GDP突破200亿元',
  '👏掌声不断',
];
const ENDS = ['。', '！', '？', '；', '……', '。”', '!', '\n', ''];
const LINES = [
  '云溪区：小城大爱',
  '一、聚力产业',
  '（一）补链强链',
  '1.建平台。',
  '## 民生答卷',
  '首页 >> 云溪日报 >> 要闻',
  '□本报记者 周小满 何大有',
  '河畔步道 周小满 摄',
  '|',
  '||',
  '责任编辑：何大有',
  '2023-05-06 10:20',
  '分享',
  'https://example.org/a?b=1',
  '让老街活起来',
  '---',
  '|指标|数值|',
  '　　',
  '\t',
  '一是强基础。',
  '——最暖心的服务。',
];

function sentence(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const clauses = Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(CLAUSES));
  return clauses.join(random() < 0.5 ? '，' : ',') + pick(ENDS);
}

/** The text of a made-up page: headings, paragraphs, page furniture and white space in random order. */
export function madeUpText(seed: number): string {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const blocks = Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
    if (random() < 0.4) return pick(LINES);
    const joint = random() < 0.3 ? ' ' : '';
    return Array.from({ length: 1 + Math.floor(random() * 9) }, () => sentence(random)).join(joint);
  });
  const frontMatter = random() < 0.2 ? '---\ntitle: 云溪区：小城大爱\n---\n' : '';
  return frontMatter + blocks.join(pick(['\n', '\n\n', '\r\n', ' ', '\n　　']));
}

/** A report around a text; what is not given is unknown. */
export function madeUpReport(text: string, given: Partial<Report> = {}): Report {
  return {
    id: reportId('made-up'),
    path: 'made-up.txt',
    title: '云溪区：小城大爱',
    district: null,
    publisher: null,
    publishedOn: null,
    kind: null,
    url: null,
    inferred: [],
    text,
    ...given,
  };
}
