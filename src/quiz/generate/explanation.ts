// Why a key is right, in the report's own words: the part of the reading around the key, and where it stands.
import type { Citation } from '../../types.ts';
import { plainOf } from './statements/sources.ts';

const MAX_CHARACTERS = 200;
const MAX_TITLE = 40;

function around(read: string, key: string, room: number): string {
  if (read.length <= room) return read;
  const at = Math.max(0, read.indexOf(key));
  const from = Math.max(0, Math.min(at - Math.floor((room - key.length) / 2), read.length - room + 2));
  const piece = read.slice(from, from + room - 2);
  return `${from > 0 ? '…' : ''}${piece}${from + piece.length < read.length ? '…' : ''}`;
}

/** The explanation of an item: 1–200 characters, one line. @param key words that it must show where they stand in the reading */
export function explanationOf({ quote, reading, report }: Citation, key: string): string {
  const read = (reading ?? quote).replace(/\s+/gu, '');
  const shown = read.includes(key) ? read : plainOf(read);
  const title = report.title.length > MAX_TITLE ? `${report.title.slice(0, MAX_TITLE - 1)}…` : report.title;
  const tail = `——《${title}》`;
  return `原文：${around(shown, key, MAX_CHARACTERS - tail.length - 3)}${tail}`;
}
