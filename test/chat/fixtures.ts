// A small made-up product for tests of the conversation and its channels: two reports, answers by rule.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLimiter, type Limits } from '../../src/chat/access/limits.ts';
import type { Access } from '../../src/chat/access/policy.ts';
import { type Alerts, createAlerts } from '../../src/chat/alerts.ts';
import { type Conversation, createConversation, type Setting } from '../../src/chat/conversation.ts';
import type { CorpusAdmin } from '../../src/chat/corpus/corpus-admin.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { openState, type State } from '../../src/store/state/state.ts';

import { FakeService } from './fake-service.ts';
import { NOW, SPEAKER } from './made-up.ts';

export { FakeService } from './fake-service.ts';
export * from './made-up.ts';

/** A conversation with a real state folder, which `remove` deletes. */
export interface Bench {
  readonly service: FakeService;
  readonly conversation: Conversation;
  readonly state: State;
  readonly folder: string;
  /** What was raised. */
  readonly alerts: string[];
  readonly board: Alerts;
  /** Closes the state and opens it anew, as a restart does. */
  restart(more?: BenchOptions): Bench;
  remove(): void;
}

/** What a bench is made of; without owners whoever speaks is the owner. */
export interface BenchOptions {
  readonly folder?: string;
  readonly now?: () => Date;
  readonly ownerIds?: readonly string[];
  readonly access?: Access;
  readonly limits?: Limits;
  readonly corpusAdmin?: CorpusAdmin;
  readonly onAnswered?: (question: string, verdict: string) => void;
}

export function createBench(options: BenchOptions = {}): Bench {
  const {
    now = () => NOW,
    access = 'invite',
    ownerIds,
    corpusAdmin,
    limits = { perPerson: 1e6, inAll: 1e6 },
  } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'quzhi-state-'));
  const service = new FakeService();
  const state = openState(folder);
  const board = createAlerts(now);
  const alerts: string[] = [];
  board.hear((text) => void alerts.push(text));
  let codes = 0;
  const newCode = (): string => {
    codes += 1;
    return `code-${String(codes).padStart(4, '0')}`;
  };
  const config = { policy: { access, ownerIds: ownerIds ?? [] }, limiter: createLimiter(limits), newCode };
  const conversation = createConversation({
    service,
    state,
    now,
    alerts: board,
    ...(ownerIds === undefined ? {} : { access: config }),
    ...(corpusAdmin === undefined ? {} : { corpusAdmin }),
    ...(options.onAnswered && { onAnswered: options.onAnswered }),
  });
  return {
    service,
    conversation,
    state,
    folder,
    alerts,
    board,
    restart: (more) => {
      state.close();
      return createBench({ ...options, folder, ...more });
    },
    remove: () => {
      state.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the conversation replies to a message; fails the test where it says nothing. */
export async function replyTo(bench: Bench, text: string, setting: Partial<Setting> = {}): Promise<Reply> {
  return spoken(await bench.conversation.handle({ speaker: SPEAKER, ...setting, text }));
}

/** What it replies to a pressed button. */
export async function pressOn(bench: Bench, token: string, setting: Partial<Setting> = {}): Promise<Reply> {
  return spoken(await bench.conversation.press({ speaker: SPEAKER, ...setting }, token));
}

/** The reply; fails the test where there is none. */
export function spoken(reply: Reply | null): Reply {
  if (reply === null) throw new Error('the conversation says nothing');
  return reply;
}

/** The token of the button with this label. */
export function tokenOf(reply: Reply, label: string): string {
  const button = reply.buttons.find((candidate) => candidate.label === label);
  if (!button) throw new Error(`no button ${label} among ${reply.buttons.map((other) => other.label).join(' ')}`);
  return button.token;
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
