// Shares over verdicts, for all and by kind; their drawing as a table; the comparison of two runs. It judges nothing.
import { asksForFact, type GoldVerdict } from './evaluation.ts';

/** Shares are 0 … 1, null if there is nothing to count; times in milliseconds. */
interface Summary {
  readonly items: number;
  readonly answer: number | null;
  readonly direct: number | null;
  readonly factoidDirect: number | null;
  readonly headline: number | null;
  readonly misleading: number | null;
  readonly grounded: number | null;
  readonly strayCitations: number | null;
  readonly verbatim: number | null;
  readonly citations: number;
  readonly refusal: number | null;
  readonly falseRefusal: number | null;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

/** The shares of one kind of question. */
interface KindRow {
  readonly kind: string;
  readonly n: number;
  readonly answer: number | null;
  readonly direct: number | null;
  readonly grounded: number | null;
  readonly headline: number | null;
  readonly refusal: number | null;
}

/** A run as `--save` keeps and `--compare` reads it. */
export interface Run {
  readonly summary: Summary;
  readonly kinds: readonly KindRow[];
  readonly verdicts: readonly GoldVerdict[];
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(holds).length / items.length;
}

/** Answers that believed about as much of themselves. */
interface ReliabilityBin {
  /** Confidence from here up to a tenth more. */
  readonly from: number;
  readonly n: number;
  /** Mean confidence of these answers, and how many of them were right; where both are alike, the confidence tells the truth. */
  readonly confidence: number;
  readonly right: number;
}

const BINS = 10;

/** Returns the reliability of the answers that weighed themselves, in ten bins of confidence; empty bins are left out. */
export function reliabilityOf(verdicts: readonly GoldVerdict[]): ReliabilityBin[] {
  const weighed = verdicts.flatMap(({ confidence, answerable, direct }) =>
    confidence === null ? [] : [{ confidence, isRight: answerable && direct }],
  );
  return Array.from({ length: BINS }, (_, bin) => {
    const held = weighed.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    const sum = held.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: bin / BINS,
      n: held.length,
      confidence: sum / held.length,
      right: share(held, ({ isRight }) => isRight) ?? 0,
    };
  }).filter(({ n }) => n > 0);
}

/** Returns the value below which a share of all lies; null of nothing. */
function quantile(values: readonly number[], at: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? null;
}

function kindRow(kind: string, verdicts: readonly GoldVerdict[]): KindRow {
  const answerable = verdicts.filter((verdict) => verdict.answerable);
  const unanswerable = verdicts.filter((verdict) => !verdict.answerable);
  return {
    kind,
    n: verdicts.length,
    answer: share(answerable, ({ answer }) => answer),
    direct: share(answerable, ({ direct }) => direct),
    grounded: share(answerable, ({ grounded }) => grounded),
    headline: share(
      answerable.filter(({ headline }) => headline !== null),
      ({ headline }) => headline === true,
    ),
    refusal: share(unanswerable, ({ refused }) => refused),
  };
}

/** Counts verdicts together; kinds stand in the order of their first question. */
export function summarise(verdicts: readonly GoldVerdict[]): Run {
  const { answer, direct, headline, grounded, refusal } = kindRow('all', verdicts);
  const answerable = verdicts.filter((verdict) => verdict.answerable);
  const quotes = verdicts.flatMap(({ verbatim }) => verbatim);
  const times = verdicts.map(({ elapsedMs }) => elapsedMs);
  const summary: Summary = {
    items: verdicts.length,
    answer,
    direct,
    factoidDirect: share(
      answerable.filter(({ kind }) => asksForFact(kind)),
      (verdict) => verdict.direct,
    ),
    headline,
    misleading: share(
      answerable.filter(({ misleading }) => misleading !== null),
      ({ misleading }) => misleading === true,
    ),
    grounded,
    strayCitations: share(answerable, ({ stray }) => stray),
    verbatim: share(quotes, (isSlice) => isSlice),
    citations: quotes.length,
    refusal,
    falseRefusal: share(answerable, ({ refused }) => refused),
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
  const kinds = [...new Set(verdicts.map(({ kind }) => kind))];
  return {
    summary,
    kinds: kinds.map((kind) =>
      kindRow(
        kind,
        verdicts.filter((verdict) => verdict.kind === kind),
      ),
    ),
    verdicts,
  };
}

const isRight = ({ answerable, refused, answer, direct, grounded, headline }: GoldVerdict): boolean =>
  answerable ? answer && direct && grounded && headline !== false : refused;

/** Returns ids of the questions that are not right in every column. */
export function misses(verdicts: readonly GoldVerdict[]): string[] {
  return verdicts.filter((verdict) => !isRight(verdict)).map(({ id }) => id);
}

const COLUMNS = ['answer', 'direct', 'grounded', 'headline', 'refusal'] as const;
const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);

function change(value: number | null, before: number | null | undefined): string {
  if (value === null || before === null || before === undefined) return '';
  const points = 100 * (value - before);
  return Math.abs(points) < 0.05 ? ' (=)' : ` (${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)})`;
}

function drawSummary(now: Summary, before: Summary | undefined): string[] {
  return (Object.keys(now) as (keyof Summary)[]).map((name) => {
    const [value, old] = [now[name], before?.[name]];
    if (name === 'items' || name === 'citations') return `${name.padEnd(16)}${value}`;
    if (name === 'p50Ms' || name === 'p95Ms')
      return `${name.padEnd(16)}${value?.toFixed(1) ?? '–'}${typeof old === 'number' ? ` (before: ${old.toFixed(1)})` : ''}`;
    return `${name.padEnd(16)}${percent(value)}${change(value, old)}`;
  });
}

/**
 * Returns a run as a table for a person: the summary, then a line for each kind.
 * @param before an earlier run on the same questions; changes against it stand in brackets, in points of a hundred
 */
export function drawRun(run: Run, before?: Run): string {
  const width = before ? 18 : 11;
  const rows = run.kinds.map((row) => {
    const old = before?.kinds.find(({ kind }) => kind === row.kind);
    return [
      row.kind.padEnd(18),
      String(row.n).padStart(4),
      ...COLUMNS.map((name) => `${percent(row[name])}${change(row[name], old?.[name])}`.padStart(width)),
    ].join('');
  });
  const head = ['kind'.padEnd(18), 'n'.padStart(4), ...COLUMNS.map((name) => name.padStart(width))].join('');
  return [
    ...drawSummary(run.summary, before?.summary),
    '',
    head,
    ...rows,
    ...drawReliability(run),
    ...(before ? ['', ...drawMoves(run, before)] : []),
  ].join('\n');
}

/** How often answers are right beside how sure they were. */
function drawReliability({ verdicts }: Run): string[] {
  const rows = reliabilityOf(verdicts).map(({ from, n, confidence, right }) =>
    [
      `${from.toFixed(1)}–${(from + 1 / BINS).toFixed(1)}`.padEnd(18),
      String(n).padStart(4),
      percent(confidence).padStart(11),
      percent(right).padStart(11),
    ].join(''),
  );
  const head = ['confidence'.padEnd(18), 'n'.padStart(4), 'mean'.padStart(11), 'right'.padStart(11)].join('');
  return rows.length === 0 ? [] : ['', head, ...rows];
}

/** Which questions a change won and which it lost. */
function drawMoves(run: Run, before: Run): string[] {
  const [wrongNow, wrongBefore] = [misses(run.verdicts), misses(before.verdicts)];
  const list = (ids: readonly string[]): string => (ids.length === 0 ? 'none' : ids.join(' '));
  return [
    `won:  ${list(wrongBefore.filter((id) => !wrongNow.includes(id)))}`,
    `lost: ${list(wrongNow.filter((id) => !wrongBefore.includes(id)))}`,
  ];
}
