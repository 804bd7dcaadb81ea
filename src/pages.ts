// The nouns of pages: boxes on them, which words of a report stand where, and how sure that is. Data only: no behaviour, no imports.

/** A box on a page, in shares of the page's width and height, 0 … 1, from its upper left corner. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Below this confidence, what text recognition read is to be checked word by word: wrong letters are commoner there. */
export const SURE_CONFIDENCE = 0.9;

/** A stretch of a report's text and where it stands on a page of the file that it was read from. */
export interface PageSpan extends PageBox {
  /** [start, end) in UTF-16 units of the report's text. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly page: number;
  /** How sure text recognition was of it, 0 … 1; absent: it was not recognised from a picture. */
  readonly confidence?: number;
}

/** What stands on a page, for drawing it: texts with their boxes, rules as boxes without a height or a width. */
export interface PageDrawing {
  readonly texts: readonly (PageBox & { readonly text: string })[];
  readonly rules: readonly PageBox[];
}

/** The pages of the file that a report was read from. */
export interface ReportPages {
  readonly source: 'pdf' | 'ofd' | 'picture';
  /** SHA-256 of the file's bytes: another file under its name has other pages. */
  readonly fileHash: string;
  /** Width ÷ height of each page. */
  readonly ratios: readonly number[];
  readonly spans: readonly PageSpan[];
  /** Of an OFD file, each page; of others there is a program that draws them. */
  readonly drawings?: readonly PageDrawing[];
}
