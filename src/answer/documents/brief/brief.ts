// A brief of a district, of one report or of a topic over districts: what it is, key figures, practices with what came of them,
// results, problems, plans, contradictions. Every line is made of a report's own words and cited; nothing stands twice.
import type { Brief, BriefLength, BriefLine, BriefQuery, BriefTheme, Contradiction } from '../../../documents.ts';
import type { Fact, Library, ReportMeta } from '../../../types.ts';
import { Citer } from '../citing.ts';
import { keyFigures } from './figures.ts';
import { Chosen, chosenLines, type LineLimits } from './lines.ts';
import { type Point, pointsOf } from './points.ts';
import { renumbered } from './renumbered.ts';
import { pointsOnTopic, topicWords } from './topic.ts';

/** Statements that contradict each other, as the ingest finds them. */
export interface FoundContradiction {
  readonly district: string;
  readonly about: string;
  readonly period: string | null;
  readonly statements: readonly {
    readonly reportId: Fact['reportId'];
    readonly surface: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Default length of a brief: what an official reads in ten minutes. */
export const FULL_CHARACTERS = 4_000;
const MAX_FIGURES = 24;
/** Of the length, the share of the table of figures, and what a row of it takes. */
const TABLE_SHARE = 0.25;
const CHARACTERS_A_FIGURE = 18;
const MIN_FIGURES = 5;
/** Shares of the length: of practices, the rest in parts. */
const SHARE = { overview: 0.08, practices: 0.62, results: 0.1, problems: 0.1, plans: 0.1 };
const MIN_LINE_CHARACTERS = 36;
const MAX_LINE_CHARACTERS = 150;
const CHARACTERS_A_LINE = 26;

function limitsOf(length: BriefLength): { characters: number; figures: number; line: number } {
  if (length === 'figures') return { characters: 0, figures: MAX_FIGURES * 2, line: 0 };
  const figures = Math.max(
    MIN_FIGURES,
    Math.min(MAX_FIGURES, Math.floor((length * TABLE_SHARE) / CHARACTERS_A_FIGURE)),
  );
  const line = Math.max(MIN_LINE_CHARACTERS, Math.min(MAX_LINE_CHARACTERS, Math.floor(length / CHARACTERS_A_LINE)));
  return { characters: length * (1 - TABLE_SHARE), figures, line };
}

/** The reports and facts that a brief is made of. */
interface Material {
  readonly reports: readonly ReportMeta[];
  readonly facts: readonly Fact[];
  readonly points: readonly Point[];
}

function materialOf({ subject, within }: BriefQuery, library: Library): Material {
  const reports = [...library.reports.values()].filter((report) => {
    if (within !== undefined && !within.has(report.id)) return false;
    if (subject.kind === 'report') return report.id === subject.report;
    if (subject.kind === 'district') return report.district === subject.district;
    return report.district !== null && (subject.districts.length === 0 || subject.districts.includes(report.district));
  });
  const points = reports.flatMap((report) => pointsOf(report, library));
  if (subject.kind === 'topic') {
    const words = topicWords(subject.topic);
    const told = pointsOnTopic(points, words);
    const ids = new Set(reports.map(({ id }) => id));
    const facts = library.facts().filter(({ reportId, district, indicator, subject: part }) => {
      const isWanted =
        ids.has(reportId) &&
        district !== null &&
        (subject.districts.length === 0 || subject.districts.includes(district));
      return isWanted && words.names.some((word) => `${part ?? ''}${indicator}`.includes(word));
    });
    return {
      reports: reports.filter(({ id }) => told.some(({ sentences: [first] }) => first?.report.id === id)),
      facts,
      points: told,
    };
  }
  const ids = new Set(reports.map(({ id }) => id));
  const facts = library.facts(subject.kind === 'district' ? subject.district : undefined);
  return { reports, facts: facts.filter(({ reportId }) => ids.has(reportId)), points };
}

/** Lines under the heading that they stand under in their report; of a topic, under their district. */
function themesOf(lines: readonly { readonly theme: string | null; readonly line: BriefLine }[]): BriefTheme[] {
  const themes: { title: string | null; lines: BriefLine[] }[] = [];
  for (const { theme, line } of lines) {
    const last = themes.at(-1);
    if (last && last.title === theme) last.lines.push(line);
    else themes.push({ title: theme, lines: [line] });
  }
  return themes;
}

/** Returns a brief. @param contradictions those of the whole library */
export function briefOf(
  query: BriefQuery,
  library: Library,
  contradictions: readonly FoundContradiction[] = [],
): Brief {
  const { subject, length } = query;
  const { reports, facts, points } = materialOf(query, library);
  const citer = new Citer(library);
  const { characters, figures, line } = limitsOf(length);
  const chosen = new Chosen();
  const of = (share: number): LineLimits => ({ characters: characters * share, line });
  const isTopic = subject.kind === 'topic';
  const pick = (kind: Parameters<typeof chosenLines>[0]['kind'], share: number) =>
    chosenLines({ kind, points, limits: of(share), isTopic }, chosen, citer);
  const overview = isTopic ? [] : pick('overview', SHARE.overview);
  const figureRows = keyFigures(facts, figures, { library, citer });
  const problems = pick('problems', SHARE.problems);
  const plans = pick('plans', SHARE.plans);
  const practices = pick('practices', SHARE.practices);
  const results = pick('results', SHARE.results);
  const plain = (told: ReturnType<typeof pick>): BriefLine[] => told.map((each) => each.line);
  return renumbered({
    subject,
    length,
    reports,
    overview: plain(overview),
    figures: figureRows,
    practices: themesOf(practices),
    results: plain(results),
    problems: plain(problems),
    plans: plain(plans),
    contradictions: openContradictions(contradictions, reports, citer),
    citations: citer.all(),
  });
}

function openContradictions(
  found: readonly FoundContradiction[],
  reports: readonly ReportMeta[],
  citer: Citer,
): Contradiction[] {
  const ids = new Set(reports.map(({ id }) => id));
  return found
    .filter(({ statements }) => statements.every(({ reportId }) => ids.has(reportId)))
    .map(({ about, period, statements }) => ({
      about,
      period,
      lines: statements.map(({ reportId, surface, start, end }): BriefLine => {
        return { label: null, text: surface, isResult: false, citations: [citer.span(reportId, { start, end })] };
      }),
    }));
}
