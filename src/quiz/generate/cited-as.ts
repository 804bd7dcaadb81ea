// How an explanation names the report that it quotes: by its title, or by its publisher or district and its day where the title is
// what a page left over: a dateline, a by-line, the beginning of the text.
import { basename } from 'node:path';
import { PAGE } from '../../lexicon/words/item-cues.ts';
import type { ReportMeta } from '../../types.ts';

const MAX_TITLE = 40;
/** A title with a comma or a full stop in it is no longer than this: what is longer is the text's first sentence. */
const MAX_WITH_COMMA = 24;
/** What no title begins with. */
const BEGINS_AMID = /^[\s，。、；：！？）)\]”’》…]|^$/u;
const BY_LINE =
  /记者|通讯员|实习生|报道[“，：:]|\d{1,2}[月日][^，]{0,12}[电讯]|[（(][^）)]{0,20}[电讯][）)]|\d{2}\/\d{2}|\t/u;
const PAIRS = ['“”', '《》', '（）', '()', '[]'] as const;

/** True if what a report bears for a title is one. */
export function isTitle(title: string): boolean {
  const isWhole = PAIRS.every(([open = '', close = '']) => title.split(open).length === title.split(close).length);
  const isSentence = /[，。；,;]/u.test(title) && title.length > MAX_WITH_COMMA;
  return isWhole && !isSentence && !BEGINS_AMID.test(title) && !BY_LINE.test(title) && !PAGE.test(title);
}

/** Returns a day as one writes it: 2023-08-09 → 2023年8月9日, 2017 → 2017年. */
function dayInWords(day: string): string {
  const [year = '', ...rest] = day.split('-').map((part) => String(Number(part)));
  return `${year}年${rest.map((part, index) => `${part}${index === 0 ? '月' : '日'}`).join('')}`;
}

/** Returns how a report is named behind a quotation. @param district as one says it; named where the title does not name it */
export function citedAs({ title, publisher, publishedOn, path }: ReportMeta, district: string): string {
  if (isTitle(title)) {
    const shown = title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1)}…` : title;
    return `${shown.includes(district) ? '' : district}《${shown}》`;
  }
  const issuer = publisher === null || publisher === district ? '' : `（${publisher}）`;
  if (publishedOn !== null && /^\d{4}(?:-\d{1,2}){0,2}$/u.test(publishedOn))
    return `${district}${dayInWords(publishedOn)}的报告${issuer}`;
  return `${district}的报告${issuer === '' ? `（${basename(path).slice(0, MAX_TITLE)}）` : issuer}`;
}
