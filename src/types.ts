// The nouns of the product, shared by every room. Data only: no behaviour.
import type { ReportPages } from './pages.ts';

/** Identity of a report: stable across re-ingests of the same path (or the `id` a `.jsonl` line gives). */
export type ReportId = string & { readonly __brand: 'ReportId' };

/** A half-open range [start, end) in UTF-16 units of a report's decoded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is known of a report beside its text. Dates are as exact as they are known: `2017`, `2017-05` or `2017-05-28`. */
export interface ReportMeta {
  readonly id: ReportId;
  /** Path relative to the corpus folder, or the name under which an inline document was handed in. */
  readonly path: string;
  readonly title: string;
  /** Full name, as exact as known (`江苏省徐州市泉山区`); null where neither given nor found in the text. */
  readonly district: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  /** 文种: 政府工作报告, 统计公报, 通知 …; null where neither given nor told by the title. */
  readonly kind: string | null;
  readonly url: string | null;
  /** True: its text was recognised from pictures, and figures may be misread. Absent: it was not. */
  readonly isScanned?: boolean;
  /** Names of the fields above that were inferred from the text rather than given. */
  readonly inferred: readonly string[];
}

/** One source document. `text` is the decoded source: nothing ever edits it, so that every offset stays true. */
export interface Report extends ReportMeta {
  readonly text: string;
}

/** What a stretch of a report is. Boilerplate is marked, never deleted: a byline is an answer to "who took the photo". */
export type SentenceRole = 'body' | 'heading' | 'boilerplate';

/** A sentence of a report. */
export interface Sentence extends Span {
  readonly role: SentenceRole;
  /**
   * The sentence as it is read: damage repaired, relative dates resolved (`去年〔2016年〕`), white space at its ends and
   * line ends inside it removed. Equal to the slice of the source where there is nothing to repair or resolve.
   */
  readonly read: string;
}

/** The unit of retrieval: whole, consecutive sentences of one report under one heading path. */
export interface Passage extends Span {
  /** Dense number of the passage in its collection, 0 … n−1: the label in every index. */
  readonly number: number;
  readonly reportId: ReportId;
  /** Headings above the passage, outermost first; the report's title is not repeated here. */
  readonly heading: readonly string[];
  readonly sentences: readonly Sentence[];
}

/**
 * A figure that a report states: district (or a part of it) × indicator × period × value × unit (× change), with the span that
 * states it. Read aloud, a row is a true statement: 泉山区2016年市场主体21594家.
 */
export interface Fact extends Span {
  readonly reportId: ReportId;
  readonly passageNumber: number;
  readonly district: string | null;
  /** What in the district the figure is of, where it is not the district as a whole: an estate, a street, a firm, a project. */
  readonly subject: string | null;
  /** What is counted, in the report's own words (`市场主体`, `一般公共预算收入`). */
  readonly indicator: string;
  /** Canonical period (`2016`, `2020-09`, `2021-01/2021-04`), null where the text names none. */
  readonly period: string | null;
  /** Normalised value: 亿 and 万 multiplied out, percent as the number before the sign. */
  readonly value: number;
  /** Base unit (`元`, `个`, `%`, `亩`). */
  readonly unit: string;
  /** The figure as written (`248.8亿元`). */
  readonly surface: string;
  /** Signed change against the year before, in percent, where the same clause states one. */
  readonly changePercent: number | null;
  /** Whether it is a plan, a target or a forecast (力争, 计划, 到2025年将) rather than a result. */
  readonly isPlanned: boolean;
  /** Whether the text says that the figure is rough (近, 余, 超, 以上). */
  readonly isApproximate: boolean;
}

/** A passage that matches a question, with its score. */
export interface Hit {
  readonly passage: Passage;
  /** Sum of the legs, ≥ 0; comparable within one question only. */
  readonly score: number;
}

/** The exact span that supports a claim. `report.text.slice(start, end) === quote`, always. */
export interface Citation extends Span {
  /** Number shown in the answer, 1 … n. */
  readonly n: number;
  readonly report: ReportMeta;
  readonly quote: string;
  /** The span as read, only where it differs from the quote. */
  readonly reading: string | null;
  readonly heading: readonly string[];
  /** How sure text recognition was of the line that it is surest of least, 0 … 1; absent: the quote is not from a picture. */
  readonly confidence?: number;
}

/** A sentence of an answer and the citations (by number) that support it: never none. */
export interface Claim {
  readonly text: string;
  readonly citations: readonly [number, ...number[]];
}

/** Why a question is refused. */
export type RefusalReason =
  | 'empty'
  | 'too-long'
  | 'greeting'
  | 'request'
  | 'no-evidence'
  | 'unknown-district'
  | 'period-not-covered'
  | 'attribute-not-covered'
  | 'off-topic'
  | 'instruction';

/** A language of our own wording; quotes stay as they are. */
export type Language = 'zh' | 'en';

/** A name that a city, county or district bore before its present one. */
export interface FormerName {
  /** Full name of what it is today. */
  readonly fullName: string;
  /** Without what lies above it: 通州市. */
  readonly name: string;
  /** The year in which it was given up; null: not known. */
  readonly until: number | null;
  /** What became of it, as it is said: 撤市设区, 更名. */
  readonly change: string;
}

/** What was understood of a question, shown to the reader. */
export interface Interpretation {
  /** The question as understood: follow-up resolved, slips mended. */
  readonly question: string;
  /** Full names of the districts that the question is about; empty: none named. */
  readonly districts: readonly string[];
  /** Period as the question names it, canonical (`2016`, `2020-09`; `--01/--06`: 上半年 of no year in particular); null: none named. */
  readonly period: string | null;
  /** The language that our wording around the quotes is in. */
  readonly language: Language;
  /** Former names by which the question calls its districts. Absent: none. */
  readonly formerNames?: readonly FormerName[];
}

/** An answer that stands on evidence. */
export interface Answered {
  readonly status: 'answered';
  /** The direct answer alone: ≤ 160 characters for a figure, name or date, ≤ 500 otherwise. */
  readonly short: string;
  readonly claims: readonly [Claim, ...Claim[]];
  readonly citations: readonly [Citation, ...Citation[]];
  readonly interpretation: Interpretation;
  /** Every word of an answer is a report's own. */
  readonly mode: 'extractive';
  /** `unsure`: a sentence stands in front, no value cut out of it. Absent: sure. */
  readonly certainty?: 'unsure';
  /** Calibrated probability that the sentence it stands on answers, 0 … 1; absent where it is computed from cells or chosen by a model. */
  readonly confidence?: number;
}

/** A refusal that explains itself: what was looked for, what is missing, and the nearest thing we do hold. */
export interface Refused {
  readonly status: 'refused';
  readonly reason: RefusalReason;
  /** The row of `answer/decide.ts` that refused, for maintainers; absent where the refusal was kept before rows had names. */
  readonly rule?: string;
  readonly message: string;
  readonly nearest: readonly Citation[];
  readonly interpretation: Interpretation;
}

/** Answered with evidence, or refused with a reason: an answer without a citation does not compile. */
export type Answer = Answered | Refused;

/** A question as it reaches the product. */
export interface Question {
  readonly text: string;
  /** Earlier questions of this chat, oldest first. */
  readonly history: readonly string[];
  /** The language that our wording shall be in; default: the question's own. */
  readonly language?: Language | undefined;
  /** The only reports that may answer; default: all. */
  readonly within?: ReadonlySet<ReportId> | undefined;
}

/** How an answer is followed while it is made. */
export interface Following {
  /** Gets the report's sentence that answers without a language model while that is still choosing; the answer replaces it. */
  readonly onText?: (text: string) => void;
  /** Aborted: nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Anything that holds reports and passages: a generation on disk, or documents handed in with a question. */
export interface Library {
  readonly reports: ReadonlyMap<ReportId, ReportMeta>;
  readonly passageCount: number;
  /** @throws RangeError if there is no such passage. */
  passage(number: number): Passage;
  /** Numbers of a report's passages, [from, to): reports lie one after the other. @throws RangeError if there is no such report. */
  passagesOf(id: ReportId): { readonly from: number; readonly to: number };
  /** The decoded source of a report, to which every offset refers. @throws RangeError if there is no such report. */
  textOf(id: ReportId): string;
  /** The pages of the file that a report was read from; null where it has none, or they are not known. */
  pagesOf(id: ReportId): ReportPages | null;
  /** All figures that the reports state about a district (full name), or all there are. */
  facts(district?: string): readonly Fact[];
}

/** What is known of how close words are in meaning, from the company they keep in a corpus. Words are folded (`text/normalise.ts`). */
export interface WordVectors {
  has(word: string): boolean;
  /** How little a word is used in general language: −ln of its share of all words, > 0; the rarest known word's for an unknown one. */
  rarity(word: string): number;
  /** Cosine of the two words' vectors, −1 … 1; 1 for a word and itself if known; 0 if either is unknown. */
  similarity(a: string, b: string): number;
  /** The candidate closest to a word and how close, or null if the word or every candidate is unknown. The first wins a tie. */
  nearest(word: string, candidates: readonly string[]): { readonly word: string; readonly similarity: number } | null;
}

/** Turns texts into vectors of one length, so that texts of like meaning lie close. */
export interface Embedder {
  /** Identity of the vector space: two embedders with the same id give comparable vectors. Stored beside every vector. */
  readonly id: string;
  /** Length of every vector, ≥ 1. */
  readonly dimension: number;
  /**
   * One vector per text, in order: of length 1, or all zero for a text of which the embedder knows nothing.
   * @throws AppError 'embedder/…' with the remedy, where the fault is the operator's to mend.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}
