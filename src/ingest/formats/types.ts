// Input and output of extractors. Data only.
import type { PageBox, ReportPages } from '../../pages.ts';

/** Formats whose text has to be taken out of them; plain text, Markdown and JSON Lines are their own text. */
export type Format = 'html' | 'csv' | BinaryFormat;

/** Formats that are taken apart by their bytes. `odt`: texts and slides of OpenDocument, `mail`: mails and saved pages. */
export type BinaryFormat = 'docx' | 'xlsx' | 'pdf' | 'doc' | 'xls' | 'ods' | 'odt' | 'pptx' | 'rtf' | 'ofd' | 'mail';

/** What only text recognition reads: a picture, or a PDF of pictures. */
export type PictureFormat = 'picture' | 'scan';

/** Why nothing could be taken out of a file. */
export type FormatCode = 'encrypted' | 'no-text' | 'too-large' | 'too-slow' | 'damaged';

/** Metadata of a file beside its text; dates are as written. */
export interface OwnFields {
  readonly title?: string;
  readonly publisher?: string;
  readonly publishedOn?: string;
  /** True if the title is a guess (a page's tab name, its first heading). */
  readonly isTitleGuessed?: boolean;
}

/** A line of a page: its parts between wide gaps, each with its box. */
export interface FileLine {
  /** From 1. */
  readonly page: number;
  readonly cells: readonly (PageBox & { readonly text: string })[];
  /** How sure text recognition was, 0 … 1; absent: it is no picture. */
  readonly confidence?: number;
}

/** The pages of a file: their shapes, and their lines in reading order. */
export interface FilePages extends Pick<ReportPages, 'source' | 'ratios' | 'drawings'> {
  readonly lines: readonly FileLine[];
}

/** A document that is a row of a sheet: its cells by their headers, `title` among them, and its text. */
export interface RowDocument {
  readonly record: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The text of a file: headings as `# …`, one line for each paragraph, list item and data row. */
export interface ExtractedText {
  readonly text: string;
  readonly fields: OwnFields;
  /** Remarks for a maintainer, one line each. */
  readonly remarks: readonly string[];
  /** Where the rows of a sheet are documents: those, each a report of its own; `text` is what stands beside them. */
  readonly documents?: readonly RowDocument[];
  /** Of formats that have pages. */
  readonly pages?: FilePages;
}

/** A file that cannot be read, with the reason as people read it. It is thrown by extractors and caught by the worker. */
export class FormatFault extends Error {
  readonly code: FormatCode;

  constructor(code: FormatCode, reason: string) {
    super(reason);
    this.name = 'FormatFault';
    this.code = code;
  }
}
