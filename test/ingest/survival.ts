// Reads a folder of broken files as an ingest would, up to passages and facts, and measures what each one costs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KNOWLEDGE } from '../../src/ingest/prepare.ts';
import { describeReport } from '../../src/ingest/source/describe.ts';
import { readCorpus } from '../../src/ingest/source/read.ts';
import type { Findings, ReportSource } from '../../src/ingest/source/report-sources.ts';
import { structureReport } from '../../src/ingest/structure/structure.ts';
import { type BrokenFile, brokenFile, type MutationOptions } from './mutations.ts';

/** What became of a run. */
export interface Survival {
  readonly files: number;
  readonly reports: number;
  /** Files or lines left out, by code. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Files that are in neither list. */
  readonly lost: readonly string[];
  /** Laws that a report broke, one line each. */
  readonly broken: readonly string[];
  /** The slowest files, longest first. */
  readonly slowest: readonly { readonly name: string; readonly ms: number }[];
  /** Largest memory of the process, in MB. */
  readonly mostMb: number;
}

function flawOf(source: ReportSource): string | null {
  const report = describeReport(source, KNOWLEDGE.findDistrict);
  const { passages } = structureReport(report);
  const numbered = passages.map((passage, number) => ({ ...passage, number }));
  let end = 0;
  for (const passage of numbered) {
    if (passage.start < end || passage.end > source.text.length || passage.sentences.length === 0)
      return 'a passage out of place';
    if (passage.sentences.some(({ read }) => read.trim() === '')) return 'an empty sentence';
    end = passage.end;
  }
  const facts = KNOWLEDGE.extractFacts(report, numbered);
  return facts.some((fact) => !Number.isFinite(fact.value)) ? 'a fact without a value' : null;
}

/**
 * Reads the broken files of the numbers [from, to).
 * @param nowMs a clock, for the times of the files
 */
export function survive(from: number, to: number, options: MutationOptions & { nowMs: () => number }): Survival {
  const folder = mkdtempSync(join(tmpdir(), 'quzhi-fuzz-'));
  const files: BrokenFile[] = [];
  try {
    for (let number = from; number < to; number++) {
      const file = brokenFile(number, options);
      writeFileSync(join(folder, file.name), file.content);
      files.push({ name: file.name, content: Buffer.alloc(0) });
    }
    return readAll(folder, files, options.nowMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Name of the file in the corpus that a path leads to or into: what lies in an archive counts for it. */
const fileOf = (path: string): string => path.split('/', 1)[0] ?? path;

function readAll(folder: string, files: readonly BrokenFile[], nowMs: () => number): Survival {
  const findings: Findings = { skipped: [], notices: [] };
  const seen = new Set<string>();
  const broken: string[] = [];
  const times = new Map<string, number>();
  let [reports, mostMb, before] = [0, 0, nowMs()];
  for (const source of readCorpus([folder], findings)) {
    reports++;
    seen.add(fileOf(source.path));
    const flaw = flawOf(source);
    if (flaw) broken.push(`${source.path}: ${flaw}`);
    times.set(source.path, (times.get(source.path) ?? 0) + nowMs() - before);
    before = nowMs();
    mostMb = Math.max(mostMb, process.memoryUsage.rss() / 1_000_000);
  }
  const skipped: Record<string, number> = {};
  for (const { path, code } of findings.skipped) {
    seen.add(fileOf(path));
    skipped[code] = (skipped[code] ?? 0) + 1;
  }
  const slowest = [...times]
    .map(([name, ms]) => ({ name, ms }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 8);
  const lost = files.map((file) => file.name).filter((name) => !seen.has(name));
  return { files: files.length, reports, skipped, lost, broken, slowest, mostMb: Math.round(mostMb) };
}
