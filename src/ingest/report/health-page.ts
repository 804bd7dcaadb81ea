// Draws the health report as one page: what needs attention first, then every report. The page stands alone: no script, nothing
// loaded from elsewhere, and every text of a report is escaped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { writeWhole } from '../../store/files.ts';
import type { Skipped } from '../source/report-sources.ts';
import type { Conflict } from './conflicts.ts';
import { type HealthReport, isTroubled, type ReportHealth, warningsOf } from './health.ts';

/** Name of the page in the folder of an index. */
export const PAGE_FILE = 'report.html';

/** Rows beyond this many are counted, not shown: a page of a whole library is no page. */
const MAX_ROWS = 2_000;

type Html = ReturnType<typeof html>;

const number = (value: number): string => value.toLocaleString('en-US');

function tile(label: string, value: number, level = ''): Html {
  return html`<div class="tile ${level}"><b>${number(value)}</b><span>${label}</span></div>`;
}

function tiles({ totals, conflicts = [], duplicates = [] }: HealthReport, damagedCount: number): Html[] {
  const warn = (count: number): string => (count > 0 ? 'warn' : 'calm');
  return [
    tile('reports', totals.reports),
    tile('passages', totals.passages),
    tile('figures', totals.facts),
    tile('characters', totals.characters),
    tile('left out', totals.skipped, totals.skipped > 0 ? 'bad' : 'calm'),
    tile('damaged', damagedCount, warn(damagedCount)),
    tile('alike', duplicates.length, warn(duplicates.length)),
    tile('contradictions', conflicts.length, warn(conflicts.length)),
  ];
}

function moreThan(shown: number, all: number, what = ''): Html | string {
  return all > shown ? html`<p class="more">… and ${number(all - shown)} more${what}</p>` : '';
}

function section(title: string, items: readonly Html[]): Html | string {
  if (items.length === 0) return '';
  const shown = items.slice(0, MAX_ROWS).map((item) => html`<li>${item}</li>`);
  const heading = html`<h2>${title} <small>${number(items.length)}</small></h2>`;
  return html`<section>${heading}<ul>${shown}</ul>${moreThan(shown.length, items.length)}</section>`;
}

function skippedItem({ path, line, code, reason }: Skipped): Html {
  return html`<b>${line === null ? path : `${path}, line ${line}`}</b> <em>${code}</em><br>${reason}`;
}

function conflictItem({ district, about, period, statements }: Conflict): Html {
  const head = [district, period, about].filter((part) => part !== null).join(' · ');
  const sides = statements.map(({ reportId, surface, quote }) => {
    const at = quote.indexOf(surface);
    const [before, behind] = at < 0 ? [quote, ''] : [quote.slice(0, at), quote.slice(at + surface.length)];
    const mark = at < 0 ? '' : html`<mark>${surface}</mark>`;
    return html`<blockquote>${before}${mark}${behind}<cite>${reportId}</cite></blockquote>`;
  });
  return html`<b>${head}</b>${sides}`;
}

function troubledItem(report: ReportHealth): Html {
  return html`<b>${report.path}</b>${warningsOf(report).map((line) => html`<br>${line}`)}`;
}

/** Draws a field that may be missing, or inferred rather than given. */
function field(report: ReportHealth, name: 'title' | 'district' | 'publishedOn'): Html {
  const value = report[name];
  if (value === null) return html`<td class="none">–</td>`;
  return html`<td>${value}${report.inferred.includes(name) ? html`<i> inferred</i>` : ''}</td>`;
}

const COLUMNS = 'file title district date encoding characters passages headings figures furniture'.split(' ');

function row(report: ReportHealth): Html {
  const counts = [report.characters, report.passages, report.headings, report.facts].map(number);
  const numbers = [...counts, `${Math.round(report.boilerplateShare * 100)} %`];
  const flag = isTroubled(report) ? html`<span class="flag">!</span>` : '';
  const fields = [field(report, 'title'), field(report, 'district'), field(report, 'publishedOn')];
  return html`<tr><td>${report.path}${flag}</td>${fields}<td>${report.encoding}</td>${numbers.map((text) => html`<td class="n">${text}</td>`)}</tr>`;
}

function table(reports: readonly ReportHealth[]): Html {
  const shown = [...reports.filter(isTroubled), ...reports.filter((report) => !isTroubled(report))].slice(0, MAX_ROWS);
  const head = html`<thead><tr>${COLUMNS.map((name) => html`<th>${name}</th>`)}</tr></thead>`;
  const body = html`<div class="wide"><table>${head}<tbody>${shown.map(row)}</tbody></table></div>`;
  return html`<section><h2>All reports</h2>${body}${moreThan(shown.length, reports.length, ' reports')}</section>`;
}

function summary({ totals, conflicts = [], isUnchanged }: HealthReport, damagedCount: number): string {
  const wanted = totals.skipped + damagedCount + conflicts.length;
  const verdict = wanted === 0 ? 'Everything came in well.' : `${number(wanted)} things want a look; they stand first.`;
  return `${verdict}${isUnchanged ? ' Nothing has changed since this index was built.' : ''}`;
}

/**
 * Draws the health report as a page.
 * @param at when the ingest ended
 */
export function drawPage(health: HealthReport, at: Date): string {
  const damagedCount = health.reports.filter(({ spun }) => spun).length;
  const when = at.toISOString().slice(0, 16).replace('T', ' ');
  const took = `${(health.elapsedMs / 1000).toFixed(1)} s`;
  const style = readFileSync(new URL('health-page.css', import.meta.url), 'utf8');
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>What came in</title><style>${raw(style)}</style></head>
<body><main><header><h1>What came in</h1><p>${summary(health, damagedCount)}</p></header>
<div class="tiles">${tiles(health, damagedCount)}</div>
${section('Left out', health.skipped.map(skippedItem))}
${section(
  'Worth knowing',
  health.notices.map((notice) => html`${notice}`),
)}
${section('Reports that contradict each other', (health.conflicts ?? []).map(conflictItem))}
${section('Reports with something to tell', health.reports.filter(isTroubled).map(troubledItem))}
${table(health.reports)}
<footer>${health.generation ?? 'dry run'} · ${when} UTC · ${took} · ${number(health.reused ?? 0)} reports taken over unchanged</footer>
</main></body></html>
`;
  return page.toString();
}

/** Writes the page into the folder of an index. @throws AppError disk/full, disk/denied */
export function writePage(indexDir: string, health: HealthReport, at: Date): void {
  writeWhole(join(indexDir, PAGE_FILE), drawPage(health, at));
}
