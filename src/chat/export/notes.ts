// What exported files say of a citation: where it stands, its exact words, how damaged ones are read.
import type { Citation } from '../../types.ts';
import { sourceLabel } from '../asking/place.ts';
import { isMended } from '../asking/reading.ts';
import type { Wording } from '../i18n/wording.ts';

/** A format that documents are exported in. */
export type ExportFormat = 'docx' | 'xlsx';

/** The media types of the formats. */
export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Returns words on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Returns the exact words of a citation; damaged ones as they are read first, with those of the source behind. */
export function quotedWords({ quote, reading }: Citation, wording: Wording): string {
  const exact = oneLine(quote);
  if (reading === null || !isMended(quote, reading)) return `「${exact}」`;
  return `「${oneLine(reading)}」（${wording.inOriginal}：「${exact}」）`;
}

/** Returns where a citation comes from, in one line with its publisher. */
export function originOf({ report, confidence }: Citation): string {
  return [sourceLabel(report, confidence), report.publisher].filter((part) => part !== null).join(' · ');
}

/** Returns a name for a file: without what file systems do not take. */
export function fileName(title: string, format: ExportFormat): string {
  return `${title.replace(/[\\/:*?"<>|\s]+/gu, '_').slice(0, 60)}.${format}`;
}
