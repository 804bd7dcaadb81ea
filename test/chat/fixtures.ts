// A small made-up product for tests of the conversation and its channels: two reports, answers by rule.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Conversation, createConversation } from '../../src/chat/conversation.ts';
import type { Speaker } from '../../src/chat/memory.ts';
import type { Service } from '../../src/chat/service.ts';
import { openState, type State } from '../../src/store/state.ts';
import type { Answer, Answered, Citation, Question, ReportId, ReportMeta } from '../../src/types.ts';

export const NOW = new Date('2026-11-22T08:00:00Z');

export const SPEAKER: Speaker = { channel: 'test', chat: 'c1', user: 'u1', language: 'zh' };

export const TEXT = '柳溪区地处清河之畔。2031年，柳溪区新建公园12处，总面积达到340亩。居民出行半小时可达。';

export function report(fields: Partial<ReportMeta> = {}): ReportMeta {
  return {
    id: 'liuxi' as ReportId,
    path: 'liuxi.md',
    title: '柳溪区建设公园的做法',
    district: '云岭省清河市柳溪区',
    publisher: '云岭日报',
    publishedOn: '2032',
    url: null,
    inferred: [],
    ...fields,
  };
}

export const REPORTS: readonly ReportMeta[] = [
  report(),
  report({
    id: 'tashan' as ReportId,
    path: 'tashan.md',
    title: '塔山县茶业纪实',
    district: '云岭省塔山县',
    publishedOn: '2030-04',
  }),
];

export function citation(n: number, fields: Partial<Citation> = {}): Citation {
  const quote = '2031年，柳溪区新建公园12处，总面积达到340亩。';
  const start = TEXT.indexOf(quote);
  return { n, report: report(), start, end: start + quote.length, quote, reading: null, heading: ['公园'], ...fields };
}

export function answered(fields: Partial<Answered> = {}): Answered {
  return {
    status: 'answered',
    short: '12处',
    claims: [{ text: '2031年，柳溪区新建公园12处，总面积达到340亩。', citations: [1] }],
    citations: [citation(1)],
    interpretation: { question: '柳溪区2031年新建了多少处公园？', districts: ['云岭省清河市柳溪区'], period: '2031' },
    mode: 'extractive',
    ...fields,
  };
}

/** Answers every question about parks, follows up on a bare year, greets, and refuses all else. */
export class FakeService implements Service {
  readonly questions: Question[] = [];
  text = TEXT;
  indexed: readonly ReportMeta[] = REPORTS;
  /** Called before each answer: tests hold or fail an answer here. */
  before: (question: Question) => void | Promise<void> = () => undefined;

  async answer(question: Question): Promise<Answer> {
    this.questions.push(question);
    await this.before(question);
    const { text, history } = question;
    if (text === '你好') return this.refuse('greeting', '你好，请提问。', question);
    if (/^park/iu.test(text)) return answered({ interpretation: { question: text, districts: [], period: null } });
    if (text.includes('公园')) return answered({ interpretation: { ...answered().interpretation, question: text } });
    if (text.startsWith('那') && history.length > 0) return answered();
    return this.refuse('no-evidence', '没有找到与「航天」有关的内容。', question);
  }

  reports(): readonly ReportMeta[] {
    return this.indexed;
  }

  context({ start, end }: Citation): { before: string; quote: string; after: string } {
    if (this.indexed.length === 0) throw new RangeError('no such report');
    return { before: this.text.slice(0, start), quote: this.text.slice(start, end), after: this.text.slice(end) };
  }

  private refuse(reason: 'greeting' | 'no-evidence', message: string, { text }: Question): Answer {
    const nearest = reason === 'greeting' ? [] : [citation(1)];
    return {
      status: 'refused',
      reason,
      message,
      nearest,
      interpretation: { question: text, districts: [], period: null },
    };
  }
}

/** A conversation with a real state folder, which `remove` deletes. */
export interface Bench {
  readonly service: FakeService;
  readonly conversation: Conversation;
  readonly state: State;
  readonly folder: string;
  /** Closes the state and opens it anew, as a restart does. */
  restart(): Bench;
  remove(): void;
}

export function createBench({ folder = mkdtempSync(join(tmpdir(), 'quzhi-state-')), now = () => NOW } = {}): Bench {
  const service = new FakeService();
  const state = openState(folder);
  const conversation = createConversation({ service, memory: state.exchanges, now });
  return {
    service,
    conversation,
    state,
    folder,
    restart: () => {
      state.close();
      return createBench({ folder, now });
    },
    remove: () => {
      state.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
