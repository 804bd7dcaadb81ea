// Polls of the stand-in: their limits, as the schema tells them in prose, and the votes that come back. No complete Telegram.
import { parseTelegramHtml } from './bot-api-html.ts';

/** A poll that the bot sent. */
export interface SentPoll {
  readonly id: string;
  readonly chatId: number;
  readonly messageId: number;
  readonly question: string;
  readonly options: readonly string[];
  readonly type: 'quiz' | 'regular';
  readonly isSeveral: boolean;
  readonly correct: readonly number[];
  readonly explanation: string;
  /** Seconds that it takes votes; null: without end. */
  readonly openSeconds: number | null;
  isClosed: boolean;
}

/** Who votes. */
export interface Voter {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
}

type Payload = Readonly<Record<string, unknown>>;

const MOST = { question: 300, options: 12, option: 100, explanation: 200, lineFeeds: 2, description: 1_024 } as const;
const OPEN_SECONDS = { least: 5, most: 2_628_000 } as const;

/** Faults of a `sendPoll`, each in a sentence; none: the Bot API would take it. */
export function faultsOfPoll(payload: Payload): string[] {
  const { question, options, open_period, description } = payload;
  return [
    ...faultsOfLength(question, 'poll question', { least: 1, most: MOST.question }),
    ...faultsOfOptions(options),
    ...faultsOfKey(payload),
    ...faultsOfExplanation(payload),
    ...faultsOfPeriod(open_period),
    ...(description === undefined
      ? []
      : faultsOfLength(parsed(description, payload.description_parse_mode), 'poll description', {
          least: 0,
          most: MOST.description,
        })),
  ];
}

function faultsOfLength(text: unknown, what: string, { least, most }: { least: number; most: number }): string[] {
  if (typeof text !== 'string') return [`${what} cannot be parsed`];
  const { length } = text.trim();
  return length < least || length > most ? [`${what} of ${length} characters`] : [];
}

/** The text after entity parsing; null where it cannot be parsed. */
function parsed(text: unknown, mode: unknown): string | null {
  if (mode !== 'HTML') return String(text);
  const result = parseTelegramHtml(String(text));
  return result.ok ? result.text : null;
}

function faultsOfOptions(options: unknown): string[] {
  const texts = (options as readonly { text: string }[]).map(({ text }) => text);
  return [
    ...(texts.length < 1 || texts.length > MOST.options ? [`poll of ${texts.length} options`] : []),
    ...texts.flatMap((text) => faultsOfLength(text, 'poll option', { least: 1, most: MOST.option })),
  ];
}

function faultsOfKey({ type = 'regular', correct_option_ids, options, allows_multiple_answers }: Payload): string[] {
  const key = (correct_option_ids ?? []) as readonly number[];
  if (type !== 'quiz') return key.length > 0 ? ['a regular poll has no key'] : [];
  const count = (options as readonly unknown[]).length;
  const isRising = key.every((id, index) => index === 0 || id > (key[index - 1] ?? 0));
  return [
    ...(key.length === 0 ? ['a quiz without correct_option_ids'] : []),
    ...(isRising ? [] : ['correct_option_ids do not rise']),
    ...(key.some((id) => id < 0 || id >= count) ? ['correct_option_ids out of range'] : []),
    ...(key.length > 1 && allows_multiple_answers !== true ? ['several right options, one answer'] : []),
  ];
}

function faultsOfExplanation({ type, explanation, explanation_parse_mode }: Payload): string[] {
  if (explanation === undefined) return [];
  const text = parsed(explanation, explanation_parse_mode);
  if (text === null) return ['explanation cannot be parsed'];
  return [
    ...(type === 'quiz' ? [] : ['an explanation without a quiz']),
    ...(text.length > MOST.explanation ? [`explanation of ${text.length} characters`] : []),
    ...(text.split('\n').length - 1 > MOST.lineFeeds ? ['too many line feeds in the explanation'] : []),
  ];
}

function faultsOfPeriod(seconds: unknown): string[] {
  if (seconds === undefined) return [];
  const isInRange = Number(seconds) >= OPEN_SECONDS.least && Number(seconds) <= OPEN_SECONDS.most;
  return isInRange ? [] : [`open_period of ${seconds} s`];
}

/** The poll of a `sendPoll` that was taken. */
export function pollOf(payload: Payload, { id, messageId }: { id: string; messageId: number }): SentPoll {
  return {
    id,
    messageId,
    chatId: Number(payload.chat_id),
    question: String(payload.question),
    options: (payload.options as readonly { text: string }[]).map(({ text }) => text),
    type: payload.type === 'quiz' ? 'quiz' : 'regular',
    isSeveral: payload.allows_multiple_answers === true,
    correct: (payload.correct_option_ids ?? []) as readonly number[],
    explanation: String(payload.explanation ?? ''),
    openSeconds: payload.open_period === undefined ? null : Number(payload.open_period),
    isClosed: false,
  };
}

/** A poll as the server tells of it. */
export function toldPoll({ id, question, options, type, isSeveral, isClosed }: SentPoll): Payload {
  const told = options.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 }));
  return {
    id,
    question,
    options: told,
    total_voter_count: 1,
    is_closed: isClosed,
    is_anonymous: false,
    type,
    allows_multiple_answers: isSeveral,
    allows_revoting: false,
  };
}

/** The update that tells of a vote. @throws Error where the real server would not take the vote */
export function voteOn(poll: SentPoll, user: Voter, chosen: readonly number[]): Payload {
  if (poll.isClosed) throw new Error(`poll ${poll.id} is closed`);
  if (chosen.some((id) => poll.options[id] === undefined)) throw new Error(`poll ${poll.id} has no such option`);
  if (chosen.length > 1 && !poll.isSeveral) throw new Error(`poll ${poll.id} takes one answer`);
  const answer = { poll_id: poll.id, user, option_ids: chosen, option_persistent_ids: chosen.map(String) };
  return { poll_answer: answer };
}
