// Infers what nobody gave: title, date and publisher, from the report's own text. Cautious: null rather than a guess.
import type { Span } from '../../types.ts';
import { isTableHeader } from '../formats/table.ts';
import { boilerplateLine } from '../structure/boilerplate.ts';
import { numberingLevel } from '../structure/headings.ts';
import { lineSpans } from '../structure/line-parts.ts';
import { canonicalDate } from './fields.ts';
import { stemOf } from './files.ts';
import { frontMatterSpan } from './front-matter.ts';

const TITLE_LINES = 8;
const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 60;
const LONGEST_CLAUSE = 30;
/** Of a line, this much is looked at: enough for any title, bounded for any line. */
const LONGEST_LOOK = 400;
const SENTENCE_END = /[。！!；;，,、：:…][”"’」』）)】]*$/u;
/** Labels that run on behind a title: 来源：…, 发布时间：… */
const LABEL_AT_END = /[\s|｜]+(?:来源|作者|编辑|发布时间|发布日期|时间|日期|浏览次数)[:：].*$/u;
const TITLE_LABEL = /^(?:标题|题目|题名|名称)\s*[:：]\s*/u;
/** A title that any report of its kind has: a longer line with it names this one. */
const COMMON_TITLE = /^(?:[\p{Script=Han}]{0,4}(?:工作报告|报告|通知|公告|通报|简报|公报|总结|要点|规划|汇报))$/u;
const DATE_AT_END = /\s*\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?.*$/u;

function clean(line: string): string {
  return line
    .replace(/^#{1,6}\s+/, '')
    .replace(TITLE_LABEL, '')
    .replace(/\*\*/g, '')
    .replace(/[\s|｜]+$/u, '')
    .replace(LABEL_AT_END, '')
    .replace(DATE_AT_END, '')
    .trim();
}

function isTitle(line: string): boolean {
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (line.length > LONGEST_TITLE || line.length < SHORTEST_TITLE || SENTENCE_END.test(line)) return false;
  return (han >= SHORTEST_TITLE || /\p{L}{3}/u.test(line)) && !/。/u.test(line) && numberingLevel(line) === null;
}

/** True if a line is a title that another is a part of. */
function isFullTitle(line: string, part: string): boolean {
  return line.length > part.length && line.includes(part) && isTitle(line) && !/——/.test(line);
}

function firstLines(text: string, count: number): string[] {
  const start = frontMatterSpan(text)?.end ?? 0;
  const spans: Span[] = [];
  // Only the beginning is looked at, so that a long report costs no more than a short one.
  for (const span of lineSpans(text, start, Math.min(text.length, start + 20_000))) {
    if (spans.push(span) === count) break;
  }
  return spans.map((span) => text.slice(span.start, Math.min(span.end, span.start + LONGEST_LOOK)));
}

/**
 * Returns a title for a report that was given none: its first line that can be one, else the file's Chinese name, else how its text begins.
 * Never empty.
 */
export function inferTitle(text: string, path: string): string {
  // The headers of a table name its columns, and its first row one thing of many: neither names the report.
  const all = firstLines(text, TITLE_LINES).filter((line) => !boilerplateLine(line));
  const lines = all.filter((line) => !line.includes(' | '));
  const first = clean(lines[0] ?? '');
  const stem = stemOf(path);
  const full = (COMMON_TITLE.test(first) && lines.map(clean).find((line) => isFullTitle(line, first))) || first;
  if (isTitle(full)) return full;
  if (/\p{Script=Han}{4}/u.test(stem)) return stem;
  const title = lines
    .slice(1)
    .map(clean)
    .find((line) => isTitle(line) && line.length <= LONGEST_CLAUSE);
  const [clause = ''] = clean(lines[0] ?? '')
    .replace(/^摘\s*要\s*[:：]\s*/u, '')
    .split(/[。！？；，,;!?]/u);
  const isTable = isTableHeader(all[0] ?? '');
  return title ?? ((!isTable && clause.trim().slice(0, LONGEST_CLAUSE)) || stem);
}

const EDGE_LINES = 6;
const LONGEST_DATELINE = 120;
const FULL_DATE = /(?<!\d)((?:19|20)\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)/u;
/** Agencies open a report with its date: 新华社北京3月5日电 – the year is not told, so only the form with a year counts. */
const PUBLISHED =
  /(?:发布|发表|刊发|更新|编辑)?(?:时间|日期)\s*[:：]\s*((?:19|20)\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/u;
/** The year a report speaks from: 为2017年工作开局, 2018年是……之年, 2023年工作安排. */
const SPOKEN_YEAR = [
  /((?:19|20)\d{2})年(?:[\p{Script=Han}]{0,4})(?:工作(?:安排|计划|目标|重点|打算|思路|任务|部署|强力|开好局|起好步|[，,。]|开局))/gu,
  /(?:今年|本年|当前)[^。\n]{0,6}?[（(〔]((?:19|20)\d{2})年?[）)〕]/gu,
  /((?:19|20)\d{2})年是[^。\n]{0,40}?(?:开局|收官|关键|之年|周年|元年|第[一二三四五六七八九十\d]+年|年份)/gu,
];

/** The session before which a report was given: its day is that of the report, whenever someone published it. */
const OCCASION =
  /(?<!\d)((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日[在于][^。；，\n]{2,40}?(?:会议|大会|全会)上/u;
const OCCASION_WITHIN = 3_000;

function dateOf(match: RegExpExecArray | null): string | null {
  return match ? canonicalDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** Returns a date on a line of its own kind: page furniture, or a short line at either end of the report. */
function dateline(text: string): string | null {
  const start = frontMatterSpan(text)?.end ?? 0;
  const spans = lineSpans(text, start, text.length);
  const edges = [...spans.slice(0, EDGE_LINES), ...spans.slice(-EDGE_LINES)].map((span) =>
    text.slice(span.start, span.end),
  );
  for (const line of edges) {
    const date = dateOf(PUBLISHED.exec(line));
    if (date) return date;
  }
  for (const line of edges) {
    const match = line.length <= LONGEST_DATELINE && !/[。！？；]/u.test(line) ? FULL_DATE.exec(line) : null;
    // Within a sentence a date says when something happened, not when it was written.
    const isOwn =
      match &&
      (boilerplateLine(line) !== null || match.index + match[0].length >= line.length - 12 || match.index <= 2);
    if (match && isOwn && dateOf(match)) return dateOf(match);
  }
  return null;
}

/** Returns the day on which a report was given before a session, as the line under its title tells; null if none does. */
export function inferOccasion(text: string): string | null {
  const start = frontMatterSpan(text)?.end ?? 0;
  return dateOf(OCCASION.exec(text.slice(start, start + OCCASION_WITHIN)));
}

/**
 * Returns the date of publication, as exactly as the text tells: a dateline, else the one year that it says it speaks from; else null.
 * Years that are merely mentioned do not count: a wrong date would turn 去年 into a wrong year.
 */
export function inferDate(text: string): string | null {
  const date = inferOccasion(text) ?? dateline(text);
  if (date) return date;
  const years = new Set(SPOKEN_YEAR.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')));
  const [year] = years;
  if (!year || years.size > 1) return null;
  const later = [...text.matchAll(/(?<!\d|[到至])((?:19|20)\d{2})年(?!以?前|底前|末)/gu)].some(
    (match) => (match[1] ?? '') > year,
  );
  return later ? null : year;
}

const PAPER = '[\\p{Script=Han}]{2,8}(?:日报|晚报|晨报|时报|商报|早报|都市报|新闻网|人民论坛网|电视台|广播电台|通讯社)';
const PUBLISHERS = [
  /^[^。]{0,40}?来\s*源\s*[:：]\s*([\p{Script=Han}A-Za-z·《》]{2,20})/mu,
  new RegExp(`(?:^|[\\s/／◎□■（(])(${PAPER})(?:首席|特约|见习)?(?:记者|通讯员)`, 'mu'),
  new RegExp(`(?:>>|>|＞|»|›|\\|)\\s*(${PAPER})\\s*(?:>>|>|＞|»|›|\\||$)`, 'mu'),
];

/** Returns the publisher, if a source line, a byline or the navigation names one; else null. */
export function inferPublisher(text: string): string | null {
  const lines = lineSpans(text, 0, text.length).map((span) => text.slice(span.start, span.end));
  const head = lines.map((line) => line.slice(0, LONGEST_DATELINE));
  for (const pattern of PUBLISHERS) {
    const line = [...head.slice(0, TITLE_LINES + EDGE_LINES), ...head.slice(-EDGE_LINES)].find((candidate) =>
      pattern.test(candidate),
    );
    const publisher = line ? pattern.exec(line)?.[1] : undefined;
    if (publisher) return publisher.replace(/[《》]/g, '');
  }
  return null;
}
