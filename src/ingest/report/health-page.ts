// Draws the health report as one page: what needs attention first, then every report. The page stands alone: no script, nothing
// loaded from elsewhere, and every text of a report is escaped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { writeWhole } from '../../store/files.ts';
import type { Language } from '../../types.ts';
import type { Skipped } from '../source/report-sources.ts';
import type { Conflict } from './conflicts.ts';
import { type HealthReport, isTroubled, type ReportHealth, toDoCounts, warningsOf, worstFirst } from './health.ts';
import { remarkIn, remarkLevel } from './remarks.ts';
import { filled, type HealthWording, healthWording } from './wording.ts';

/** Name of the page in the folder of an index. */
export const PAGE_FILE = 'report.html';

/** Rows beyond this many are counted, not shown: a page of a whole library is no page. */
const MAX_ROWS = 2_000;

type Html = ReturnType<typeof html>;

const number = (value: number): string => value.toLocaleString('en-US');

/** The words of a page. */
interface Words extends HealthWording {
  readonly language: Language;
}

function tile(label: string, value: number, level = ''): Html {
  return html`<div class="tile ${level}"><b>${number(value)}</b><span>${label}</span></div>`;
}

function tiles(
  { totals, conflicts = [], duplicates = [] }: HealthReport,
  damagedCount: number,
  { page }: Words,
): Html[] {
  const warn = (count: number): string => (count > 0 ? 'warn' : 'calm');
  return [
    tile(page.reports, totals.reports),
    tile(page.passages, totals.passages),
    tile(page.figures, totals.facts),
    tile(page.characters, totals.characters),
    tile(page.leftOut, totals.skipped, totals.skipped > 0 ? 'bad' : 'calm'),
    tile(page.damaged, damagedCount, warn(damagedCount)),
    tile(page.alike, duplicates.length, warn(duplicates.length)),
    tile(page.contradictions, conflicts.length, warn(conflicts.length)),
  ];
}

function moreThan(shown: number, all: number, { page }: Words): Html | string {
  return all > shown ? html`<p class="more">${filled(page.more, { n: number(all - shown) })}</p>` : '';
}

/** A part of the page with its heading; `press`: what can be done about it. */
interface Section {
  readonly title: string;
  readonly items: readonly Html[];
  readonly press?: string;
}

function section({ title, items, press = '' }: Section, words: Words): Html | string {
  if (items.length === 0) return '';
  const shown = items.slice(0, MAX_ROWS).map((item) => html`<li>${item}</li>`);
  const heading = html`<h2>${title} <small>${number(items.length)}</small></h2>`;
  const hint = press === '' ? '' : html`<p class="more">${press}</p>`;
  return html`<section>${heading}${hint}<ul>${shown}</ul>${moreThan(shown.length, items.length, words)}</section>`;
}

function skippedItem({ path, line, code, reason }: Skipped, words: Words): Html {
  const place = line === null ? path : filled(words.lineOf, { path, line });
  return html`<b>${place}</b> <em>${code}</em><br>${remarkIn(words.language, reason)}`;
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

function troubledItem(report: ReportHealth, { language }: Words): Html {
  return html`<b>${report.path}</b>${warningsOf(report, language).map((line) => html`<br>${line}`)}`;
}

/** Draws a field that may be missing, inferred rather than given, or corrected. */
function field(report: ReportHealth, name: 'title' | 'district' | 'publishedOn', words: Words): Html {
  const value = report[name];
  if (value === null) return html`<td class="none">–</td>`;
  const isInferred = report.inferred.includes(name) && !report.corrected.includes(name);
  return html`<td>${isInferred ? html`<i>${filled(words.inferred, { value })}</i>` : value}</td>`;
}

function row(report: ReportHealth, words: Words): Html {
  const counts = [report.characters, report.passages, report.headings, report.facts].map(number);
  const numbers = [...counts, `${Math.round(report.boilerplateShare * 100)} %`];
  const flag = isTroubled(report) ? html`<span class="flag">!</span>` : '';
  const fields = (['title', 'district', 'publishedOn'] as const).map((name) => field(report, name, words));
  return html`<tr><td>${report.path}${flag}</td>${fields}<td>${report.encoding}</td>${numbers.map((text) => html`<td class="n">${text}</td>`)}</tr>`;
}

function table(reports: readonly ReportHealth[], words: Words): Html {
  const shown = worstFirst(reports).slice(0, MAX_ROWS);
  const head = html`<thead><tr>${words.page.columns.map((name) => html`<th>${name}</th>`)}</tr></thead>`;
  const body = html`<div class="wide"><table>${head}<tbody>${shown.map((report) => row(report, words))}</tbody></table></div>`;
  return html`<section><h2>${words.page.allHead}</h2>${body}${moreThan(shown.length, reports.length, words)}</section>`;
}

function summary({ totals, conflicts = [], isUnchanged }: HealthReport, damagedCount: number, { page }: Words): string {
  const wanted = totals.skipped + damagedCount + conflicts.length;
  const verdict = wanted === 0 ? page.well : filled(page.look, { n: number(wanted) });
  return `${verdict}${isUnchanged ? ` ${page.unchanged}` : ''}`;
}

function sections(health: HealthReport, words: Words): (Html | string)[] {
  const { page, toDo, language } = words;
  const { reports, skipped, notices, conflicts = [] } = health;
  const open = toDoCounts(reports).map((line) => html`${filled(toDo[line.toDo], { n: number(line.count) })}`);
  const told = [...notices].sort((a, b) => (remarkLevel(a) < remarkLevel(b) ? 1 : -1));
  const parts: Section[] = [
    { title: page.leftOutHead, items: skipped.map((each) => skippedItem(each, words)) },
    { title: page.noticesHead, items: told.map((notice) => html`${remarkIn(language, notice)}`) },
    { title: page.toDoHead, items: open, press: page.toDoPress },
    { title: page.conflictsHead, items: conflicts.map(conflictItem), press: page.conflictsPress },
    {
      title: page.troubledHead,
      items: worstFirst(reports)
        .filter(isTroubled)
        .map((each) => troubledItem(each, words)),
    },
  ];
  return parts.map((part) => section(part, words));
}

/** When the page is of, and its language. */
interface PageOptions {
  /** When the ingest ended. */
  readonly at: Date;
  /** Default: English. */
  readonly language?: Language;
}

/** Draws the health report as a page. */
export function drawPage(health: HealthReport, { at, language = 'en' }: PageOptions): string {
  const words: Words = { ...healthWording(language), language };
  const damagedCount = health.reports.filter(({ spun }) => spun).length;
  const when = at.toISOString().slice(0, 16).replace('T', ' ');
  const took = (health.elapsedMs / 1000).toFixed(1);
  const style = readFileSync(new URL('health-page.css', import.meta.url), 'utf8');
  const generation = health.generation ?? words.page.dry;
  const page = html`<!doctype html>
<html lang="${words.html}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${words.page.title}</title><style>${raw(style)}</style></head>
<body><main><header><h1>${words.page.title}</h1><p>${summary(health, damagedCount, words)}</p></header>
<div class="tiles">${tiles(health, damagedCount, words)}</div>
${sections(health, words)}
${table(health.reports, words)}
<footer>${filled(words.page.footer, { generation, when, took, reused: number(health.reused ?? 0) })}</footer>
</main></body></html>
`;
  return page.toString();
}

/** Writes the page into the folder of an index. @throws AppError disk/full, disk/denied */
export function writePage(indexDir: string, health: HealthReport, options: PageOptions): void {
  writeWhole(join(indexDir, PAGE_FILE), drawPage(health, options));
}
