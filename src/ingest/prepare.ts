// One source → everything a generation keeps of it: report, numbered passages, facts, and how it came in.
import { inferDistrict } from '../lexicon/places/districts.ts';
import type { ReportPages } from '../pages.ts';
import { sha256 } from '../store/files.ts';
import type { ReportEntry } from '../store/index/writer.ts';
import type { Fact, Passage, Report } from '../types.ts';
import { extractFacts } from './facts/facts.ts';
import type { ReportHealth } from './report/health.ts';
import { signatureOf } from './report/near-duplicates.ts';
import { toDoOf } from './report/to-do.ts';
import { describeReport, type ReportDistrictFinder } from './source/describe.ts';
import type { ReportSource } from './source/report-sources.ts';
import { pageSpans } from './structure/page-spans.ts';
import { type StructureNotes, structureReport } from './structure/structure.ts';

/** Knowledge about districts and figures; passed in so that tests can know less. */
export interface Knowledge {
  readonly findDistrict: ReportDistrictFinder;
  readonly extractFacts: (report: Report, passages: readonly Passage[]) => readonly Fact[];
}

/** The product's own knowledge. */
export const KNOWLEDGE: Knowledge = { findDistrict: inferDistrict, extractFacts };

/** A source made ready, with its line of the health report. */
interface PreparedReport {
  readonly entry: ReportEntry;
  readonly health: ReportHealth;
}

/** Half of a SHA-256: enough that no two texts of a corpus meet. */
const EMBEDDED_DIGITS = 32;

/** Returns the text of a passage that its vector is made from: headings and sentences as read. */
export function embeddedText(passage: Pick<Passage, 'heading' | 'sentences'>): string {
  return [...passage.heading, ...passage.sentences.map((sentence) => sentence.read)].join('\n');
}

function healthOf(
  source: ReportSource,
  entry: { report: Report; passages: readonly Passage[]; facts: readonly Fact[] },
  notes: StructureNotes,
): ReportHealth {
  const { report, passages, facts } = entry;
  const { id, path, title, district, publisher, publishedOn, kind, inferred } = report;
  const corrected = source.corrected ?? [];
  return {
    id,
    path,
    title,
    encoding: source.encoding,
    characters: report.text.length,
    passages: passages.length,
    headings: notes.headingCount,
    facts: facts.length,
    district,
    publisher,
    publishedOn,
    kind,
    inferred,
    corrected,
    toDo: toDoOf({ path, title, district, publishedOn, inferred, corrected }),
    spun: notes.isSpun,
    boilerplateShare: Math.round(notes.boilerplateShare * 1000) / 1000,
    dropped: notes.dropped,
    notes: [...source.problems, ...notes.remarks],
  };
}

/** Returns where a report's text stands on the pages of its file; null where that is not known. */
function reportPages({ text, pages }: ReportSource): ReportPages | null {
  if (pages === undefined) return null;
  const { lines, ...file } = pages;
  return { ...file, spans: pageSpans(text, lines) };
}

/** Context in which a source is prepared. */
interface PrepareOptions {
  /** Hash of all that its passages and facts are made from. */
  readonly fingerprint: string;
  readonly textHash: string;
  /** Number of its first passage in the generation. */
  readonly firstPassage: number;
  readonly knowledge: Knowledge;
}

/** Makes a source ready to be written. */
export function prepareSource(source: ReportSource, options: PrepareOptions): PreparedReport {
  const { fingerprint, textHash, firstPassage, knowledge } = options;
  const report = describeReport(source, knowledge.findDistrict);
  const structured = structureReport(report);
  const passages = structured.passages.map((passage, index) => ({ ...passage, number: firstPassage + index }));
  const facts = knowledge.extractFacts(report, passages);
  const health = healthOf(source, { report, passages, facts }, structured.notes);
  const embedded = passages.map((passage) => sha256(embeddedText(passage)).slice(0, EMBEDDED_DIGITS));
  const pages = reportPages(source);
  const entry = { report, passages, facts, pages, encoding: source.encoding, fingerprint, textHash, embedded };
  return { entry: { ...entry, signature: signatureOf(source.text), health: JSON.stringify(health) }, health };
}
