// Draws a thread: messages, pending and failed turns, replies, quiz items.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Chat } from '../model/chat.ts';
import { itemHeading } from '../model/reply.ts';
import type { ThreadTurn } from '../model/thread.ts';
import { FaultLine, Waiting } from './common.tsx';
import { QuizItemForm } from './quiz-item.tsx';
import { ReplyView } from './reply-view.tsx';

/** A thread of turns. The latest is scrolled into view when it changes, and screen readers announce its answer. */
export function ThreadView({ chat }: { chat: Chat }): JSX.Element {
  const { thread } = chat;
  const last = thread.at(-1);
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(progressKey(last));
  useEffect(() => {
    // Turns that were here when the screen was opened are not scrolled to.
    const now = progressKey(last);
    if (now === seen.current) return;
    seen.current = now;
    end.current?.scrollIntoView({ block: 'start' });
  });
  return (
    <div class="thread">
      {thread.map((turn) => (
        <div key={turn.key} ref={turn === last ? end : undefined} class="turn-place">
          <TurnView turn={turn} chat={chat} />
        </div>
      ))}
      <p class="hidden" aria-live="polite">
        {last?.state === 'done' ? announcementOf(last) : ''}
      </p>
    </div>
  );
}

/** Changes whenever a turn has something new to show. */
const progressKey = (turn: ThreadTurn | undefined): string => (turn === undefined ? '' : `${turn.key} ${turn.state}`);

/** Returns what screen readers announce of a finished turn. */
function announcementOf({ reply }: ThreadTurn): string {
  const headline =
    reply?.blocks.find(({ kind }) => kind === 'headline') ?? reply?.blocks.find(({ kind }) => kind === 'text');
  return (headline?.text ?? '').replace(/\[\d+\]/gu, '');
}

function TurnView({ turn, chat }: { turn: ThreadTurn; chat: Chat }): JSX.Element {
  const { wording } = usePage();
  const said = turn.said ?? turn.reply?.shown?.question ?? null;
  return (
    <article class="turn" aria-label={said === null ? undefined : wording.ask.answerTo(said)}>
      {said !== null && (
        <h2 class="said">
          <span class="hidden">{wording.ask.you}：</span>
          {said}
        </h2>
      )}
      {turn.state === 'waiting' && <PendingTurn turn={turn} />}
      {turn.state === 'failed' && <FailedTurn turn={turn} chat={chat} />}
      {turn.reply !== null && <ReplyView reply={turn.reply} turn={turn} chat={chat} />}
      {turn.reply?.posed !== undefined && (
        <QuizItemForm posed={turn.reply.posed} head={itemHeading(turn.reply)} turn={turn} chat={chat} />
      )}
    </article>
  );
}

function PendingTurn({ turn: { sentences, progress } }: { turn: ThreadTurn }): JSX.Element {
  const { wording } = usePage();
  return (
    <div class="answer">
      {sentences.length > 0 && <p class="text writing">{sentences.join('')}</p>}
      <Waiting text={progress.at(-1) ?? (sentences.length > 0 ? wording.ask.writing : wording.working)} />
    </div>
  );
}

function FailedTurn({ turn: { fault, said }, chat }: { turn: ThreadTurn; chat: Chat }): JSX.Element {
  const { wording } = usePage();
  return (
    <div class="answer">
      <FaultLine text={fault} />
      {said !== null && (
        <button type="button" class="choice" onClick={() => chat.say(said)}>
          <Icon name="history" /> {wording.ask.retry}
        </button>
      )}
    </div>
  );
}
