// A sheet whose rows are documents (title, publisher, day, full text) → the documents. Any other sheet has none.
import type { Grid } from './table.ts';
import { tableLines } from './table.ts';
import type { RowDocument } from './types.ts';

const TITLE_HEADER =
  /^(?:(?:文件|政策|文章|新闻|公文|报告)?(?:标题|题目|题名)|(?:文件|政策|文章|报告)名称?|名称|title|headline|subject)$/iu;
const BODY_HEADER =
  /^(?:(?:文件|政策|文章|新闻|报告|公文)?(?:正文|全文|内容|原文)(?:内容)?|text|full_?text|content|body|article)$/iu;
const DATE_HEADER = /日期|时间|date|published/iu;
const PUBLISHER_HEADER = /单位|机关|机构|来源|publisher|source/iu;
/** The header stands among the first rows. */
const HEADER_WITHIN = 5;
/** Texts of documents are sentences, or long; those of a list without a day or publisher must be long. */
const LONG_TEXT = 100;
const SENTENCE = /[。！？.!?]/u;

interface DocumentColumns {
  readonly row: number;
  readonly title: number;
  readonly body: number;
}

function columnsOf(grid: Grid): DocumentColumns | null {
  for (const [row, cells] of grid.slice(0, HEADER_WITHIN).entries()) {
    const title = cells.findIndex((cell) => TITLE_HEADER.test(cell));
    const body = cells.findLastIndex((cell) => BODY_HEADER.test(cell));
    if (title < 0 || body < 0) continue;
    const texts = grid.slice(row + 1).flatMap((own) => own[body] || []);
    const isDescribed = cells.some((cell) => DATE_HEADER.test(cell) || PUBLISHER_HEADER.test(cell));
    const isText = (text: string): boolean => text.length >= LONG_TEXT || (isDescribed && SENTENCE.test(text));
    return texts.length > 0 && texts.filter(isText).length * 2 > texts.length ? { row, title, body } : null;
  }
  return null;
}

/**
 * Returns the documents of a sheet, one for each row with a text; null if its rows are none.
 * @param grid cells with their line ends
 */
export function rowDocuments(grid: Grid): RowDocument[] | null {
  const columns = columnsOf(grid);
  if (!columns) return null;
  const headers = grid[columns.row] ?? [];
  return grid.slice(columns.row + 1).flatMap((cells) => {
    const body = (cells[columns.body] ?? '').trim();
    if (body === '') return [];
    const others = (row: readonly string[]): string[] =>
      headers.map((_, index) => (index === columns.body ? '' : (row[index] ?? '').replace(/\s+/g, ' ')));
    const line = tableLines([others(headers), others(cells)], { headerRows: 1 }).at(-1)?.line ?? '';
    const named = headers.flatMap((header, index) =>
      header === '' || index === columns.body ? [] : [[header, cells[index] ?? ''] as const],
    );
    const record = { ...Object.fromEntries(named), title: (cells[columns.title] ?? '').replace(/\s+/g, ' ') };
    return [{ record, text: `${line}\n${body}` }];
  });
}
