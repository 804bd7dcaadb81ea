// A conversation as the page shows it: what was said, what came of it, what is under way. Pure: a state and what changes it.
import type { ReplyJson } from '../../server/schemas.ts';

/** An item that a reply poses. */
export type PosedJson = NonNullable<ReplyJson['posed']>;

/** How a posed item was answered. */
export type Given = { readonly options: readonly number[] } | { readonly text: string };

/** What stands beside a reply: the choices of a chip (at its head), the question what is wrong (at its foot). */
export interface Aside {
  readonly place: 'head' | 'foot';
  readonly reply: ReplyJson;
  /** The button that it came of. */
  readonly token: string;
}

/** One message of the reader and what came of it. */
export interface Turn {
  /** Identity of the turn in its thread, ascending. */
  readonly key: number;
  /** What the reader said; null where the reply came of a press that says nothing by itself. */
  readonly said: string | null;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Sentences of an answer that is being written. */
  readonly sentences: readonly string[];
  /** Lines that tell how a long work goes. */
  readonly progress: readonly string[];
  readonly reply: ReplyJson | null;
  readonly aside: Aside | null;
  /** Why it failed, in words for people. */
  readonly fault: string;
  /** How the reader answered the item that the reply poses; null: not yet. */
  readonly given: Given | null;
}

/** All turns, oldest first. */
export type Thread = readonly Turn[];

/** What happens to a thread. */
export type ThreadEvent =
  | { readonly kind: 'said'; readonly key: number; readonly text: string | null }
  | { readonly kind: 'sentence' | 'progress'; readonly key: number; readonly text: string }
  | { readonly kind: 'replied'; readonly key: number; readonly reply: ReplyJson | null }
  | { readonly kind: 'failed'; readonly key: number; readonly fault: string }
  | { readonly kind: 'aside'; readonly key: number; readonly aside: Aside | null }
  | { readonly kind: 'edited'; readonly key: number; readonly reply: ReplyJson }
  | { readonly kind: 'given'; readonly key: number; readonly given: Given | null }
  | { readonly kind: 'dropped'; readonly key: number }
  | { readonly kind: 'cleared' };

/** Most turns that a page holds; older ones stand in the history. */
export const MAX_TURNS = 60;

/** A thread after an event. Events on turns that are gone change nothing. */
export function after(thread: Thread, event: ThreadEvent): Thread {
  switch (event.kind) {
    case 'cleared':
      return [];
    case 'said':
      return [...thread, begun(event.key, event.text)].slice(-MAX_TURNS);
    case 'dropped':
      return thread.filter(({ key }) => key !== event.key);
    default:
      return thread.map((turn) => (turn.key === event.key ? changed(turn, event) : turn));
  }
}

function begun(key: number, said: string | null): Turn {
  const nothing = { sentences: [], progress: [], reply: null, aside: null, fault: '', given: null };
  return { key, said, state: 'waiting', ...nothing };
}

function changed(turn: Turn, event: Exclude<ThreadEvent, { kind: 'cleared' | 'said' | 'dropped' }>): Turn {
  switch (event.kind) {
    case 'sentence':
      return { ...turn, sentences: [...turn.sentences, event.text] };
    case 'progress':
      return { ...turn, progress: [...turn.progress, event.text] };
    case 'replied':
      return { ...turn, state: 'done', reply: event.reply };
    case 'failed':
      return { ...turn, state: 'failed', fault: event.fault };
    case 'aside':
      return { ...turn, aside: event.aside };
    case 'edited':
      return turn.aside === null
        ? { ...turn, reply: event.reply }
        : { ...turn, aside: { ...turn.aside, reply: event.reply } };
    case 'given':
      return { ...turn, given: event.given };
  }
}

/** The item that awaits the reader's answer; null where none does. */
export function openItem(thread: Thread): { readonly key: number; readonly posed: PosedJson } | null {
  const last = thread.findLast(({ reply }) => reply?.posed !== undefined);
  return last?.reply?.posed === undefined || last.given !== null ? null : { key: last.key, posed: last.reply.posed };
}
