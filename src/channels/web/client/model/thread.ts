// The thread of a conversation: messages, replies, pending calls. A pure reducer.
import type { ReplyJson } from '../../server/schemas.ts';

/** A quiz item that comes with a reply. */
export type QuizItemJson = NonNullable<ReplyJson['posed']>;

/** The user's response to a quiz item. */
export type ItemAnswer = { readonly options: readonly number[] } | { readonly text: string };

/** A reply shown inside another turn: the choices of a chip (`head`), or the question what is wrong (`foot`). */
export interface SideReply {
  readonly place: 'head' | 'foot';
  readonly reply: ReplyJson;
  /** Token of the button that was pressed. */
  readonly token: string;
}

/** A message of the user and its reply. */
export interface ThreadTurn {
  /** Identity of the turn in its thread, ascending. */
  readonly key: number;
  /** The user's message; null for a button press, which shows no text of its own. */
  readonly said: string | null;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Sentences of an answer that is being generated. */
  readonly sentences: readonly string[];
  /** Progress lines of a long operation. */
  readonly progress: readonly string[];
  readonly reply: ReplyJson | null;
  readonly sideReply: SideReply | null;
  /** The error message. */
  readonly fault: string;
  /** The user's response to the reply's quiz item; null: none yet. */
  readonly response: ItemAnswer | null;
}

/** All turns, oldest first. */
export type Thread = readonly ThreadTurn[];

/** An event that changes a thread. */
export type ThreadEvent =
  | { readonly kind: 'said'; readonly key: number; readonly text: string | null }
  | { readonly kind: 'sentence' | 'progress'; readonly key: number; readonly text: string }
  | { readonly kind: 'replied'; readonly key: number; readonly reply: ReplyJson | null }
  | { readonly kind: 'failed'; readonly key: number; readonly fault: string }
  | { readonly kind: 'side-reply'; readonly key: number; readonly sideReply: SideReply | null }
  | { readonly kind: 'edited'; readonly key: number; readonly reply: ReplyJson }
  | { readonly kind: 'responded'; readonly key: number; readonly response: ItemAnswer | null }
  | { readonly kind: 'dropped'; readonly key: number }
  /** The server's turns, for a thread that holds none. */
  | { readonly kind: 'loaded'; readonly turns: Thread }
  | { readonly kind: 'cleared' };

/** Maximum turns of a thread; older ones are in the history. */
export const MAX_TURNS = 60;

/** Applies an event to a thread. Events on turns that are gone change nothing. */
export function after(thread: Thread, event: ThreadEvent): Thread {
  switch (event.kind) {
    case 'cleared':
      return [];
    case 'loaded':
      return thread.length === 0 ? event.turns : thread;
    case 'said':
      return [...thread, newTurn(event.key, event.text)].slice(-MAX_TURNS);
    case 'dropped':
      return thread.filter(({ key }) => key !== event.key);
    default:
      return thread.map((turn) => (turn.key === event.key ? updatedTurn(turn, event) : turn));
  }
}

/** Returns the turns of exchanges that the server keeps, oldest first. */
export function turnsOf(exchanges: readonly { readonly question: string; readonly reply: ReplyJson }[]): Thread {
  return exchanges.map(({ question, reply }, key) => ({ ...newTurn(key, question), state: 'done', reply }));
}

function newTurn(key: number, said: string | null): ThreadTurn {
  const nothing = { sentences: [], progress: [], reply: null, sideReply: null, fault: '', response: null };
  return { key, said, state: 'waiting', ...nothing };
}

function updatedTurn(
  turn: ThreadTurn,
  event: Exclude<ThreadEvent, { kind: 'cleared' | 'loaded' | 'said' | 'dropped' }>,
): ThreadTurn {
  switch (event.kind) {
    case 'sentence':
      return { ...turn, sentences: [...turn.sentences, event.text] };
    case 'progress':
      return { ...turn, progress: [...turn.progress, event.text] };
    case 'replied':
      return { ...turn, state: 'done', reply: event.reply };
    case 'failed':
      return { ...turn, state: 'failed', fault: event.fault };
    case 'side-reply':
      return { ...turn, sideReply: event.sideReply };
    case 'edited':
      return turn.sideReply === null
        ? { ...turn, reply: event.reply }
        : { ...turn, sideReply: { ...turn.sideReply, reply: event.reply } };
    case 'responded':
      return { ...turn, response: event.response };
  }
}

/** Returns the quiz item that awaits a response; null if there is none. */
export function openItem(thread: Thread): { readonly key: number; readonly posed: QuizItemJson } | null {
  const last = thread.findLast(({ reply }) => reply?.posed !== undefined);
  return last?.reply?.posed === undefined || last.response !== null ? null : { key: last.key, posed: last.reply.posed };
}
