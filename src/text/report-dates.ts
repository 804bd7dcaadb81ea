// The time that a report speaks of and the date from which its 去年 and 年末 count: a bulletin on 2023 comes out in 2024.
import { parseAnchor } from './calendar.ts';
import { findPeriods } from './periods.ts';

/** What is known of a report. */
interface Dated {
  readonly title: string;
  readonly publishedOn: string | null;
}

/** Titles of texts that look back on the time they name. */
const LOOKS_BACK = /公报|统计|总结|回顾|年鉴|运行|分析|简析|情况|简报|通报|概况|指标|数据|进展|成效|综述|一览|年报/u;
/** Titles of texts that name the time ahead, though they speak of the time before it, too. */
const LOOKS_AHEAD = /工作报告|计划|规划|要点|安排|方案|部署|预算|目标|打算|任务/u;

/**
 * Returns the period that the title gives the figures of a report, canonical; null if it gives none.
 * @example periodOfTitle({ title: '2023年统计公报', publishedOn: '2024-03-20' }) // => '2023'
 */
export function periodOfTitle({ title, publishedOn }: Dated): string | null {
  if (!LOOKS_BACK.test(title) || LOOKS_AHEAD.test(title)) return null;
  const [named, ...others] = findPeriods(title).filter(({ kind }) => kind !== 'day');
  if (!named || others.length > 0) return null;
  const published = parseAnchor(publishedOn);
  const last = Number((named.period.split('/').at(-1) ?? '').slice(0, 4));
  // What comes out early in the year that it names tells of the year before.
  const isAhead =
    published !== null && (last > published.year || (last === published.year && isEarly(published.month)));
  return isAhead && named.kind === 'year' ? null : named.period;
}

const LAST_EARLY_MONTH = 3;
const isEarly = (month: number | null): boolean => month !== null && month <= LAST_EARLY_MONTH;

/**
 * Returns the date from which the relative dates of a report count: the end of the year that its title looks back on, else its own date.
 * @example referenceDate({ title: '2023年统计公报', publishedOn: '2024-03-20' }) // => '2023-12'
 */
export function referenceDate(report: Dated): string | null {
  const end = periodOfTitle(report)?.split('/').at(-1) ?? '';
  const year = Number(end.slice(0, 4));
  const published = parseAnchor(report.publishedOn)?.year;
  if (end === '' || (published !== undefined && published <= year)) return report.publishedOn;
  return end.length === 4 ? `${end}-12` : end;
}
