// Items that ask when something happened: the clause that dates it, with the date left out.

import { verbsFor } from '../../lexicon/words/data-files.ts';
import { findQuantities } from '../../text/numbers.ts';
import { findPeriods } from '../../text/periods.ts';
import { referenceDate } from '../../text/report-dates.ts';
import { shuffled } from '../random-choice.ts';
import { CHOICE_BLANK, type ItemDraft, TYPED_BLANK } from './draft.ts';
import type { Pools } from './pools.ts';
import { evidenceOf } from './statements/evidence.ts';
import type { ItemSource, LineContext, ReportLine } from './statements/sources.ts';
import { type StandaloneStatement, stateAround } from './statements/statement.ts';

const MIN_WRONG = 2;
const MAX_WRONG = 3;
/** Days are nothing to know by heart. */
const EXACT = /^\d{4}年(?:\d{1,2}月)?$/u;
/** A date that goes on (以来), compares (比2018年) or names a thing (2019年度计划) dates no event. */
const NO_EVENT = /^(?:企业|政府|工作|以来|起|度|后|前|至|—|-|的|版|间|上午|下午|[^，,]{1,8}以来|\d)/u;
const COMPARES = /(?:[比较至到超自从截止往]|截至|截止|[的为在了于与和、])$/u;
const MIN_WORDS = 10;
/** What happens once and is worth its date. */
const EVENTS = verbsFor('dated');
const MAX_YEARS_APART = 6;

/** Returns how exactly a date is written: 年, 月 or 日, with what stands behind it. */
const formOf = (date: string): string => date.replace(/\d+/gu, '0');

/** True if a date may be taken for another: as exact, near, and no later than the report unless the other is. */
function isLike(date: string, key: string, { year }: ItemSource): boolean {
  if (formOf(date) !== formOf(key) || date === key) return false;
  const [other, own] = [Number.parseInt(date, 10), Number.parseInt(key, 10)];
  return Math.abs(other - own) <= MAX_YEARS_APART && other <= Math.max(own, year ?? own);
}

/** True if the words around a date tell of one event of the district, and of nothing else that is dated or counted. */
function tellsEvent(rest: string): boolean {
  const isPlain = findQuantities(rest).length === 0 && !/\d{4}年|公司|活动|大会|论坛|会议|启动仪式/u.test(rest);
  return (
    isPlain &&
    EVENTS.some((event) => rest.includes(event)) &&
    rest.replace(/[^\u4e00-\u9fff]/gu, '').length >= MIN_WORDS
  );
}

function draftOf(
  { text, target }: StandaloneStatement,
  key: string,
  { line, source, pools }: LineContext & { pools: Pools },
): ItemDraft {
  const fit = pools.dates.filter((date) => isLike(date, key, source) && !line.sentence.read.includes(date));
  const distractors = shuffled(fit, `${source.report.id} ${text}`).slice(0, MAX_WRONG);
  const blanked = (blank: string): string => `${text.slice(0, target.start)}${blank}${text.slice(target.end)}。`;
  const common = { subject: 'date', identity: `date ${text}`, source, evidence: evidenceOf(line, source) } as const;
  return distractors.length < MIN_WRONG
    ? {
        ...common,
        kind: 'fill-in',
        question: blanked(`${TYPED_BLANK}（${key.includes('月') ? '答到月' : '答年份'}）`),
        accepted: [key],
      }
    : { ...common, kind: 'single', question: blanked(CHOICE_BLANK), key, distractors };
}

function draftsIn(line: ReportLine, source: ItemSource, pools: Pools): ItemDraft[] {
  return findPeriods(line.plain, referenceDate(source.report)).flatMap(
    ({ start, end, surface, resolution }): ItemDraft[] => {
      const key = resolution ?? surface;
      const [before, behind] = [line.plain.slice(0, start), line.plain.slice(end)];
      // The year of the report itself is no question.
      if (!EXACT.test(key) || NO_EVENT.test(behind) || COMPARES.test(before) || key === `${source.year}年`) return [];
      const statement = stateAround({ start, end }, { line, source });
      if (!statement) return [];
      const { text, target } = statement;
      const isEvent = tellsEvent(text.slice(0, target.start) + text.slice(target.end));
      return isEvent ? [draftOf(statement, key, { line, source, pools })] : [];
    },
  );
}

/** Returns items on the dates of what happened in a report's district. */
export function dateItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return source.lines.flatMap((line) => draftsIn(line, source, pools));
}
