// A comparison as a document of one table: a row a district, or a row a column where it is turned.
import type {
  CitedDocument,
  Comparison,
  ComparisonCell,
  ComparisonColumn,
  DocumentCell,
  DocumentTable,
} from '../../documents.ts';
import { shortDistrict } from '../asking/place.ts';
import type { Wording } from '../i18n/wording.ts';
import { aboutLines, type DocumentMaking } from './brief-document.ts';
import { changeText, periodIn } from './document-words.ts';

/** Returns the name of a column. */
export function columnName(column: ComparisonColumn, { documents }: Wording): string {
  return column.kind === 'figure' ? column.indicator : documents.sections[column.kind];
}

function cellOf(
  { lines, figure }: ComparisonCell,
  column: ComparisonColumn,
  { documents, notFound }: Wording,
): DocumentCell {
  if (lines.length === 0) return { text: notFound, value: null, unit: null, citations: [] };
  const text = lines.map(({ label, text: said }) => {
    if (column.kind !== 'figure') return label === null ? said : `${label}：${said}`;
    const change = changeText(figure?.changePercent ?? null);
    const notes = [
      label === null ? documents.undated : periodIn(label, documents),
      change,
      figure?.isPlanned ? documents.planned : '',
    ];
    return `${said}（${notes.filter((note) => note !== '').join('，')}）`;
  });
  const citations = [...new Set(lines.flatMap((line) => line.citations))];
  return { text: text.join('\n'), value: figure?.value ?? null, unit: figure?.unit ?? null, citations };
}

/** Short names of districts, full ones where two are called alike. */
export function tellingNames(districts: readonly string[]): string[] {
  const short = districts.map(shortDistrict);
  return districts.map((name, index) => {
    const own = short[index] ?? name;
    return short.filter((other) => other === own).length > 1 ? name : own;
  });
}

/** Returns a table with rows and columns exchanged. */
export function turned({ columns, rows }: DocumentTable): DocumentTable {
  const [corner = '', ...heads] = columns;
  const plain = (text: string): DocumentCell => ({ text, value: null, unit: null, citations: [] });
  return {
    columns: [corner, ...rows.map(([head]) => head?.text ?? '')],
    rows: heads.map((head, index) => [plain(head), ...rows.map((row) => row[index + 1] ?? plain(''))]),
  };
}

/** Returns a comparison as a document. @param isTurned districts stand side by side instead of one below the other */
export function comparisonDocument(
  comparison: Comparison,
  making: DocumentMaking & { readonly isTurned: boolean },
): CitedDocument {
  const { wording } = making;
  const { districts, columns, rows, topic, citations } = comparison;
  const names = tellingNames(districts);
  const table: DocumentTable = {
    columns: [wording.documents.columns.district, ...columns.map((column) => columnName(column, wording))],
    rows: rows.map((cells, index) => [
      { text: names[index] ?? '', value: null, unit: null, citations: [] },
      ...cells.map((cell, place) => cellOf(cell, columns[place] ?? { kind: 'practices' }, wording)),
    ]),
  };
  const reports = [...new Map(citations.map(({ report }) => [report.id, report])).values()];
  const title = wording.comparisonOf(names.length > 6 ? [...names.slice(0, 5), `${names[5]}…`] : names, topic);
  return {
    title,
    about: aboutLines(reports, making),
    sections: [{ title: '', level: 1, lines: [], table: making.isTurned ? turned(table) : table }],
    citations,
  };
}
