// A report as points: the headings of it, the leads of its lists (一是…, ——…, a short sentence that opens a paragraph) and the
// sentences below them. It judges nothing.
import { briefCue } from '../../../lexicon/words/brief-cues.ts';
import { findQuantities } from '../../../text/numbers.ts';
import type { Library, Passage, ReportMeta, Sentence } from '../../../types.ts';
import { isEmptyTalk } from './salience.ts';

/** A sentence of a report in its place. */
export interface PlacedSentence {
  readonly report: ReportMeta;
  readonly passage: Passage;
  readonly sentence: Sentence;
  /** As read, in Chinese punctuation. */
  readonly text: string;
}

/** A point of a report: its lead, if it has one, and what stands below. */
export interface Point {
  /** Outermost heading; null: none. */
  readonly theme: string | null;
  /** The heading or lead of the point, without its number; null: none. */
  readonly label: string | null;
  /** The sentence that holds the lead; null: a heading of the path. */
  readonly lead: PlacedSentence | null;
  readonly sentences: PlacedSentence[];
}

const MAX_LEAD_CHARACTERS = 34;
const MAX_INNER_LEAD_CHARACTERS = 12;
const LEAD = briefCue('lead');
const NUMBER = briefCue('number');
const SPEECH = briefCue('speech');
const FURNITURE = briefCue('furniture');
/** What a page writes before its own summary. */
const ABSTRACT = /^\|?\s*(?:摘\s*要|内容提要|核心提示)[：:]\s*/u;
const HALF_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** Chinese punctuation between Chinese words, where a source has that of English. */
export function chinesePunctuation(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}”’》）)%\d〕A-Za-z])[,;:!?](?=[\p{Script=Han}“‘《（(\d—]|$)/gu, (mark, at: number) =>
      /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '') ? mark : (HALF_WIDTH[mark] ?? mark),
    )
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A heading or lead without its number and its last mark. */
export function bareLabel(text: string): string {
  const bare = chinesePunctuation(text)
    .replace(NUMBER, '')
    .replace(/[。．；;：:，,]+$/u, '')
    .trim();
  return bare.replace(NUMBER, '').trim();
}

const isShort = (text: string, most: number): boolean =>
  text.length <= most && !/[；;]$/u.test(text) && !SPEECH.test(text) && findQuantities(text).length === 0;

/** True if a sentence opens a point rather than telling anything. */
function isLead({ sentence, text }: PlacedSentence, opensParagraph: boolean): boolean {
  if (sentence.role !== 'body' || !/。$/u.test(text)) return false;
  if (LEAD.test(text)) return isShort(text.replace(LEAD, ''), MAX_LEAD_CHARACTERS);
  return opensParagraph && isShort(text, MAX_LEAD_CHARACTERS);
}

/** True if a sentence is but the lead of the next within a paragraph: 抓学习，提站位。 */
const isInnerLead = ({ text }: PlacedSentence): boolean =>
  /。$/u.test(text) && isShort(text, MAX_INNER_LEAD_CHARACTERS) && !/[“《]/u.test(text);

/** Returns the sentences of a report in order, without furniture. */
export function sentencesOf(report: ReportMeta, library: Library): PlacedSentence[] {
  const { from, to } = library.passagesOf(report.id);
  const passages = Array.from({ length: to - from }, (_, index) => library.passage(from + index));
  return passages
    .flatMap((passage) => passage.sentences.map((sentence) => ({ report, passage, sentence })))
    .map((placed) => ({ ...placed, text: chinesePunctuation(placed.sentence.read).replace(ABSTRACT, '') }))
    .filter(({ sentence, text }) => sentence.role !== 'boilerplate' && text !== '' && !FURNITURE.test(text));
}

/** Gathers the points of one report, sentence by sentence. */
class PointList {
  readonly points: Point[] = [];
  readonly #library: Library;
  readonly #labels = new Set<string>();
  #before: PlacedSentence | undefined;
  /** True if the lead of the point is followed in its own paragraph: then the point ends with that. */
  #endsWithParagraph = false;

  constructor(library: Library) {
    this.#library = library;
  }

  add(placed: PlacedSentence): void {
    const opensParagraph = /\n/u.test(this.#gapBefore(placed));
    const theme = this.#themeOf(placed);
    // A slogan that opens a paragraph leads to nothing.
    const isSlogan = !LEAD.test(placed.text) && isEmptyTalk(placed.text);
    if (!isSlogan && isLead(placed, opensParagraph))
      this.#open({ theme, label: bareLabel(placed.text), lead: placed, sentences: [] });
    else {
      const last = this.points.at(-1);
      const isOver = this.#endsWithParagraph && opensParagraph;
      if (last === undefined || last.theme !== theme || isOver) this.#open(this.#unled(placed, theme));
      if (placed.sentence.role === 'body' && !isInnerLead(placed)) this.#take(placed, opensParagraph);
    }
    this.#before = placed;
  }

  #gapBefore({ passage, sentence }: PlacedSentence): string {
    return this.#library.textOf(passage.reportId).slice(this.#before?.sentence.end ?? 0, sentence.start);
  }

  /** The outermost heading; one that is but the lead of a point is none. */
  #themeOf({ passage: { heading } }: PlacedSentence): string | null {
    const outermost = heading[0] === undefined ? null : bareLabel(heading[0]);
    const isPoint = outermost !== null && this.#labels.has(outermost);
    return isPoint ? (this.points.at(-1)?.theme ?? null) : outermost;
  }

  #unled({ passage: { heading } }: PlacedSentence, theme: string | null): Point {
    const inner = heading.length > 1 ? bareLabel(heading.at(-1) ?? '') : null;
    return { theme, label: inner !== null && this.#labels.has(inner) ? null : inner, lead: null, sentences: [] };
  }

  #open(point: Point): void {
    this.points.push(point);
    if (point.label !== null) this.#labels.add(point.label);
    this.#endsWithParagraph = false;
  }

  #take(placed: PlacedSentence, opensParagraph: boolean): void {
    const point = this.points.at(-1);
    if (point?.lead && point.sentences.length === 0) this.#endsWithParagraph = !opensParagraph;
    point?.sentences.push(placed);
  }
}

/** Returns the points of a report, in order. */
export function pointsOf(report: ReportMeta, library: Library): Point[] {
  const list = new PointList(library);
  for (const placed of sentencesOf(report, library)) list.add(placed);
  return list.points.filter(({ sentences }) => sentences.length > 0);
}
