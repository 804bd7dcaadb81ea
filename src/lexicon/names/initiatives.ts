// Named initiatives in a sentence: what stands in quotation marks and is called, or done as, an initiative. Data: lexicon/data.

import type { Span } from '../../types.ts';
import { readLexicon, readWords, verbsFor } from '../words/data-files.ts';

/** A named initiative; the span is of the name, without its marks. */
export interface Initiative extends Span {
  /** 首席服务官. */
  readonly name: string;
  /** What it is called to be (制度, 工程); empty where it is not said. */
  readonly head: string;
  /** Number of the kind of initiative that the head says (data's line); −1: no head. */
  readonly kind: number;
  /** Name and head as written, with the marks: “首席服务官”制度. */
  readonly whole: string;
}

const GROUPS = readLexicon('practice-heads.txt').map((line) => line.split(/\s+/u));
const HEADS = GROUPS.flat().sort((a, b) => b.length - a.length);
const INITIATIVE_VERBS = verbsFor('initiative');
const QUOTED = /[“《](?<name>[^“”《》]{2,30})[”》]/gu;
/** What the name is called to be, up to where its noun ends: “…”专门服务窗口, not “…”专门服务. */
const WHOLE_HEAD = new RegExp(
  `^的?(?<before>(?!这些|那些|等)[\\u4e00-\\u9fff]{0,6}?)(?<head>${HEADS.join('|')})(?=[^\\u4e00-\\u9fff]|[等和与及的为在以是将把]|$)`,
  'u',
);
const HEAD = new RegExp(
  `^的?(?<before>[\\u4e00-\\u9fff]{0,3}?)(?<head>${HEADS.join('|')})(?!(?<=制)[作造品成定约药剂冷图])`,
  'u',
);
/** What is held once, and those who belong to it: no practices. */
/** 全域覆盖、全域办理: a pair of watchwords, where nothing calls it a practice. */
const WATCHWORDS = /^[\u4e00-\u9fff]{4}[、，][\u4e00-\u9fff]{4}$/u;
const HELD_ONCE =
  /^为(?:主题|切入点|导向|目标|宗旨|引领)|^[\u4e00-\u9fff\d]{0,8}?(?:赛|节|班|杯|大会|论坛|仪式|峰会|讲座|展|支部|分会|小程序|页面|事项|公众号|APP|一书|系列报道)/u;
const VERB_BEFORE = new RegExp(`(?:${INITIATIVE_VERBS.join('|')})(?:了|着|的)?[^，,。；;：“”、]{0,6}$`, 'u');
/** What a name behind these words stands for is hoped for, or won; it is nothing that is done. */
const AIMED_AT =
  /(?:打造|营造|形成|建设|构建|推进|推动|提升|树立|锚定|擦亮|唱响|叫响|激发|发挥|走出|创造|赢得|获评|荣获|入选|获得|争创|创建|迈向|迎来|开展|进行|组织|坚持|聚焦|围绕|突出|强化|深化|优化|完善|实现|做好|落实)(?:了|出|成)?[^，,。；;：“”、]{0,6}$/u;
/** What is said rather than named, or is no name at all. */
const SPEECH = /[。！？!?…：:；;]|我们|咋|你们|怎么|如何/u;

const HEAD_AT_END = new RegExp(`(?:${HEADS.join('|')}|链条?|产业|体制)$`, 'u');

/** True if words end with what an initiative is called to be: 审批运行机制. */
export function headAtEnd(words: string): boolean {
  return HEAD_AT_END.test(words);
}

const NO_INITIATIVES = new Set(readWords('no-practices.txt'));
/** True if a name is the whole country's, or a figure of speech. */
export function isNoInitiative(name: string): boolean {
  const written = name.replaceAll('＋', '+');
  const parts = written.split(/[、，]/u);
  return NO_INITIATIVES.has(written) || (parts.length > 1 && parts.every((part) => NO_INITIATIVES.has(part)));
}

/** The city's or the province's, which the district only follows. */
const OF_THOSE_ABOVE = /(?:[省市州]委|[省市州]政府|[省市州])[“《]$/u;
/** What those above ordered: “…”专项行动总体部署; and a name that is explained right behind. */
const FOLLOWED = /^(?:[\u4e00-\u9fff]{0,8}?(?:部署|要求|精神)(?=[^\u4e00-\u9fff]|$)|（)/u;
/** 三全六步, 四大工程, 二次创业; 1246; 人才+项目; 进企业、进项目. */
const SLOGAN =
  /^(?:[一二三四五六七八九十百千两双][\u4e00-\u9fff]{1,9}|\d{3,6}|[\u4e00-\u9fffA-Z\d]+\+[\u4e00-\u9fffA-Z\d+]+|[^、]{2,8}(?:、[^、]{2,8}){1,5})$/u;
const NAME_END =
  /(?:思维|产业园|[商活务餐益养动]圈|奖|驿站|食堂|超市|课堂|学院|讲堂|夜校|基金|指数|联盟|中心|[服专委]务?员|服务官|码|券|包|街区|小屋|客厅|[餐茶晨夜]会|议事会|委员会|工作室|经济|效应|速度|温度|深度|革命|平台|制|局|库|工程|行动|计划|地标|名片|工作法|模式|机制)$/u;

/** True if a name looks like one of a practice: a counted slogan, a sum, or by what it ends with. */
export function looksNamed(name: string): boolean {
  return SLOGAN.test(name) || NAME_END.test(name);
}

const MIN_TELLING = 4;

/** True if a name is hardly anyone else's: it is called something, or is a numbered slogan of some length; not 两区, 揭榜挂帅. */
export function isDistinctive({ name, kind }: Initiative): boolean {
  return kind >= 0 || (name.length >= MIN_TELLING && SLOGAN.test(name));
}

/** True if a place is inside the title of a document: 《关于“…”的意见》. */
function isInTitle(before: string): boolean {
  return before.split('《').length > before.split('》').length;
}

/** True if a name is one side of a change: 变“拨钱用”为“筹钱用”. */
function isOfChange(before: string, behind: string): boolean {
  return /(?:变|由)$/u.test(before)
    ? /^(?:变为|转为|转变为|为|向)“/u.test(behind)
    : /(?:变|由)“[^“”]+”(?:变为|转为|转变为|为|向)$/u.test(before);
}

/** True if words in quotation marks name a practice: called something, done as one is, or looking like a name. */
function isPractice(name: string, behind: string, isCalledOrDone: boolean): boolean {
  if (SPEECH.test(name) || isNoInitiative(name) || HELD_ONCE.test(behind)) return false;
  return isCalledOrDone || (looksNamed(name) && !WATCHWORDS.test(name));
}

function initiativeAt(plain: string, at: number, name: string): Initiative[] {
  const start = at + 1;
  const end = start + name.length;
  const behind = plain.slice(end + 1);
  const found = (WHOLE_HEAD.exec(behind) ?? HEAD.exec(behind))?.groups;
  const before = plain.slice(0, at);
  const isDone = (VERB_BEFORE.test(before) && !AIMED_AT.test(before)) || isOfChange(before, behind);
  if (
    FOLLOWED.test(behind) ||
    isInTitle(before) ||
    OF_THOSE_ABOVE.test(plain.slice(0, start)) ||
    (found === undefined && plain[at] === '“' && name.includes('的') && !NAME_END.test(name))
  )
    return [];
  if (!isPractice(name, behind, found !== undefined || isDone)) return [];
  const called = found ? `${found['before'] ?? ''}${found['head'] ?? ''}` : '';
  const headAt = called === '' ? end + 1 : plain.indexOf(called, end) + called.length;
  const head = found?.['head'] ?? '';
  const kind = GROUPS.findIndex((group) => group.includes(head));
  return [{ name, head, kind, whole: plain.slice(at, headAt), start, end }];
}

/** Returns the named initiatives of a sentence, in order. */
export function initiativesIn(plain: string): Initiative[] {
  return [...plain.matchAll(QUOTED)].flatMap((match) => initiativeAt(plain, match.index, match.groups?.['name'] ?? ''));
}
