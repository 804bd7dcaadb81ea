// The JSON that commands print and read, as the contract has it. It answers nothing.
import { answerJson as answerShape, itemJson as itemShape } from '../../src/chat/json.ts';
import { AppError } from '../../src/errors.ts';
import type { Item } from '../../src/quiz/types.ts';
import type { Answer, Question, Report, ReportId, ReportMeta } from '../../src/types.ts';

/** A line of a batch: a question, and the documents it is asked about, if any. */
interface BatchItem {
  readonly id: unknown;
  readonly question: Question;
  readonly documents: readonly Report[] | null;
}

/** Returns the description of a report in a citation. */
function documentJson({ id, path, title, district, publisher, publishedOn }: ReportMeta): object {
  return { id, path, title, district, publisher, publishedOn };
}

/** Returns an answer as the contract prints it. @param elapsedMs time it took, in milliseconds */
export function answerJson(answer: Answer, elapsedMs: number): object {
  return { ...answerShape(answer, documentJson), elapsedMs: Math.round(elapsedMs * 100) / 100 };
}

/** Returns a quiz item as `quiz export` prints it. */
export function itemJson(item: Item): object {
  return itemShape(item, documentJson);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function malformed(message: string): AppError {
  return new AppError('batch/line-malformed', message);
}

function readDocument(value: unknown, index: number): Report {
  if (!isRecord(value) || typeof value['text'] !== 'string') throw malformed(`documents[${index}] needs a "text"`);
  const field = (name: string): string | null =>
    typeof value[name] === 'string' || typeof value[name] === 'number' ? String(value[name]) : null;
  const id = field('id') ?? `document-${index + 1}`;
  return {
    id: id as ReportId,
    path: id,
    title: field('title') ?? '',
    district: field('district'),
    publisher: field('publisher'),
    kind: field('kind'),
    publishedOn: field('publishedOn'),
    url: field('url'),
    inferred: [],
    text: value['text'].replace(/^\uFEFF/, ''),
  };
}

/** Returns a parsed line as a record. @throws AppError batch/line-malformed */
export function parseLine(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new AppError(
      'batch/line-malformed',
      'The line is not JSON. Write one object a line: {"id": "q1", "question": "…"}',
      { cause },
    );
  }
  if (!isRecord(value)) throw malformed('The line is not an object: {"id": "q1", "question": "…"}');
  return value;
}

/** Returns the questions of one entry of a history: a text, or a message as chat clients send it, of a user; null where it is neither. */
function questionsOf(entry: unknown): readonly string[] | null {
  if (typeof entry === 'string') return [entry];
  if (!isRecord(entry) || typeof entry['role'] !== 'string' || typeof entry['content'] !== 'string') return null;
  return entry['role'] === 'user' ? [entry['content']] : [];
}

/** Reads a batch line. @throws AppError batch/line-malformed, saying which field is wrong */
export function readItem(value: Record<string, unknown>): BatchItem {
  const { id = null, question, history = [], documents } = value;
  if (typeof question !== 'string') throw malformed('"question" must be a text');
  const earlier = Array.isArray(history) ? history.map(questionsOf) : [null];
  if (earlier.includes(null))
    throw malformed('"history" must be a list of texts or of {"role", "content"}, oldest first');
  if (documents !== undefined && !Array.isArray(documents))
    throw malformed('"documents" must be a list of {"id", "title", "text"}');
  const reports = documents?.map(readDocument) ?? null;
  if (reports && new Set(reports.map((report) => report.id)).size < reports.length)
    throw malformed('two documents have the same "id"');
  return {
    id,
    question: { text: question, history: earlier.flatMap((questions) => questions ?? []) },
    documents: reports,
  };
}
