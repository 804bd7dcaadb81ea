// The fact table as CSV.

import type { FactLine } from '../../../chat/browse/views.ts';
import { csvText } from '../../../chat/csv.ts';
import type { WebLanguage } from './schemas.ts';

const HEADS: Readonly<Record<WebLanguage, readonly string[]>> = {
  zh: [
    '区县',
    '对象',
    '指标',
    '时间',
    '数值',
    '单位',
    '原文数值',
    '同比（%）',
    '计划',
    '约数',
    '报告',
    '起',
    '止',
    '原文',
  ],
  en: [
    'district',
    'subject',
    'indicator',
    'period',
    'value',
    'unit',
    'as written',
    'change (%)',
    'planned',
    'approximate',
    'report',
    'start',
    'end',
    'quote',
  ],
};
const YES: Readonly<Record<WebLanguage, string>> = { zh: '是', en: 'yes' };
/** Returns the figures as CSV. */
export function factsCsv(facts: readonly FactLine[], language: WebLanguage): string {
  const flag = (isSo: boolean): string => (isSo ? YES[language] : '');
  const rows = facts.map((fact) => [
    fact.district,
    fact.subject,
    fact.indicator,
    fact.period,
    fact.value,
    fact.unit,
    fact.surface,
    fact.changePercent,
    flag(fact.isPlanned),
    flag(fact.isApproximate),
    fact.title,
    fact.start,
    fact.end,
    fact.quote.replace(/\s+/gu, ' '),
  ]);
  return csvText([HEADS[language], ...rows]);
}
