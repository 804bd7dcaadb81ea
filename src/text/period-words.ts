// Canonical periods in Chinese words, as rows of a grid and questions name them: 2023-10/2023-12 → 2023年四季度.
import { isYearless } from './calendar.ts';

const QUARTERS: Readonly<Record<string, string>> = {
  '01/03': '一季度',
  '04/06': '二季度',
  '07/09': '三季度',
  '10/12': '四季度',
  '01/06': '上半年',
  '07/12': '下半年',
  '01/12': '全年',
};

const ANY_YEAR = '0000';

/** Returns a canonical period in words. @example inPeriodWords('2023-10/2023-12') // => '2023年四季度' */
export function inPeriodWords(period: string): string {
  if (isYearless(period)) return inPeriodWords(period.replaceAll('--', `${ANY_YEAR}-`)).replace(`${ANY_YEAR}年`, '');
  const [from = '', to] = period.split('/');
  const [year = '', month, day] = from.split('-');
  if (to === undefined)
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  const [lastYear = '', lastMonth] = to.split('-');
  if (month === undefined || lastMonth === undefined) return `${year}—${lastYear}年`;
  if (year !== lastYear) return `${inPeriodWords(from)}至${inPeriodWords(to)}`;
  const part = QUARTERS[`${month}/${lastMonth}`] ?? (month === '01' ? `前${Number(lastMonth)}个月` : null);
  return `${year}年${part ?? `${Number(month)}—${Number(lastMonth)}月`}`;
}
