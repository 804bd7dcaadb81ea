// Lists that run over several sentences of a report: 一是…。二是…。 with what they are about.

import { clausesOf, trimMarks } from '../../../text/clauses.ts';
import { HEADING_NUMBER, listMarkOf, NUMBERED_SENTENCE_MARKS } from '../../../text/list-marks.ts';
import type { ItemSource, ReportLine } from './sources.ts';

/** A list over several sentences. */
export interface LeadList {
  /** What its items are: a heading, or what the sentence before counts (三大预警机制). */
  readonly name: string;
  readonly items: readonly { readonly label: string; readonly line: ReportLine }[];
  /** True if the numbers are those of steps. */
  readonly isSequence: boolean;
}

const MIN_ITEMS = 2;
const MAX_ITEMS = 6;
const MAX_LABEL = 40;
const MIN_LABEL = 4;
const MAX_APART = 12;
/** So short, a label says what every district does: 突出改革创新. */
const WATCHWORD = /^(?:突出|注重|强化|坚持|加强|深化|推进|推动|提升|优化|聚焦)[\u4e00-\u9fff]{2,5}$/u;

interface Lead {
  readonly line: ReportLine;
  readonly number: number;
  readonly label: string;
  readonly isStep: boolean;
}

function leadOf(line: ReportLine): Lead | null {
  const mark = listMarkOf(line.plain, NUMBERED_SENTENCE_MARKS);
  if (!mark) return null;
  const body = line.plain.slice(mark.end);
  const first = clausesOf(body)[0];
  const label = trimMarks(body.slice(first?.start ?? 0, first?.end ?? 0));
  return { line, number: mark.number ?? 0, label, isStep: mark.isStep };
}

/** Returns what the sentence before a list counts as many as the list has: 推进三项体制改革 → 三项体制改革. */
function countedBefore(line: ReportLine | undefined, count: number): string | null {
  const numeral = '零一两三四五六'[count] ?? '';
  const pattern = new RegExp(
    `(?:${numeral}|${count})(?:大|项|个|条|类)[^，,。；;：:的“”]{2,8}(?=[，,。；;：:]|$)`,
    'u',
  );
  return (line && pattern.exec(line.plain)?.[0]) ?? null;
}

function nameOf(leads: readonly Lead[], source: ItemSource): string | null {
  const first = leads[0]?.line;
  if (!first) return null;
  const headings = first.passage.heading.filter((heading) => !listMarkOf(heading, NUMBERED_SENTENCE_MARKS));
  const heading = (headings.at(-1) ?? '').replace(HEADING_NUMBER, '').replaceAll(',', '，');
  return countedBefore(source.lines[first.at - 1], leads.length) ?? (heading === '' ? null : heading);
}

function listOf(leads: readonly Lead[], source: ItemSource): LeadList[] {
  const name = nameOf(leads, source);
  const isFit =
    leads.every(({ label }) => label.length >= MIN_LABEL && label.length <= MAX_LABEL) &&
    !leads.every(({ label }) => WATCHWORD.test(label));
  if (name === null || !isFit || leads.length < MIN_ITEMS || leads.length > MAX_ITEMS) return [];
  const items = leads.map(({ label, line }) => ({ label, line }));
  return [{ name, items, isSequence: leads.every(({ isStep }) => isStep) }];
}

/** Returns the lists of a report whose items are numbered sentences, in order. */
export function leadListsIn(source: ItemSource): LeadList[] {
  const lists: LeadList[] = [];
  let open: Lead[] = [];
  for (const line of source.lines) {
    const lead = leadOf(line);
    if (!lead) continue;
    const last = open.at(-1);
    const goesOn = last && lead.number === last.number + 1 && line.at - last.line.at <= MAX_APART;
    if (!goesOn) {
      lists.push(...listOf(open, source));
      open = lead.number === 1 ? [lead] : [];
    } else open.push(lead);
  }
  return [...lists, ...listOf(open, source)];
}
