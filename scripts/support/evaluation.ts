// Judges answers against a question set: one verdict a question, shares over all and by kind. It asks nothing and prints nothing.
import { basename } from 'node:path';
import { renderText } from '../../src/chat/render.ts';
import type { Answer, Citation } from '../../src/types.ts';

/** A question with what a right answer holds. */
export interface GoldItem {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly history: readonly string[];
  /** Beginnings of the file names of the reports that answer it. */
  readonly docs: readonly string[];
  /** Right if of every group at least one string occurs. */
  readonly answers: readonly (readonly string[])[];
  /** Strings that the direct answer must not hold. */
  readonly mustNot: readonly string[];
}

/** Outcome of a question. */
export interface TimedAnswer {
  readonly answer: Answer;
  readonly elapsedMs: number;
}

/** The judgement on one question. A question without an answer has `refused` alone; the others have all but that. */
export interface GoldVerdict {
  readonly id: string;
  readonly kind: string;
  readonly answerable: boolean;
  readonly refused: boolean;
  /** The accepted strings stand in the message. */
  readonly answer: boolean;
  /** … in the direct answer alone. */
  readonly direct: boolean;
  /** … in the value that is read first; null for kinds that ask for more than a figure, a name or a date. */
  readonly headline: boolean | null;
  /** Another value is read first; null as above. */
  readonly misleading: boolean | null;
  /** … in what the citations quote, from the right reports. */
  readonly grounded: boolean;
  /** A report is cited that has nothing to do with it. */
  readonly stray: boolean;
  /** One truth for each citation: whether its quote is a slice of its source. */
  readonly verbatim: readonly boolean[];
  /** What the answer believed of itself, 0 … 1; null where it was refused, computed or chosen by a model. */
  readonly confidence: number | null;
  readonly elapsedMs: number;
}

const FIGURE_NAME_OR_DATE: ReadonlySet<string> = new Set(['factoid-number', 'factoid-name', 'factoid-date']);
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(['unanswerable', 'out-of-scope', 'injection']);
/** Kinds whose answer is a verdict on districts: it need not stand in a quote, the right reports must be cited. */
const ABOUT_DISTRICTS: ReadonlySet<string> = new Set(['compare', 'which-district', 'multi-doc']);
/** A value before its bracket is at most this long (UTF-16 units); longer, it is a sentence and counts whole. */
const MAX_VALUE_CHARACTERS = 40;
/** In UTF-16 units: an answer that dumps the report is none. */
const MAX_CHARACTERS = { text: 1500, shortFactoid: 160, short: 500 };

/** Folds what may differ between an accepted string and an answer: width, case, white space, thousands' commas. */
export function foldAnswer(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .toLowerCase();
}

/** True if a kind of question has an answer at all. */
const hasAnswer = (kind: string): boolean => !WITHOUT_ANSWER.has(kind);

/** True if a kind asks for a figure, a name or a date. */
export const asksForFact = (kind: string): boolean => FIGURE_NAME_OR_DATE.has(kind);

/** True for kinds whose answer has one value that is read first. */
const hasHeadline = (kind: string): boolean => asksForFact(kind) || kind === 'followup';

/** Returns what a reader takes away at a glance: the values without the sentence in brackets behind them and without "see also". */
export function headlineOf(short: string): string {
  return short
    .split(/；(?![^（]*）)/)
    .filter((part) => !/^\s*(?:另见|see also)/i.test(part))
    .map((part) => {
      const bracket = part.indexOf('（');
      return bracket > 0 && bracket <= MAX_VALUE_CHARACTERS ? part.slice(0, bracket) : part;
    })
    .join('；');
}

function holdsAll(groups: GoldItem['answers'], text: string): boolean {
  const folded = foldAnswer(text);
  return groups.every((group) => group.some((accepted) => folded.includes(foldAnswer(accepted))));
}

function holdsAny(groups: GoldItem['answers'], text: string): boolean {
  const folded = foldAnswer(text);
  return groups.some((group) => group.some((accepted) => folded.includes(foldAnswer(accepted))));
}

/** Judges the value that is read first. */
function judgeHeadline({ kind, answers }: GoldItem, short: string, isAnswered: boolean) {
  if (!hasHeadline(kind)) return { headline: null, misleading: null };
  const headline = headlineOf(short);
  return {
    headline: isAnswered && holdsAll(answers, headline),
    misleading: isAnswered && !holdsAny(answers, headline),
  };
}

const comesFrom = ({ report }: Citation, doc: string): boolean => basename(report.path).startsWith(doc);

function citedText(citations: readonly Citation[]): string {
  return citations
    .flatMap(({ quote, reading, report: { district, title } }) => [quote, reading ?? '', district ?? '', title])
    .join('|');
}

/**
 * Judges one answer.
 * @param textOf the source of a citation's report, to which its offsets refer
 */
export function judge(
  gold: GoldItem,
  { answer, elapsedMs }: TimedAnswer,
  textOf: (citation: Citation) => string,
): GoldVerdict {
  const answerable = hasAnswer(gold.kind);
  const isAnswered = answer.status === 'answered';
  const citations = isAnswered ? answer.citations : [];
  const short = isAnswered ? answer.short : '';
  const text = renderText(answer);
  const isForbidden = gold.mustNot.some((string) => foldAnswer(short).includes(foldAnswer(string)));
  const mayBeRight = answerable && isAnswered && !isForbidden;
  const mostShort = asksForFact(gold.kind) ? MAX_CHARACTERS.shortFactoid : MAX_CHARACTERS.short;
  const isFromRight = gold.docs.every((doc) => citations.some((citation) => comesFrom(citation, doc)));
  return {
    id: gold.id,
    kind: gold.kind,
    answerable,
    refused: !isAnswered,
    answer: mayBeRight && text.length <= MAX_CHARACTERS.text && holdsAll(gold.answers, text),
    direct: mayBeRight && short.length <= mostShort && holdsAll(gold.answers, short),
    ...judgeHeadline(gold, short, isAnswered),
    grounded:
      answerable && isFromRight && (ABOUT_DISTRICTS.has(gold.kind) || holdsAll(gold.answers, citedText(citations))),
    stray: answerable && citations.some((citation) => !gold.docs.some((doc) => comesFrom(citation, doc))),
    verbatim: citations.map((citation) => textOf(citation).slice(citation.start, citation.end) === citation.quote),
    confidence: isAnswered ? (answer.confidence ?? null) : null,
    elapsedMs,
  };
}
