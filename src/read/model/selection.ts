// What a language model may return: numbers of sentences, words copied out of them, or that nothing answers. Nothing in it is
// believed: numbers that do not exist and words that do not stand in the sentences are dropped and counted.
import { z } from 'zod';
import type { Span } from '../../types.ts';

/** A sentence that a model may choose, under its number. */
export interface NumberedSentence {
  /** 1 … n. */
  readonly n: number;
  /** The sentence as it is read. */
  readonly text: string;
  /** What it stands under: title, district, date, headings; sentences of one report and section share it. */
  readonly heading: string;
}

/** Words of a sentence. */
export interface ChosenSpan extends Span {
  /** Number of the sentence; start and end count UTF-16 units of its text. */
  readonly n: number;
}

/** What is left of a model's choice once it is checked. */
export type Selection =
  | { readonly answered: false; readonly dropped: number }
  | {
      readonly answered: true;
      /** Numbers of the sentences that answer, in the model's order: never none. */
      readonly numbers: readonly [number, ...number[]];
      /** The words that answer directly, each in one of those sentences. */
      readonly spans: readonly ChosenSpan[];
      /** How many numbers and words did not exist. */
      readonly dropped: number;
    };

const PROPOSAL = z.object({
  answered: z.boolean(),
  sentences: z.array(z.number()).max(50).default([]),
  spans: z.array(z.string().max(500)).max(50).default([]),
});

/** Places at which an object may begin that are tried, from the end of the text. */
const MAX_STARTS = 50;

/** Returns where the object that begins at a place ends; −1 if it breaks off. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isInString = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (isInString && character === '\\') index++;
    else if (character === '"') isInString = !isInString;
    else if (!isInString && character === '{') depth++;
    else if (!isInString && character === '}' && --depth === 0) return index + 1;
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The JSON objects of a text, whatever stands around them, the last first. */
function objectsIn(text: string): unknown[] {
  const starts = [...text.matchAll(/\{/gu)].map(({ index }) => index).slice(-MAX_STARTS);
  return starts.reverse().map((start) => parsed(text.slice(start, Math.max(start, endOfObject(text, start)))));
}

function placeOf(words: string, sentences: readonly NumberedSentence[]): ChosenSpan | null {
  const wanted = words.trim();
  for (const { n, text } of wanted === '' ? [] : sentences) {
    const start = text.indexOf(wanted);
    if (start >= 0) return { n, start, end: start + wanted.length };
  }
  return null;
}

/** Reads a model's answer against the sentences it was shown; null where it holds no choice in the form asked for. */
export function readSelection(text: string, sentences: readonly NumberedSentence[]): Selection | null {
  for (const object of objectsIn(text)) {
    const proposal = PROPOSAL.safeParse(object);
    if (!proposal.success) continue;
    const { answered, sentences: proposed, spans: words } = proposal.data;
    if (!answered) return { answered, dropped: proposed.length + words.length };
    const chosen = [...new Set(proposed)].flatMap((n) => sentences.find((sentence) => sentence.n === n) ?? []);
    const spans = words.flatMap((each) => placeOf(each, chosen) ?? []);
    const [first, ...rest] = chosen.map(({ n }) => n);
    if (first === undefined) return null;
    const dropped = proposed.length - chosen.length + words.length - spans.length;
    return { answered, numbers: [first, ...rest], spans, dropped };
  }
  return null;
}
