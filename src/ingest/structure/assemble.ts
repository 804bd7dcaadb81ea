// Blocks → sentences → passages with their heading paths. It edits no text; how a sentence is read is handed in.
import type { Passage, Report, Sentence, SentenceRole, Span } from '../../types.ts';
import { boilerplateSentence } from './boilerplate.ts';
import { type CutSentence, cutSection } from './cut.ts';
import { leadOf, numberingLevel, opensPoint, SECTION_LEVEL } from './headings.ts';
import { sentencesOf } from './sentences.ts';
import type { TextBlock } from './text-block.ts';

/** A passage before it has its number in a collection. */
export type UnnumberedPassage = Omit<Passage, 'number'>;

/** A sentence of a section and what the cut needs to know. */
interface BodySentence extends CutSentence {
  readonly sentence: Sentence;
  /** Topic of the sentence's paragraph, for passages that start behind it. */
  readonly lead: string | null;
}

interface OpenHeading {
  readonly level: number;
  readonly label: string;
}

/** Boilerplate passages are kept to this many UTF-16 units, so that no cookie banner becomes one huge passage. */
const LONGEST_BOILERPLATE = 300;
/** A sentence up to this length that is followed by another announces it: 抓学习，提站位。 */
const LONGEST_ANNOUNCEMENT = 14;
/** A lead names the topic of its paragraph only if at least this much follows. */
const SHORTEST_LED = 40;

class Assembler {
  readonly passages: UnnumberedPassage[] = [];
  readonly #report: Report;
  readonly #masked: string;
  readonly #read: (text: string) => string;
  #path: OpenHeading[] = [];
  /** Heading sentences that wait for the passage below them. */
  #pending: Sentence[] = [];
  #section: BodySentence[] = [];
  #boilerplate: Sentence[] = [];

  constructor(report: Report, masked: string, read: (text: string) => string) {
    this.#report = report;
    this.#masked = masked;
    this.#read = read;
  }

  run(blocks: readonly TextBlock[]): UnnumberedPassage[] {
    for (const block of blocks) this.#add(block);
    this.#flush();
    return this.passages;
  }

  #add(block: TextBlock): void {
    if (block.role === 'boilerplate') {
      for (const span of sentencesOf(this.#masked, block)) this.#addBoilerplate(span);
    } else if (block.heading) {
      this.#flush();
      this.#open(block.heading.level, block.heading.label);
      this.#pending.push(...sentencesOf(this.#masked, block).map((span) => this.#sentence(span, 'heading')));
    } else if (block.read !== undefined) this.#addRow(block, block.read);
    else this.#addParagraph(sentencesOf(this.#masked, block));
  }

  #open(level: number, label: string): void {
    if (label === '') return;
    this.#path = [...this.#path.filter((heading) => heading.level < level), { level, label: this.#read(label) }];
  }

  #addParagraph(spans: readonly Span[]): void {
    const lead = this.#leadOf(spans);
    this.#closeAbove(spans[0]);
    if (lead && lead.level !== null) {
      this.#flushSection();
      this.#open(lead.level, lead.label);
    }
    for (const [index, span] of spans.entries()) {
      const content = this.#masked.slice(span.start, span.end);
      if (boilerplateSentence(content)) {
        this.#addBoilerplate(span);
        continue;
      }
      this.#flushBoilerplate();
      const short = content.length <= LONGEST_ANNOUNCEMENT;
      this.#section.push({
        sentence: this.#sentence(span, 'body'),
        lead: lead && lead.level === null ? lead.label : null,
        length: content.length,
        startsParagraph: index === 0,
        opensPoint: short || opensPoint(content),
        announces: index < spans.length - 1 && (short || (index === 0 && lead !== null)),
      });
    }
  }

  /** A row of a table is one sentence, however many lines it takes. */
  #addRow({ start, end }: Span, row: string): void {
    this.#flushBoilerplate();
    const sentence: Sentence = { start, end, role: 'body', read: this.#read(row) };
    this.#section.push({
      sentence,
      lead: null,
      length: row.length,
      startsParagraph: true,
      opensPoint: true,
      announces: false,
    });
  }

  /** A numbered paragraph ends the headings of its own level and below, whether or not it opens one itself. */
  #closeAbove(first: Span | undefined): void {
    const level = first ? numberingLevel(this.#masked.slice(first.start, first.end)) : null;
    if (level === null || !this.#path.some((heading) => heading.level >= level)) return;
    this.#flushSection();
    this.#path = this.#path.filter((heading) => heading.level < level);
  }

  #leadOf(spans: readonly Span[]): { level: number | null; label: string } | null {
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last || last === first) return null;
    const lead = leadOf(this.#masked.slice(first.start, first.end));
    const isSection = lead?.level != null && lead.level <= SECTION_LEVEL;
    return isSection || last.end - first.end >= SHORTEST_LED ? lead : null;
  }

  #addBoilerplate(span: Span): void {
    this.#flushSection();
    const [first] = this.#boilerplate;
    if (first && span.end - first.start > LONGEST_BOILERPLATE) this.#flushBoilerplate();
    // Headings with nothing but page furniture below them go with it: a passage must not span another.
    this.#boilerplate.push(...this.#pending, this.#sentence(span, 'boilerplate'));
    this.#pending = [];
  }

  #sentence(span: Span, role: SentenceRole): Sentence {
    const slice = this.#report.text.slice(span.start, span.end);
    return { start: span.start, end: span.end, role, read: this.#read(slice) };
  }

  #flush(): void {
    this.#flushSection();
    this.#flushBoilerplate();
  }

  #flushBoilerplate(): void {
    this.#emit(this.#boilerplate, []);
    this.#boilerplate = [];
  }

  #flushSection(): void {
    const path = this.#path.map((heading) => heading.label);
    const starts = cutSection(this.#section);
    for (const [index, start] of starts.entries()) {
      const content = this.#section.slice(start, starts[index + 1]);
      const [first] = content;
      const lead = first && !first.startsParagraph && first.lead ? [this.#read(first.lead)] : [];
      const sentences = content.map((item) => item.sentence);
      this.#emit(index === 0 ? [...this.#pending, ...sentences] : sentences, [...path, ...lead]);
    }
    if (starts.length > 0) this.#pending = [];
    this.#section = [];
  }

  #emit(sentences: readonly Sentence[], heading: readonly string[]): void {
    const [first] = sentences;
    const last = sentences.at(-1);
    if (!first || !last) return;
    this.passages.push({ reportId: this.#report.id, start: first.start, end: last.end, heading, sentences });
  }
}

/** A report's text as the structure sees it, offset for offset, what it is made of, and how slices of it are read. */
interface Assembly {
  readonly masked: string;
  readonly blocks: readonly TextBlock[];
  readonly read: (slice: string) => string;
}

/**
 * Returns the passages of a report, in order and without overlap; every character of the masked text that is not white space lies in one of
 * their sentences.
 */
export function assemblePassages(report: Report, { masked, blocks, read }: Assembly): UnnumberedPassage[] {
  return new Assembler(report, masked, read).run(blocks);
}
