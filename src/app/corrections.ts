// Puts right what is known of a report: checks what somebody typed and keeps it beside the corpus. The next build applies it.
import { AppError } from '../errors.ts';
import {
  addCorrection,
  type CorrectedReport,
  folderOfReport,
  readCorrectedFields,
  undoCorrection,
} from '../ingest/source/corrections.ts';
import { staleness } from '../ingest/stale.ts';
import { fullNamesOf } from '../lexicon/places/full-names.ts';
import type { ReportMeta } from '../types.ts';

/** A corpus with what is indexed of it. */
export interface CorrectedCorpus {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly reports: readonly ReportMeta[];
}

/** A name that ends as those of divisions do, or is that of a zone. */
const DIVISION = /(?:[区县市旗州盟省]|地区)$/u;

/** Returns the one full name that a district's name stands for. @throws AppError usage/invalid if it stands for several, or for none */
function districtMeant(name: string, reports: readonly ReportMeta[]): string {
  if (reports.some(({ district }) => district === name)) return name;
  const meant = fullNamesOf(name);
  if (meant.length === 1) return meant[0] ?? name;
  if (meant.length > 1)
    throw new AppError(
      'usage/invalid',
      `there are several "${name}": ${meant.slice(0, 8).join(', ')}; write the full name`,
    );
  if (DIVISION.test(name)) return name;
  throw new AppError('usage/invalid', `"${name}" is no district; write its full name`);
}

function reportOf(id: string, reports: readonly ReportMeta[]): CorrectedReport {
  const report = reports.find((one) => one.id === id);
  if (report === undefined)
    throw new AppError('usage/invalid', `No report is called "${id}". npm run reports lists them`);
  const { path } = report;
  const isAlone = reports.filter((other) => other.path === path).length === 1;
  return isAlone ? { path } : { path, id };
}

function folderOf({ path }: CorrectedReport, { corpusDir, indexDir }: CorrectedCorpus): string {
  const { corpus } = staleness(indexDir, { corpus: [corpusDir], embedderId: null });
  return folderOfReport(corpus, path);
}

/**
 * Keeps a correction of a report.
 * @param fields as people name and type them; an empty value: the report has none
 * @throws AppError usage/invalid, corpus/missing, disk/…
 */
export function correctReport(
  id: string,
  fields: Readonly<Record<string, string>>,
  corpus: CorrectedCorpus & { readonly at: Date },
): void {
  const report = reportOf(id, corpus.reports);
  const { district, ...others } = readCorrectedFields(fields);
  const named = district ? districtMeant(district, corpus.reports) : district;
  const set = { ...others, ...(named !== undefined && { district: named }) };
  addCorrection(folderOf(report, corpus), report, { set, at: corpus.at });
}

/** Takes back the last correction of a report; false where there is none. @throws AppError usage/invalid, corpus/missing, disk/… */
export function undoReportCorrection(id: string, corpus: CorrectedCorpus): boolean {
  const report = reportOf(id, corpus.reports);
  return undoCorrection(folderOf(report, corpus), report);
}
