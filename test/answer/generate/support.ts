// Lets a model that behaves as a test wants answer the question of the fixtures, and keeps what came of it.

import { generate } from '../../../src/answer/generate/generate.ts';
import { openChatModel } from '../../../src/answer/generate/model.ts';
import type { FallbackReason, GenerationRequest } from '../../../src/answer/generate/types.ts';
import type { AppError } from '../../../src/errors.ts';
import type { Answered } from '../../../src/types.ts';
import {
  type Behaviour,
  type ChatReply,
  type ChatRequest,
  proposal,
  startChatServer,
} from '../../support/chat-model.ts';
import { evidence, extractive } from './fixtures.ts';

/** What came of it. */
export interface Outcome {
  readonly answer: Answered | null;
  readonly shown: readonly string[];
  readonly reasons: readonly FallbackReason[];
  readonly faults: readonly (AppError | null)[];
  readonly seen: readonly ChatRequest[];
}

type Given = Partial<GenerationRequest> & { readonly plain?: boolean };

/** A true answer. */
export const GOOD = proposal(
  [
    ['2021年澄江区引进云谷项目47个。', 1],
    ['规模以上工业能耗下降3.2%。', 2],
  ],
  '云谷项目47个',
);

/** Lets a model answer, streamed unless told otherwise. */
export async function ask(
  behave: Behaviour | string | ChatReply,
  { plain = false, ...given }: Given = {},
): Promise<Outcome> {
  const reply = typeof behave === 'string' ? { text: behave } : behave;
  const server = await startChatServer(typeof reply === 'function' ? reply : () => reply);
  const model = await openChatModel({ baseUrl: server.baseUrl, name: 'test-model', apiKey: 'secret-key', attempts: 1 });
  const shown: string[] = [];
  const reasons: FallbackReason[] = [];
  const faults: (AppError | null)[] = [];
  const onFallback = (reason: FallbackReason, fault: AppError | null): void => {
    reasons.push(reason);
    faults.push(fault);
  };
  const streaming = plain ? {} : { onText: (text: string) => void shown.push(text) };
  try {
    const answer = await generate({ extractive, evidence, model, ...streaming, onFallback, ...given });
    return { answer, shown, reasons, faults, seen: server.seen };
  } finally {
    await server.close();
  }
}
