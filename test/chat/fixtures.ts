// A small made-up product for tests of the conversation and its channels: two reports, answers by rule.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Access } from '../../src/chat/access.ts';
import { type Alerts, createAlerts } from '../../src/chat/alerts.ts';
import { type Conversation, createConversation, type Setting } from '../../src/chat/conversation.ts';
import { createLimiter, type Limits } from '../../src/chat/limits.ts';
import type { Speaker } from '../../src/chat/memory.ts';
import type { Office } from '../../src/chat/office.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Service } from '../../src/chat/service.ts';
import { openState, type State } from '../../src/store/state.ts';
import type { Answer, Answered, Citation, Fact, Question, Report, ReportId, ReportMeta } from '../../src/types.ts';

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

/** A figure of a district, stated in the made-up text. */
export function fact(district: string, fields: Partial<Fact> = {}): Fact {
  const start = TEXT.indexOf('2031年，柳溪区新建公园12处');
  const shared = { reportId: 'liuxi' as ReportId, passageNumber: 0, start, end: start + 15, district };
  return {
    ...shared,
    indicator: '新建公园',
    period: '2031',
    value: 12,
    unit: '处',
    surface: '12处',
    changePercent: null,
    subject: null,
    isPlanned: false,
    isApproximate: false,
    ...fields,
  };
}

const FACTS: readonly Fact[] = [
  fact('云岭省清河市柳溪区'),
  fact('云岭省清河市柳溪区', { indicator: '公园总面积', period: '2030', surface: '340亩', unit: '亩', value: 340 }),
  fact('云岭省塔山县', { reportId: 'tashan' as ReportId, surface: '3处', value: 3 }),
];

/** Answers every question about parks, follows up on a bare year, greets, and refuses all else. */
export class FakeService implements Service {
  readonly questions: Question[] = [];
  readonly documents: Report[] = [];
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

  async answerFrom(documents: readonly Report[], question: Question): Promise<Answer> {
    this.documents.push(...documents);
    return this.answer(question);
  }

  facts(district: string): readonly Fact[] {
    return FACTS.filter((fact) => fact.district === district);
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
  readonly office?: Office;
  readonly onAnswered?: (question: string, verdict: string) => void;
}

export function createBench(options: BenchOptions = {}): Bench {
  const { now = () => NOW, access = 'invite', ownerIds, office, limits = { perPerson: 1e6, inAll: 1e6 } } = options;
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
  const house = { policy: { access, ownerIds: ownerIds ?? [] }, limiter: createLimiter(limits), newCode };
  const conversation = createConversation({
    service,
    state,
    now,
    alerts: board,
    ...(ownerIds === undefined ? {} : { house }),
    ...(office === undefined ? {} : { office }),
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
