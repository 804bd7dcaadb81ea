// A brief as a document: its title, what it is based on, sections with headings, key figures as a table.
import type {
  Brief,
  BriefFigure,
  BriefLine,
  CitedDocument,
  DocumentCell,
  DocumentLine,
  DocumentSection,
  DocumentTable,
} from '../../documents.ts';
import type { ReportMeta } from '../../types.ts';
import { shortDistrict } from '../asking/place.ts';
import type { Wording } from '../i18n/wording.ts';
import { changeText, type DocumentWording, figureText, periodIn } from './document-words.ts';

/** What a document says of its making. */
export interface DocumentMaking {
  readonly wording: Wording;
  readonly now: Date;
}

/** Returns the title of a brief. */
export function briefTitle(
  { subject, reports }: Pick<Brief, 'subject' | 'reports'>,
  { briefOf, documents }: Wording,
): string {
  if (subject.kind === 'district') return briefOf(shortDistrict(subject.district));
  if (subject.kind === 'topic') return documents.topicBriefOf(subject.topic);
  return documents.reportBriefOf(reports[0]?.title ?? '');
}

/** Returns the lines below a title: the reports and the day. */
export function aboutLines(reports: readonly ReportMeta[], { wording: { documents }, now }: DocumentMaking): string[] {
  const lines = reports.map(({ title, path, publisher, publishedOn }) =>
    documents.reportLine(
      title.replace(/\s+/gu, ' ').trim() || path,
      publisher,
      publishedOn && periodIn(publishedOn, documents),
    ),
  );
  const made = documents.madeOn(now.toISOString().slice(0, 10));
  return lines.length > 0 ? [documents.basedOn(lines), made] : [made];
}

const plainCell = (text: string, citations: readonly number[] = []): DocumentCell => ({
  text,
  value: null,
  unit: null,
  citations,
});

/** Returns the table of key figures. */
function figureTable(
  figures: readonly BriefFigure[],
  { subject, citations }: Brief,
  documents: DocumentWording,
): DocumentTable {
  const { columns } = documents;
  const hasDistricts = subject.kind === 'topic';
  const rows = figures.map((figure): DocumentCell[] => {
    const { district, subject: part, indicator, value, unit, period, changePercent, citations: numbers } = figure;
    const year = citations[numbers[0] - 1]?.report.publishedOn?.slice(0, 4);
    const undated = year === undefined ? documents.undated : documents.undatedOf(year);
    return [
      ...(hasDistricts ? [plainCell(shortDistrict(district ?? ''))] : []),
      plainCell([part, indicator].filter((name) => name !== null).join(' · ')),
      { text: figureText(figure, documents), value, unit, citations: numbers },
      plainCell(period === null ? undated : periodIn(period, documents)),
      { ...plainCell(changeText(changePercent)), value: changePercent, unit: changePercent === null ? null : '%' },
    ];
  });
  const heads = [columns.indicator, columns.value, columns.period, columns.change];
  return { columns: hasDistricts ? [columns.district, ...heads] : heads, rows };
}

function documentLine({ label, text, isResult, citations }: BriefLine, documents: DocumentWording): DocumentLine {
  return { label: label ?? (isResult ? documents.result : null), text, citations };
}

/** Returns a brief as a document; sections of which nothing is told are left out. */
export function briefDocument(brief: Brief, making: DocumentMaking): CitedDocument {
  const { documents } = making.wording;
  const { sections } = documents;
  const told = (title: string, lines: readonly BriefLine[]): DocumentSection[] =>
    lines.length === 0
      ? []
      : [{ title, level: 1, lines: lines.map((line) => documentLine(line, documents)), table: null }];
  const figures: DocumentSection[] =
    brief.figures.length === 0
      ? []
      : [{ title: sections.figures, level: 1, lines: [], table: figureTable(brief.figures, brief, documents) }];
  const disputed = brief.contradictions.flatMap(({ about, period, lines }): DocumentLine[] =>
    lines.map(({ text, citations }, index) => {
      const label = index === 0 ? documents.onAbout(about, period && periodIn(period, documents)) : null;
      return { label, text: text.replace(/^[“”]|[“”]$/gu, ''), citations };
    }),
  );
  return {
    title: briefTitle(brief, making.wording),
    about: aboutLines(brief.reports, making),
    sections: [
      ...told(sections.overview, brief.overview),
      ...figures,
      ...practiceSections(brief, documents),
      ...told(sections.results, brief.results),
      ...told(sections.problems, brief.problems),
      ...told(sections.plans, brief.plans),
      ...(disputed.length === 0
        ? []
        : [{ title: sections.contradictions, level: 1 as const, lines: disputed, table: null }]),
    ],
    citations: brief.citations,
  };
}

/** The practices: those under no heading first, then a section for each heading of the report, or each district. */
function practiceSections({ practices, subject }: Brief, documents: DocumentWording): DocumentSection[] {
  if (practices.length === 0) return [];
  const [first, ...rest] = practices;
  const isBare = first !== undefined && first.title === null;
  const lines = isBare ? first.lines.map((line) => documentLine(line, documents)) : [];
  const themes = (isBare ? rest : practices).map(({ title, lines: own }): DocumentSection => {
    const named = subject.kind === 'topic' && title !== null ? shortDistrict(title) : (title ?? '');
    return { title: named, level: 2, lines: own.map((line) => documentLine(line, documents)), table: null };
  });
  return [{ title: documents.sections.practices, level: 1, lines, table: null }, ...themes];
}
