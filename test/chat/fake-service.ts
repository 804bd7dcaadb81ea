// A product that answers by rule.
import { briefOf } from '../../src/answer/documents/brief/brief.ts';
import { comparisonOf } from '../../src/answer/documents/comparison.ts';
import { type ClaimedSentence, draftFrom } from '../../src/answer/documents/draft.ts';
import { seriesIn } from '../../src/answer/documents/series.ts';
import type { TopicLine } from '../../src/chat/browse/views.ts';
import type { Service } from '../../src/chat/service.ts';
import type {
  Brief,
  BriefQuery,
  Comparison,
  ComparisonQuery,
  Draft,
  Series,
  SeriesQuery,
} from '../../src/documents.ts';
import { structureReport } from '../../src/ingest/structure/structure.ts';
import type { Item } from '../../src/quiz/types.ts';
import { memoryLibrary } from '../../src/store/index/in-memory-library.ts';
import type { Answer, Citation, Fact, Following, Hit, Library, Question, Report, ReportMeta } from '../../src/types.ts';
import { answered, citation, FACTS, REPORTS, TEXT } from './made-up.ts';

/** Answers every question about parks, follows up on a bare year, greets, and refuses all else. */
export class FakeService implements Service {
  readonly questions: Question[] = [];
  readonly documents: Report[] = [];
  /** What can be asked in a quiz. */
  drawn: readonly Item[] = [];
  text = TEXT;
  indexed: readonly ReportMeta[] = REPORTS;
  /** Called before each answer: tests hold or fail an answer here. */
  before: (question: Question) => void | Promise<void> = () => undefined;

  /** What a language model settles. */
  written: readonly string[] = [];
  /** How the latest answer was followed. */
  following: Following | undefined;

  async answer(question: Question, following?: Following): Promise<Answer> {
    this.questions.push(question);
    this.following = following;
    for (const sentence of this.written) following?.onText?.(sentence);
    await this.before(question);
    const { text, history, language } = question;
    if (text === '你好') return this.refuse('greeting', '你好，请提问。', question);
    const understood = { ...answered().interpretation, question: text, language: language ?? 'zh' };
    const english = { question: text, districts: [], period: null, language: language ?? 'en' };
    if (/^park/iu.test(text)) return answered({ interpretation: english });
    if (text.includes('公园')) return answered({ interpretation: understood });
    if (text.startsWith('那') && history.length > 0) return answered();
    return this.refuse('no-evidence', '没有找到与「航天」有关的内容。', question);
  }

  async answerFrom(documents: readonly Report[], question: Question, following?: Following): Promise<Answer> {
    this.documents.push(...documents);
    return this.answer(question, following);
  }

  async embed(texts: readonly string[]): Promise<{ space: string; vectors: Float32Array[] }> {
    return { space: 'made-up:2', vectors: texts.map((text) => new Float32Array([text.length, 0.5])) };
  }

  facts(district: string): readonly Fact[] {
    return FACTS.filter((fact) => fact.district === district);
  }

  series(query: SeriesQuery): Series {
    return seriesIn(this.library(), query);
  }

  brief(query: BriefQuery): Brief {
    return briefOf(query, this.library());
  }

  /** What a language model writes; null: there is none. */
  drafted: readonly ClaimedSentence[] | null = null;

  async draft(query: BriefQuery): Promise<Draft | null> {
    return this.drafted === null ? null : draftFrom(this.drafted, this.brief(query));
  }

  comparison(query: ComparisonQuery): Comparison {
    return comparisonOf(query, this.library());
  }

  reports(): readonly ReportMeta[] {
    return this.indexed;
  }

  library(): Library {
    const reports = this.indexed.map((meta) => ({ ...meta, text: this.text }));
    const structured = reports.map((report) => ({ report, passages: structureReport(report).passages }));
    return memoryLibrary(structured, ({ id }) => FACTS.filter(({ reportId }) => reportId === id));
  }

  async search(text: string, count: number): Promise<{ hits: readonly Hit[] }> {
    const library = this.library();
    const passages = Array.from({ length: library.passageCount }, (_, number) => library.passage(number));
    const holding = passages.filter(({ sentences }) => sentences.some(({ read }) => read.includes(text)));
    return { hits: holding.slice(0, count).map((passage, index) => ({ passage, score: 10 - index })) };
  }

  async pageFile(): Promise<null> {
    return null;
  }

  async topics(): Promise<readonly TopicLine[]> {
    return [{ name: '公园', reports: 1 }];
  }

  items(): readonly Item[] {
    return this.drawn;
  }

  context({ start, end }: Citation): { before: string; quote: string; after: string } {
    if (this.indexed.length === 0) throw new RangeError('no such report');
    return { before: this.text.slice(0, start), quote: this.text.slice(start, end), after: this.text.slice(end) };
  }

  private refuse(reason: 'greeting' | 'no-evidence', message: string, { text, language = 'zh' }: Question): Answer {
    const nearest = reason === 'greeting' ? [] : [citation(1)];
    return {
      status: 'refused',
      reason,
      message,
      nearest,
      interpretation: { question: text, districts: [], period: null, language },
    };
  }
}
