// Items as files of every format that trainers use, out and in. What each format looks like stands in its own file.
import { fromGift, toGift } from '../../../quiz/exchange/gift.ts';
import { fromItemCsv, toItemCsv } from '../../../quiz/exchange/item-table.ts';
import { type ItemText, textOfItem } from '../../../quiz/exchange/item-text.ts';
import { fromMoodleXml, toMoodleXml } from '../../../quiz/exchange/moodle-xml.ts';
import type { Item } from '../../../quiz/types.ts';
import { ankiPackage, type DeckNote, noteOf } from './anki-package.ts';
import { fromWorkbook, toWorkbook } from './item-workbook.ts';
import { type PaperWording, paperDocx } from './paper-docx.ts';

/** The formats of files of items; `docx-key` is the paper with its key. */
export const ITEM_FORMATS = ['docx', 'docx-key', 'gift', 'moodle', 'apkg', 'csv', 'xlsx'] as const;
/** A format of files of items. */
export type ItemFormat = (typeof ITEM_FORMATS)[number];

/** The ending of each format's files, with the dot, and its media type. */
export const FORMAT_FILES: Readonly<Record<ItemFormat, { readonly ending: string; readonly type: string }>> = {
  docx: { ending: '.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  'docx-key': { ending: '-key.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  gift: { ending: '.gift.txt', type: 'text/plain; charset=utf-8' },
  moodle: { ending: '.moodle.xml', type: 'application/xml' },
  apkg: { ending: '.apkg', type: 'application/octet-stream' },
  csv: { ending: '.csv', type: 'text/csv; charset=utf-8' },
  xlsx: { ending: '.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
};

/** What files are made with. */
export interface ItemFileParts {
  readonly wording: PaperWording;
  /** Makes an Anki collection: SQLite is the store's. */
  readonly collection: (
    notes: readonly DeckNote[],
    deck: { readonly name: string; readonly madeAt: Date },
  ) => Uint8Array;
  readonly now: Date;
}

/** True if a name is a format of files of items. */
export function isItemFormat(name: string): name is ItemFormat {
  return (ITEM_FORMATS as readonly string[]).includes(name);
}

/** Returns items as the bytes of a file. */
export async function itemFile(items: readonly Item[], format: ItemFormat, parts: ItemFileParts): Promise<Uint8Array> {
  const texts = items.map(textOfItem);
  const { wording, collection, now } = parts;
  switch (format) {
    case 'docx':
    case 'docx-key':
      return paperDocx(texts, { wording, hasKey: format === 'docx-key' });
    case 'gift':
      return new TextEncoder().encode(toGift(texts));
    case 'moodle':
      return new TextEncoder().encode(toMoodleXml(texts));
    case 'csv':
      return new TextEncoder().encode(toItemCsv(texts));
    case 'xlsx':
      return toWorkbook(texts);
    case 'apkg':
      return ankiPackage(collection(texts.map(noteOf), { name: wording.title, madeAt: now }));
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** Reads items out of a file by the ending of its name; null: no format that items are read from. */
export function readItemFile(name: string, bytes: Uint8Array): ItemText[] | null {
  const ending = name.toLowerCase();
  if (ending.endsWith('.xlsx')) return fromWorkbook(bytes);
  if (ending.endsWith('.csv')) return fromItemCsv(decode(bytes));
  if (ending.endsWith('.xml')) return fromMoodleXml(decode(bytes));
  return /\.(?:gift|txt)$/u.test(ending) ? fromGift(decode(bytes)) : null;
}
