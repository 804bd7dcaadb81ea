// The gate of an ingest: asks a finished generation the questions of a set before it goes live, and refuses it where it answers
// fewer of them right than the live one. The questions go the product's own way.

import type { Tools } from '../../src/app/answer-context.ts';
import { openContext } from '../../src/app/live-context.ts';
import { answerQuestion } from '../../src/app/question-pipeline.ts';
import { openTools } from '../../src/app/tools.ts';
import { AppError } from '../../src/errors.ts';
import { openGeneration } from '../../src/store/index/generation.ts';
import type { Embedder } from '../../src/types.ts';
import { type GoldVerdict, judge } from './evaluation.ts';
import type { GoldSet } from './evaluation-files.ts';

/** Options of a gate. */
interface GateOptions {
  readonly gold: GoldSet;
  /** Share of the score that may be lost, 0 … 1. */
  readonly margin: number;
  readonly embedder: Embedder;
  /** Hears what the gate found, in one line. */
  readonly tell: (line: string) => void;
}

/** True if a question is answered right, or refused where it has no answer. */
function isRight({ answerable, answer, refused }: GoldVerdict): boolean {
  return answerable ? answer : refused;
}

/** Returns ids of the questions of a set that a generation does not get right. */
async function wrongIn(folder: string, { gold, embedder }: GateOptions, tools: Tools): Promise<Set<string>> {
  const generation = openGeneration(folder);
  try {
    const context = openContext(generation, embedder);
    const wrong = new Set<string>();
    for (const item of gold.items) {
      const answer = await answerQuestion(context, { text: item.question, history: item.history }, tools);
      const verdict = judge(item, { answer, elapsedMs: 0 }, ({ report }) => generation.textOf(report.id));
      if (!isRight(verdict)) wrong.add(item.id);
    }
    return wrong;
  } finally {
    generation.close();
  }
}

async function wrongInLive(folder: string | null, options: GateOptions, tools: Tools): Promise<Set<string> | null> {
  if (folder === null) return null;
  try {
    return await wrongIn(folder, options, tools);
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('index/')) return null;
    throw error;
  }
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/**
 * Compares two sets of wrong answers.
 * @param margin how much of the score may be lost, 0 … 1
 * @returns why the candidate must not go live, with the questions that were lost; null if it may
 */
export function judgeGate(
  wrong: { before: ReadonlySet<string>; after: ReadonlySet<string> },
  questionCount: number,
  margin: number,
): string | null {
  const [before, after] = [wrong.before, wrong.after].map(({ size }) => 1 - size / questionCount) as [number, number];
  if (before - after <= margin + 1e-9) return null;
  const lost = [...wrong.after].filter((id) => !wrong.before.has(id));
  return `it answers ${percent(after)} of the questions right, the live one ${percent(before)} (--gate-margin ${margin}). Lost: ${lost.join(' ')}`;
}

/** Returns a gate for `ingest`: the function that judges a finished generation against the live one. */
export function openGate(options: GateOptions): (candidate: string, live: string | null) => Promise<string | null> {
  return async (candidate, live) => {
    const tools = openTools();
    const count = options.gold.items.length;
    const after = await wrongIn(candidate, options, tools);
    const before = await wrongInLive(live, options, tools);
    const score = percent(1 - after.size / count);
    if (before === null)
      options.tell(`The gate: ${score} of ${count} questions right; there is no live index to compare with.`);
    else options.tell(`The gate: ${score} of ${count} questions right, before ${percent(1 - before.size / count)}.`);
    return before && judgeGate({ before, after }, count, options.margin);
  };
}
