// A conversation with the server: messages, button presses and quiz responses, with the thread of their replies. Draws nothing.
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { ReplyJson } from '../../server/schemas.ts';
import type { ApiClient, Listener } from '../api.ts';
import { faultText } from '../context.ts';
import type { PageWording } from '../wording/wordings.ts';
import { after, type ItemAnswer, type SideReply, type Thread, type ThreadEvent } from './thread.ts';
import { loadThread, saveThread, type ThreadKey } from './thread-storage.ts';

/** A conversation as screens use it. Nothing throws: failures are shown in the thread or announced. */
export interface Chat {
  readonly thread: Thread;
  readonly isBusy: boolean;
  /** Sends a message. @param label shown instead of the text */
  say(text: string, label?: string): void;
  /** Presses a button of a turn; the reply becomes a turn of its own, edits that turn or is announced, as it says. */
  press(token: string, key: number): void;
  /** Presses a button whose reply is shown inside its turn. */
  openSideReply(token: string, key: number, place: SideReply['place']): void;
  closeSideReply(key: number): void;
  answer(token: string, response: ItemAnswer, key: number): void;
  /** Leaves a quiz item unanswered, by a command such as `/skip`. */
  leave(key: number, command: string, label: string): void;
  /** Sends a file that a maintainer may add. */
  upload(file: File): void;
  /** Sends a file that the next questions are about, which is not kept. @param done called once it was read, or refused */
  askAbout(file: File, done: () => void): void;
  /** Shows the turns that the server keeps, where the thread holds none. */
  load(turns: Thread): void;
  stop(): void;
  /** Clears the thread; the server keeps the context. */
  clear(): void;
}

/** What a conversation needs of the page. */
interface ChatParts {
  readonly api: ApiClient;
  readonly wording: PageWording;
  announce(text: string): void;
}

type Call = (listener: Listener) => Promise<ReplyJson | null>;
/** Puts a reply where it belongs. */
type Placing = (reply: ReplyJson, at: number) => void;

const SILENT: Listener = { text: () => undefined, progress: () => undefined };

/** Returns the text of a reply that is shown as a toast. */
const toastOf = ({ blocks }: ReplyJson): string => blocks.map(({ text }) => text).join(' ');

/** Returns the chat of a conversation, whose thread survives a reload. */
export function useChat(page: ChatParts, threadKey: ThreadKey): Chat {
  const { name } = threadKey;
  const own = useMemo(() => page.api.within(name), [page.api, name]);
  const parts: ChatParts = { api: own, wording: page.wording, announce: page.announce };
  const [thread, dispatch] = useReducer<Thread, ThreadEvent, ThreadKey>(after, threadKey, (of) =>
    loadThread(of, Date.now()),
  );
  useEffect(() => saveThread(threadKey, thread, Date.now()), [thread]);
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
    const load = (turns: Thread): void => {
      next.current = Math.max(next.current, turns.length);
      dispatch({ kind: 'loaded', turns });
    };
    return { thread, isBusy, load, ...messageCalls(parts, run, dispatch), ...buttonCalls(parts, run, dispatch) };
  }, [thread, run, api, wording, announce]);
}

type RunCall = (said: string | null, call: Call, place?: Placing) => void;
type Dispatch = (event: ThreadEvent) => void;

const replied =
  (dispatch: Dispatch): Placing =>
  (reply, key) =>
    dispatch({ kind: 'replied', key, reply });

function messageCalls(
  { api }: ChatParts,
  run: RunCall,
  dispatch: Dispatch,
): Omit<Chat, 'thread' | 'isBusy' | 'load' | 'press' | 'openSideReply' | 'closeSideReply'> {
  return {
    say: (text, label) => run(label ?? text, (listener) => api.converse('/api/say', { text }, listener)),
    answer: (token, response, key) => {
      dispatch({ kind: 'responded', key, response });
      run(null, (listener) => api.converse('/api/answer', { token, ...response }, listener));
    },
    leave: (key, command, label) => {
      dispatch({ kind: 'responded', key, response: { options: [] } });
      run(label, (listener) => api.converse('/api/say', { text: command }, listener));
    },
    upload: (file) => run(file.name, (listener) => api.upload(file, listener)),
    askAbout: (file, done) => run(file.name, (listener) => api.upload(file, listener, true).finally(done)),
    // What is under way says by itself that it was stopped; where nothing is, there is nothing to say.
    stop: () => void api.send('POST', '/api/stop').catch(() => undefined),
    clear: () => dispatch({ kind: 'cleared' }),
  };
}

function buttonCalls(
  { api, wording, announce }: ChatParts,
  run: RunCall,
  dispatch: Dispatch,
): Pick<Chat, 'press' | 'openSideReply' | 'closeSideReply'> {
  const call =
    (token: string): Call =>
    (listener) =>
      api.converse('/api/press', { token }, listener);
  const place = (reply: ReplyJson, at: number, from: number): void => {
    const shownAs = reply.shownAs ?? 'message';
    if (shownAs === 'message') dispatch({ kind: 'replied', key: at, reply });
    else dispatch({ kind: 'dropped', key: at });
    if (shownAs === 'edit') dispatch({ kind: 'edited', key: from, reply });
    else dispatch({ kind: 'side-reply', key: from, sideReply: null });
    if (shownAs === 'note') announce(toastOf(reply));
  };
  return {
    press: (token, key) => run(null, call(token), (reply, at) => place(reply, at, key)),
    openSideReply: (token, key, place) => {
      call(token)(SILENT).then(
        (reply) => {
          if (reply?.shownAs === 'note') announce(toastOf(reply));
          else dispatch({ kind: 'side-reply', key, sideReply: reply === null ? null : { place, reply, token } });
        },
        (fault: unknown) => announce(faultText(fault, wording)),
      );
    },
    closeSideReply: (key) => dispatch({ kind: 'side-reply', key, sideReply: null }),
  };
}
