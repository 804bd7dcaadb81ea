// Takes the sources of a corpus one by one: an unchanged report is copied from the generation before, any other is prepared
// and written. It remembers where each came from, so that index and vectors can be taken over too.
import { sha256 } from '../store/files.ts';
import type { MovedPassages } from '../store/index/postings/postings-update.ts';
import type { Previous, PreviousReport } from '../store/index/previous.ts';
import type { CopiedRun, GenerationWriter } from '../store/index/writer.ts';
import { type Knowledge, prepareSource } from './prepare.ts';
import type { ReportHealth } from './report/health.ts';
import type { TextMark } from './report/near-duplicates.ts';
import type { ReportSource } from './source/report-sources.ts';

/** A passage that was cut in this run. */
export interface FreshPassage {
  readonly number: number;
  /** Hash of the text that its vector is made from. */
  readonly embedded: string;
}

/** Everything gathered in one run over a corpus. */
export interface GatheredCorpus {
  readonly reports: readonly ReportHealth[];
  readonly marks: readonly TextMark[];
  /** Passages taken over; in this order of new numbers. */
  readonly moved: readonly MovedPassages[];
  readonly fresh: readonly FreshPassage[];
  /** True if what was taken over stands in the same order as before. */
  readonly isOrdered: boolean;
  /** Reports taken over. */
  readonly reusedCount: number;
}

/** Options of gathering. */
interface GatherOptions {
  /** Null: nothing is written. */
  readonly writer: GenerationWriter | null;
  /** The generation to take over from; null: everything is new. */
  readonly previous: Previous | null;
  readonly knowledge: Knowledge;
  readonly rules: string;
}

/** Gathers one corpus. Call `add` for each source, then `finish`. */
export class Gatherer {
  readonly #options: GatherOptions;
  readonly #reports: ReportHealth[] = [];
  readonly #marks: TextMark[] = [];
  readonly #moved: MovedPassages[] = [];
  readonly #fresh: FreshPassage[] = [];
  #run: CopiedRun | null = null;
  #passages = 0;
  #isOrdered = true;
  #lastPosition = -1;
  #reusedCount = 0;

  constructor(options: GatherOptions) {
    this.#options = options;
  }

  add(source: ReportSource): void {
    const textHash = sha256(source.text);
    const { id, path, given, corrected, encoding, problems, pages } = source;
    const made = [this.#options.rules, id, path, given, corrected, encoding, problems, textHash, pages?.fileHash];
    const fingerprint = sha256(JSON.stringify(made));
    const known = this.#options.previous?.report(id);
    if (known?.fingerprint === fingerprint) this.#take(known);
    else this.#prepare(source, { fingerprint, textHash });
  }

  finish(): GatheredCorpus {
    this.#flush();
    return {
      reports: this.#reports,
      marks: this.#marks,
      moved: this.#moved,
      fresh: this.#fresh,
      isOrdered: this.#isOrdered,
      reusedCount: this.#reusedCount,
    };
  }

  #prepare(source: ReportSource, hashes: { fingerprint: string; textHash: string }): void {
    this.#flush();
    const first = this.#passages;
    const { entry, health } = prepareSource(source, {
      ...hashes,
      firstPassage: first,
      knowledge: this.#options.knowledge,
    });
    this.#options.writer?.add(entry);
    this.#passages += entry.passages.length;
    this.#reports.push(health);
    this.#marks.push({ id: source.id, textHash: hashes.textHash, signature: entry.signature });
    this.#fresh.push(...entry.embedded.map((embedded, index) => ({ number: first + index, embedded })));
  }

  #take(known: PreviousReport): void {
    const { position, firstPassage, passageCount, firstFact, factCount } = known;
    if (this.#run?.reports.to !== position) this.#flush();
    const { reports, passages, facts } = this.#run ?? {
      reports: { from: position },
      passages: { from: firstPassage },
      facts: { from: firstFact },
    };
    this.#run = {
      reports: { from: reports.from, to: position + 1 },
      passages: { from: passages.from, to: firstPassage + passageCount },
      facts: { from: facts.from, to: firstFact + factCount },
    };
    this.#isOrdered &&= position > this.#lastPosition;
    this.#lastPosition = position;
    this.#passages += passageCount;
    this.#reusedCount++;
    this.#reports.push(JSON.parse(known.health) as ReportHealth);
    this.#marks.push({ id: known.id, textHash: known.textHash, signature: known.signature });
  }

  /** Copies the run of unchanged reports that has come together so far. */
  #flush(): void {
    if (this.#run === null) return;
    const { from, to } = this.#run.passages;
    this.#options.writer?.copy(this.#run);
    this.#moved.push({ from, to: this.#passages - (to - from), count: to - from });
    this.#run = null;
  }
}
