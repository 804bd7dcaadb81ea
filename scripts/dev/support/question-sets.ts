// Question sets for training and calibration, in two forms: questions on reports with quoted evidence, and questions on
// paragraphs with accepted strings. Each becomes a context and questions that know which sentences answer them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnswerContext, answerContextOf, contextOfDocuments } from '../../../src/app/answer-context.ts';
import { countOption, type OptionValues, textOption, textOptions } from '../../../src/app/cli/command.ts';
import { AppError } from '../../../src/errors.ts';
import type { Candidate } from '../../../src/read/candidates.ts';
import { Retriever } from '../../../src/retrieve/retriever.ts';
import { openLibrary } from '../../../src/store/index/generation.ts';
import type { Question, ReportId } from '../../../src/types.ts';

/** A question with what answers it. */
export interface Example {
  readonly question: Question;
  /** Kind as the set names it; questions without an answer have none of it. */
  readonly kind: string;
  /** True if a sentence answers it; never, for a question without an answer. */
  readonly isRight: (candidate: Candidate) => boolean;
  readonly answerable: boolean;
  /** The report that answers it, where one does. */
  readonly report: ReportId | null;
}

/** A set: a context and the questions to ask at it. */
export interface QuestionSet {
  readonly name: string;
  readonly context: AnswerContext;
  readonly examples: readonly Example[];
}

const linesOf = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const NO_ANSWER = new Set(['unanswerable', 'out-of-scope', 'injection']);

/** How a command takes the sets to learn from. */
export const SET_USAGE =
  '--gold GOLD.jsonl --reports INDEX-DIR […] --paragraphs DIR --date YYYY-MM-DD [--among INDEX-DIR] [--most N]';

/** The options behind `SET_USAGE`. */
export const SET_OPTIONS = {
  gold: { type: 'string', multiple: true },
  reports: { type: 'string', multiple: true },
  paragraphs: { type: 'string' },
  among: { type: 'string' },
  date: { type: 'string' },
  most: { type: 'string' },
} as const;

/** Returns the sets named on the command line. @param most questions on paragraphs by default @throws AppError usage/invalid */
export function namedSets(values: OptionValues, most: number) {
  const [paragraphs, date, among] = ['paragraphs', 'date', 'among'].map((name) => textOption(values, name));
  if (!paragraphs || !date) throw new AppError('usage/invalid', 'Name --gold, --reports, --paragraphs and --date.');
  const reports = namedReportSets(textOptions(values, 'gold'), textOptions(values, 'reports'));
  return { paragraphs, date, among, reports, most: countOption(values, 'most', most) };
}

/** Sets named on the command line: each `--gold FILE` with the `--index DIR` at the same place. @throws AppError usage/invalid */
function namedReportSets(goldFiles: readonly string[], indexDirs: readonly string[]): QuestionSet[] {
  if (goldFiles.length === 0 || goldFiles.length !== indexDirs.length)
    throw new AppError('usage/invalid', 'Give one --reports DIR (an index) for each --gold FILE.');
  return goldFiles.map((file, at) => reportQuestions(file, indexDirs[at] ?? ''));
}

/** Returns a set of questions with quoted evidence, on an index of their reports. */
function reportQuestions(goldFile: string, indexDir: string): QuestionSet {
  const context = contextOnIndex(indexDir);
  const { library } = context;
  const examples = linesOf(goldFile).map((line): Example => {
    const quotes = (line['evidence'] as { quote: string }[]).map(({ quote }) => squeeze(quote));
    const kind = line['kind'] as string;
    return {
      question: { text: line['question'] as string, history: (line['history'] as string[] | undefined) ?? [] },
      kind,
      answerable: !NO_ANSWER.has(kind),
      report: null,
      isRight: ({ prepared: { sentence }, passage }) => {
        const slice = squeeze(library.textOf(passage.reportId).slice(sentence.start, sentence.end));
        return quotes.some((quote) => slice.includes(quote) || (slice.length >= 10 && quote.includes(slice)));
      },
    };
  });
  return { name: 'reports', context, examples };
}

function contextOnIndex(indexDir: string): AnswerContext {
  const library = openLibrary(indexDir);
  return answerContextOf(library, new Retriever(library, library.postings(), null));
}

/** Where paragraphs are asked for. */
interface ParagraphSetting {
  /** An index that holds them and others; default: the paragraphs alone. */
  readonly among?: string | undefined;
  /** Without their titles, as reports mostly come, where they are alone. Default: with. */
  readonly isUntitled?: boolean;
}

/** Returns a set of questions on paragraphs: `corpus.jsonl` and `questions.jsonl` of a folder. @param most questions, taken evenly */
export function paragraphQuestions(
  folder: string,
  most: number,
  { among, isUntitled = false }: ParagraphSetting = {},
): QuestionSet {
  const documents = linesOf(join(folder, 'corpus.jsonl')).map((line) => ({
    id: line['id'] as ReportId,
    path: line['id'] as string,
    title: isUntitled ? '' : (line['title'] as string),
    text: line['text'] as string,
    district: null,
    publisher: null,
    publishedOn: null,
    kind: null,
    url: null,
    inferred: [],
  }));
  const lines = linesOf(join(folder, 'questions.jsonl'));
  const step = Math.max(1, Math.floor(lines.length / most));
  const examples = lines
    .filter((_, index) => index % step === 0)
    .map((line): Example => {
      const answers = (line['answers'] as string[]).map(squeeze);
      const report = line['document'] as ReportId;
      return {
        question: { text: line['question'] as string, history: [] },
        kind: 'paragraph',
        answerable: true,
        report,
        isRight: ({ prepared, report: { id } }) =>
          id === report && answers.some((answer) => squeeze(prepared.sentence.read).includes(answer)),
      };
    });
  const context = among === undefined ? contextOfDocuments(documents) : contextOnIndex(among);
  const name = among === undefined ? (isUntitled ? 'untitled paragraphs' : 'paragraphs') : 'paragraphs among others';
  return { name, context, examples };
}
