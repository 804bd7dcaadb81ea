// Items as an Anki package (`.apkg`): a collection in a zip file. The collection itself is SQLite and is made by the store.
import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import type { ItemText } from '../../../quiz/exchange/item-text.ts';
import { letterOf } from '../../../quiz/grade/answer-text.ts';

/** A note as the collection takes it. */
export interface DeckNote {
  readonly id: string;
  /** HTML, as the back. */
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string =>
  text.replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign).replaceAll('\n', '<br>');
const tagOf = (text: string): string => text.replace(/\s+/gu, '_');

/** Returns an item as a note: the question with its options in front, the key with reason and source behind. */
export function noteOf({
  question,
  options,
  right,
  explanation,
  title,
  quote,
  district,
  topic,
  kind,
}: ItemText): DeckNote {
  const letters = options.map((option, index) => `${letterOf(index)}. ${option}`);
  const source = quote === '' ? [] : [`《${title}》“${quote}”`];
  return {
    id: createHash('sha256')
      .update([kind, question, ...right].join('\n'))
      .digest('hex')
      .slice(0, 16),
    front: [question, ...letters].map(escaped).join('<br>'),
    back: [right.join(kind === 'order' ? ' → ' : '；'), explanation, ...source]
      .filter((part) => part !== '')
      .map(escaped)
      .join('<br>'),
    tags: [kind, district, topic].filter((part) => part !== '').map(tagOf),
  };
}

/** Packs a collection as an Anki package. */
export async function ankiPackage(collection: Uint8Array): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('collection.anki2', collection);
  zip.file('media', '{}');
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
