// A `.jsonl` corpus: one report a line. A malformed line is named and the rest goes on.
import { type GivenFields, isRecord, readFields } from './fields.ts';
import { firstLine } from './front-matter.ts';

/** A line that holds a report, or the reason why it does not. `line` counts from 1. */
type JsonlLine =
  | {
      readonly ok: true;
      readonly line: number;
      readonly text: string;
      readonly given: GivenFields;
      readonly problems: readonly string[];
    }
  | { readonly ok: false; readonly line: number; readonly reason: string };

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Yields the lines of a `.jsonl` text in order; blank lines are passed over. */
export function* readJsonl(text: string): Generator<JsonlLine> {
  let line = 0;
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    line++;
    const content = text.slice(start, end).trim();
    start = end + 1;
    if (content !== '') yield readLine(content, line);
  }
}

function readLine(content: string, line: number): JsonlLine {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return { ok: false, line, reason: `it is not valid JSON (${firstLine(error)})` };
  }
  if (!isRecord(value)) return { ok: false, line, reason: 'it is not an object {"id", "title", "text"}' };
  const text = value['text'];
  if (typeof text !== 'string') return { ok: false, line, reason: 'it has no "text"' };
  if (text.trim() === '') return { ok: false, line, reason: 'its "text" is empty' };
  const problems: string[] = [];
  // Half a surrogate pair cannot be stored; the replacement is as long, so offsets stay.
  return { ok: true, line, text: text.replace(LONE_SURROGATE, '\uFFFD'), given: readFields(value, problems), problems };
}
