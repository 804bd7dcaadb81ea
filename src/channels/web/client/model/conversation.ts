// The page's line to the conversation: says, presses and answers, and keeps what comes of it in a thread. It draws nothing.
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { ReplyJson } from '../../server/schemas.ts';
import type { Api, Listener } from '../api.ts';
import { faultText } from '../context.ts';
import type { PageWording } from '../wording/wordings.ts';
import { type Keeper, keepThread, keptThread } from './kept-threads.ts';
import { type Aside, after, type Given, type Thread, type ThreadEvent } from './thread.ts';

/** A conversation as screens use it. Nothing throws: what fails stands in the thread or is announced. */
export interface Talk {
  readonly thread: Thread;
  readonly isBusy: boolean;
  /** @param label what is shown in place of the text */
  say(text: string, label?: string): void;
  /** Presses a button of a turn; the reply becomes a turn of its own, edits that turn or is announced, as it says. */
  press(token: string, key: number): void;
  /** Presses a button whose reply stands beside its turn. */
  pressAside(token: string, key: number, place: Aside['place']): void;
  closeAside(key: number): void;
  answer(token: string, given: Given, key: number): void;
  /** Leaves an item without an answer, by a command such as `/skip`. */
  leave(key: number, command: string, label: string): void;
  upload(file: File): void;
  stop(): void;
  /** Clears the thread; the conversation goes on. */
  clear(): void;
  /** Later messages follow up on nothing said before; the thread is cleared. */
  restart(): void;
}

/** What a conversation needs. */
export interface TalkParts {
  readonly api: Api;
  readonly wording: PageWording;
  announce(text: string): void;
}

type Call = (listener: Listener) => Promise<ReplyJson | null>;
/** Where a reply goes, beside a turn of its own. */
type Placing = (reply: ReplyJson, at: number) => void;

const DEAF: Listener = { text: () => undefined, progress: () => undefined };

/** What a reply in passing says. */
const noteOf = ({ blocks }: ReplyJson): string => blocks.map(({ text }) => text).join(' ');

/** A conversation with a thread of its own, which outlasts a reload. */
export function useTalk(parts: TalkParts, keeper: Keeper): Talk {
  const [thread, dispatch] = useReducer<Thread, ThreadEvent, Keeper>(after, keeper, (of) => keptThread(of, Date.now()));
  useEffect(() => keepThread(keeper, thread, Date.now()), [thread]);
  // Counted here and not in the thread: two turns may begin before the first is drawn.
  const next = useRef((thread.at(-1)?.key ?? -1) + 1);
  const { api, wording, announce } = parts;
  const run = useCallback(
    (said: string | null, call: Call, place: Placing = replied(dispatch)) => {
      const key = next.current;
      next.current += 1;
      dispatch({ kind: 'said', key, text: said });
      call({
        text: (text) => dispatch({ kind: 'sentence', key, text }),
        progress: (text) => dispatch({ kind: 'progress', key, text }),
      }).then(
        (reply) => (reply === null ? dispatch({ kind: 'dropped', key }) : place(reply, key)),
        (fault: unknown) => dispatch({ kind: 'failed', key, fault: faultText(fault, wording) }),
      );
    },
    [wording],
  );
  return useMemo(() => {
    const isBusy = thread.some(({ state }) => state === 'waiting');
    return { thread, isBusy, ...sayings(parts, run, dispatch), ...presses(parts, run, dispatch) };
  }, [thread, run, api, wording, announce]);
}

type Run = (said: string | null, call: Call, place?: Placing) => void;
type Dispatch = (event: ThreadEvent) => void;

const replied =
  (dispatch: Dispatch): Placing =>
  (reply, key) =>
    dispatch({ kind: 'replied', key, reply });

function sayings(
  { api, announce, wording }: TalkParts,
  run: Run,
  dispatch: Dispatch,
): Omit<Talk, 'thread' | 'isBusy' | 'press' | 'pressAside' | 'closeAside'> {
  const failed = (fault: unknown): void => announce(faultText(fault, wording));
  return {
    say: (text, label) => run(label ?? text, (listener) => api.converse('/api/say', { text }, listener)),
    answer: (token, given, key) => {
      dispatch({ kind: 'given', key, given });
      run(null, (listener) => api.converse('/api/answer', { token, ...given }, listener));
    },
    leave: (key, command, label) => {
      dispatch({ kind: 'given', key, given: { options: [] } });
      run(label, (listener) => api.converse('/api/say', { text: command }, listener));
    },
    upload: (file) => run(file.name, (listener) => api.upload(file, listener)),
    // What is under way says by itself that it was stopped; where nothing is, there is nothing to say.
    stop: () => void api.send('POST', '/api/stop').catch(() => undefined),
    clear: () => dispatch({ kind: 'cleared' }),
    restart: () => {
      dispatch({ kind: 'cleared' });
      api.send('POST', '/api/say', { text: '/start' }).catch(failed);
    },
  };
}

function presses(
  { api, wording, announce }: TalkParts,
  run: Run,
  dispatch: Dispatch,
): Pick<Talk, 'press' | 'pressAside' | 'closeAside'> {
  const call =
    (token: string): Call =>
    (listener) =>
      api.converse('/api/press', { token }, listener);
  const place = (reply: ReplyJson, at: number, from: number): void => {
    const shownAs = reply.shownAs ?? 'message';
    if (shownAs === 'message') dispatch({ kind: 'replied', key: at, reply });
    else dispatch({ kind: 'dropped', key: at });
    if (shownAs === 'edit') dispatch({ kind: 'edited', key: from, reply });
    else dispatch({ kind: 'aside', key: from, aside: null });
    if (shownAs === 'note') announce(noteOf(reply));
  };
  return {
    press: (token, key) => run(null, call(token), (reply, at) => place(reply, at, key)),
    pressAside: (token, key, place) => {
      call(token)(DEAF).then(
        (reply) => {
          if (reply?.shownAs === 'note') announce(noteOf(reply));
          else dispatch({ kind: 'aside', key, aside: reply === null ? null : { place, reply, token } });
        },
        (fault: unknown) => announce(faultText(fault, wording)),
      );
    },
    closeAside: (key) => dispatch({ kind: 'aside', key, aside: null }),
  };
}
