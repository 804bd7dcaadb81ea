// A document as plain text, for the clipboard: headings, lines with their marks, rows of tables, and the exact words behind each mark. Pure.
import { isMended } from '../../../../chat/asking/reading.ts';
import type { CitationJson, CitedDocumentJson } from '../../server/schemas.ts';

const marksOf = (numbers: readonly number[]): string => [...new Set(numbers)].map((n) => `[${n}]`).join('');

/** Returns a document as text. @param placeOf where a citation stands, in words */
export function documentText(document: CitedDocumentJson, placeOf: (citation: CitationJson) => string): string {
  const sections = document.sections.map(({ title, lines, table }) => {
    const told = lines.map(
      ({ label, text, citations, mark }) =>
        `${label === null ? '' : `${label}：`}${text}${mark === undefined ? '' : `【${mark}】`}${marksOf(citations)}`,
    );
    const rows = (table === null ? [] : [table.columns.join('\t')]).concat(
      (table?.rows ?? []).map((row) =>
        row.map(({ text, citations }) => `${text.replaceAll('\n', ' ')}${marksOf(citations)}`).join('\t'),
      ),
    );
    return [...(title === '' ? [] : [title]), ...told, ...rows].join('\n');
  });
  const sources = document.citations.map((citation) => {
    const { n, quote, reading } = citation;
    const words = isMended(quote, reading) ? `「${reading}」（「${quote.trim()}」）` : `「${quote.trim()}」`;
    return `[${n}] ${words} ${placeOf(citation)}`;
  });
  return [document.title, ...sections, ...document.about, sources.join('\n')].join('\n\n');
}
