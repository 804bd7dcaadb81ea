// Draws what the bench measured. A number means little on another machine: beside each peer stands how many times ours it is.
import type { BenchRow } from './bench-types.ts';

/** Returns the value below which a share of the values lies (nearest rank); 0 for none. @param share 0 … 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const MEBIBYTE = 2 ** 20;
const COLUMNS = [
  'passages',
  'engine',
  'build s',
  'load s',
  'p50 ms',
  'p95 ms',
  'memory MB',
  'R@1',
  'questions',
] as const;

/** Returns a number with three significant digits at most. */
const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function beside(value: number, own: number | undefined): string {
  return own === undefined || own === 0 ? short(value) : `${short(value)} (×${short(value / own)})`;
}

type BenchOutcome = NonNullable<BenchRow['outcome']>;

function cells({ engine, passages, outcome }: BenchRow, own: BenchOutcome | null): string[] {
  if (outcome === null) return [String(passages), engine, 'did not finish in time', '', '', '', '', '', ''];
  const ratio = (pick: (row: BenchOutcome) => number): string =>
    beside(pick(outcome), own === null || own === outcome ? undefined : pick(own));
  return [
    String(passages),
    engine,
    ratio((row) => row.buildMs / 1000),
    ratio((row) => row.loadMs / 1000),
    ratio((row) => row.p50Ms),
    ratio((row) => row.p95Ms),
    ratio((row) => row.residentBytes / MEBIBYTE),
    outcome.firstShare.toFixed(3),
    String(outcome.asked),
  ];
}

/** Returns the factor by which an engine's median question slows from its smallest to its largest collection. */
function growth(rows: readonly BenchRow[], engine: string): string | null {
  const own = rows
    .filter((row) => row.engine === engine && row.outcome !== null)
    .sort((a, b) => a.passages - b.passages);
  const [first, last] = [own[0], own.at(-1)];
  if (!first?.outcome || !last?.outcome || first === last) return null;
  const [times, passages] = [last.outcome.p50Ms / first.outcome.p50Ms, last.passages / first.passages];
  return `${engine}: ×${short(times)} slower at ×${short(passages)} the passages`;
}

/** Returns a Markdown table of all rows, and how latency grows; `own` is the engine that the others are measured against. */
export function drawBench(rows: readonly BenchRow[], own: string): string {
  const lines = rows.map((row) => {
    const mine = rows.find(({ engine, passages }) => engine === own && passages === row.passages);
    return `| ${cells(row, mine?.outcome ?? null).join(' | ')} |`;
  });
  const engines = [...new Set(rows.map(({ engine }) => engine))];
  const growths = engines.map((engine) => growth(rows, engine)).filter((line) => line !== null);
  return [`| ${COLUMNS.join(' | ')} |`, `|${COLUMNS.map(() => '---').join('|')}|`, ...lines, '', ...growths].join('\n');
}
