// What a language model's choice among the report's sentences makes of an answer. Only the report's words are shown: the model
// says which sentences, in which order, and which of their words answer.
import { extractClauses, formatExtract } from '../read/cut.ts';
import { givesOrders } from '../read/model/orders.ts';
import type { NumberedSentence, Selection } from '../read/model/selection.ts';
import type { SentenceChooser } from '../read/model/sentence-chooser.ts';
import type { Ranked } from '../read/ranking.ts';
import { widened } from '../read/widen.ts';
import type { Understanding } from '../understand/types.ts';
import { clip, type Draft, MAX_SHORT } from './compose/draft.ts';

/** The most sentences that a model gets, and their most text (UTF-16 units). */
const MAX_SENTENCES = 40;
const MAX_CHARACTERS = 6_000;
/** A direct answer of words longer than this is read as sentences, not as a value with its clause. */
const MAX_VALUE_CHARACTERS = 60;

/** A model's choice, as far as it makes an answer. */
export type ModelChoice = { readonly status: 'absent' } | { readonly status: 'chosen'; readonly draft: Draft };

/** The sentences that a model is shown, best first; those that give orders to a model are kept from it. */
function shownTo(ranked: readonly Ranked[]): readonly Ranked[] {
  let room = MAX_CHARACTERS;
  const shown: Ranked[] = [];
  for (const one of ranked) {
    const { role, read } = one.candidate.prepared.sentence;
    if (role !== 'body' || givesOrders(read) || read.length > room) continue;
    room -= read.length;
    shown.push(one);
    if (shown.length === MAX_SENTENCES) break;
  }
  return shown;
}

function numbered({ candidate: { report, passage, prepared } }: Ranked, index: number): NumberedSentence {
  const facts = [report.title, report.district, report.publishedOn, ...passage.heading];
  const heading = facts.filter((part) => part !== null && part !== '').join(' · ');
  return { n: index + 1, text: prepared.sentence.read, heading };
}

function draftOf(
  selection: Extract<Selection, { answered: true }>,
  shown: readonly Ranked[],
  { terms }: Understanding,
): Draft | null {
  const [first, ...rest] = selection.numbers.flatMap((n) => shown[n - 1]?.candidate ?? []);
  if (!first) return null;
  const values = selection.spans.flatMap(({ n, ...span }) => {
    const prepared = shown[n - 1]?.candidate.prepared;
    if (!prepared) return [];
    const { start, end } = widened(span, prepared);
    return [prepared.sentence.read.slice(start, end)];
  });
  const value = [...new Set(values)].join('、');
  const isValue = value !== '' && value.length <= MAX_VALUE_CHARACTERS;
  const sentences = [first, ...rest].map(({ prepared }) => prepared.sentence.read.trim()).join('\n');
  const short = isValue
    ? formatExtract({ value, window: extractClauses({ terms }, first.prepared).window })
    : clip(value === '' ? sentences : value, MAX_SHORT.passage);
  return { short: clip(short, isValue ? MAX_SHORT.fact : MAX_SHORT.passage), supports: [first, ...rest] };
}

/** Asks a model which of the ranked sentences answer; null where it comes to no choice and the other readers decide. */
export async function chooseByModel(
  understanding: Understanding,
  ranked: readonly Ranked[],
  { chooser, signal }: { readonly chooser: SentenceChooser; readonly signal?: AbortSignal | undefined },
): Promise<ModelChoice | null> {
  const shown = shownTo(ranked);
  if (shown.length === 0) return null;
  const selection = await chooser(understanding.question, shown.map(numbered), signal);
  if (!selection) return null;
  if (!selection.answered) return { status: 'absent' };
  const draft = draftOf(selection, shown, understanding);
  return draft && { status: 'chosen', draft };
}
