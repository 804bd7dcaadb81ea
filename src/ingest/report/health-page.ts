// The health report as one page that a person likes to read: what wants attention first, then every report. It stands alone: no
// script, nothing loaded from elsewhere, and every text of a report is escaped.
import { join } from 'node:path';
import { writeWhole } from '../../store/files.ts';
import type { Skipped } from '../source/read.ts';
import type { Conflict } from './conflicts.ts';
import type { HealthReport, ReportHealth } from './health.ts';
import { STYLE } from './health-style.ts';

/** Name of the page in the folder of an index. */
export const PAGE_FILE = 'report.html';

/** Rows beyond this many are counted, not shown: a page of a whole library is no page. */
const MAX_ROWS = 2_000;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

const number = (value: number): string => value.toLocaleString('en-US');

function element(tag: string, content: string, attributes = ''): string {
  return `<${tag}${attributes ? ` ${attributes}` : ''}>${content}</${tag}>`;
}

function tile(label: string, value: number, level = ''): string {
  return element('div', `${element('b', number(value))}${element('span', escapeHtml(label))}`, `class="tile ${level}"`);
}

function tiles({ totals, conflicts = [], duplicates = [] }: HealthReport, damagedCount: number): string {
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
  ].join('');
}

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, MAX_ROWS).map((item) => element('li', item));
  const more =
    items.length > shown.length
      ? element('p', `… and ${number(items.length - shown.length)} more`, 'class="more"')
      : '';
  return element(
    'section',
    `${element('h2', `${escapeHtml(title)} ${element('small', number(items.length))}`)}${element('ul', shown.join(''))}${more}`,
  );
}

function skippedItem({ path, line, code, reason }: Skipped): string {
  const place = line === null ? path : `${path}, line ${line}`;
  return `${element('b', escapeHtml(place))} ${element('em', escapeHtml(code))}<br>${escapeHtml(reason)}`;
}

function conflictItem({ district, about, period, statements }: Conflict): string {
  const head = [district, period, about].filter((part) => part !== null).join(' · ');
  const sides = statements.map(({ reportId, surface, quote }) => {
    const marked = escapeHtml(quote).replace(escapeHtml(surface), (found) => element('mark', found));
    return element('blockquote', `${marked}${element('cite', escapeHtml(reportId))}`);
  });
  return `${element('b', escapeHtml(head))}${sides.join('')}`;
}

const isTroubled = (report: ReportHealth): boolean => report.spun || report.notes.length > 0;

function troubledItem({ path, spun, notes }: ReportHealth): string {
  const lines = [
    ...(spun ? ['Its words were swapped by a program: it is read repaired and quoted as written.'] : []),
    ...notes,
  ];
  return `${element('b', escapeHtml(path))}<br>${lines.map(escapeHtml).join('<br>')}`;
}

/** A field that may be missing, or inferred rather than given. */
function field(report: ReportHealth, name: 'title' | 'district' | 'publishedOn'): string {
  const value = report[name];
  if (value === null) return element('td', '–', 'class="none"');
  const mark = report.inferred.includes(name) ? element('i', ' inferred') : '';
  return element('td', `${escapeHtml(value)}${mark}`);
}

function row(report: ReportHealth): string {
  const counts = [report.characters, report.passages, report.headings, report.facts];
  const furniture = `${Math.round(report.boilerplateShare * 100)} %`;
  const cells = [
    element('td', `${escapeHtml(report.path)}${isTroubled(report) ? element('span', '!', 'class="flag"') : ''}`),
    field(report, 'title'),
    field(report, 'district'),
    field(report, 'publishedOn'),
    element('td', escapeHtml(report.encoding)),
    ...counts.map((count) => element('td', number(count), 'class="n"')),
    element('td', furniture, 'class="n"'),
  ];
  return element('tr', cells.join(''));
}

const COLUMNS = [
  'file',
  'title',
  'district',
  'date',
  'encoding',
  'characters',
  'passages',
  'headings',
  'figures',
  'furniture',
];

function table(reports: readonly ReportHealth[]): string {
  const shown = [...reports.filter(isTroubled), ...reports.filter((report) => !isTroubled(report))].slice(0, MAX_ROWS);
  const head = element('tr', COLUMNS.map((name) => element('th', name)).join(''));
  const body = element('table', `${element('thead', head)}${element('tbody', shown.map(row).join(''))}`);
  const more =
    reports.length > shown.length
      ? element('p', `… and ${number(reports.length - shown.length)} more reports`, 'class="more"')
      : '';
  return element('section', `${element('h2', 'All reports')}${element('div', body, 'class="wide"')}${more}`);
}

function summary({ totals, conflicts = [], isUnchanged }: HealthReport, damagedCount: number): string {
  const wanted = totals.skipped + damagedCount + conflicts.length;
  const verdict = wanted === 0 ? 'Everything came in well.' : `${number(wanted)} things want a look; they stand first.`;
  return `${verdict}${isUnchanged ? ' Nothing has changed since this index was built.' : ''}`;
}

/**
 * The health report as a page.
 * @param at when the ingest ended
 */
export function drawPage(health: HealthReport, at: Date): string {
  const damaged = health.reports.filter(({ spun }) => spun);
  const noted = health.reports.filter(isTroubled);
  const when = at.toISOString().slice(0, 16).replace('T', ' ');
  const took = `${(health.elapsedMs / 1000).toFixed(1)} s`;
  const parts = [
    element('header', `${element('h1', 'What came in')}${element('p', escapeHtml(summary(health, damaged.length)))}`),
    element('div', tiles(health, damaged.length), 'class="tiles"'),
    section('Left out', health.skipped.map(skippedItem)),
    section('Worth knowing', health.notices.map(escapeHtml)),
    section('Reports that contradict each other', (health.conflicts ?? []).map(conflictItem)),
    section('Reports with something to tell', noted.map(troubledItem)),
    table(health.reports),
    element(
      'footer',
      escapeHtml(
        `${health.generation ?? 'dry run'} · ${when} UTC · ${took} · ${number(health.reused ?? 0)} reports taken over unchanged`,
      ),
    ),
  ];
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  const head = `<meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width"><title>What came in</title><style>${STYLE}</style>`;
  return `<!doctype html>\n<html lang="en"><head>${head}</head><body><main>${parts.join('\n')}</main></body></html>\n`;
}

/** Writes the page into the folder of an index. @throws AppError disk/full, disk/denied */
export function writePage(indexDir: string, health: HealthReport, at: Date): void {
  writeWhole(join(indexDir, PAGE_FILE), drawPage(health, at));
}
