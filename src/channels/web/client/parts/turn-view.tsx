// Draws a turn: what the reader said, what is under way, the reply, the item that it poses.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import { posedHead } from '../model/blocks.ts';
import type { Talk } from '../model/conversation.ts';
import type { Turn } from '../model/thread.ts';
import { ReplyView } from './answer.tsx';
import { FaultLine, Waiting } from './frame.tsx';
import { PosedForm } from './posed.tsx';

/** A thread of turns. The latest is brought into view when it changes, and what it answers is said to screen readers. */
export function ThreadView({ talk }: { talk: Talk }): JSX.Element {
  const { thread } = talk;
  const last = thread.at(-1);
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(stampOf(last));
  useEffect(() => {
    // What was here already when the screen was opened stays where it is.
    const now = stampOf(last);
    if (now === seen.current) return;
    seen.current = now;
    end.current?.scrollIntoView({ block: 'start' });
  });
  return (
    <div class="thread">
      {thread.map((turn) => (
        <div key={turn.key} ref={turn === last ? end : undefined} class="turn-place">
          <TurnView turn={turn} talk={talk} />
        </div>
      ))}
      <p class="hidden" aria-live="polite">
        {last?.state === 'done' ? spokenOf(last) : ''}
      </p>
    </div>
  );
}

/** A turn as far as it has come: when this changes, there is something new to see. */
const stampOf = (turn: Turn | undefined): string => (turn === undefined ? '' : `${turn.key} ${turn.state}`);

/** What is said aloud of a turn that is done. */
function spokenOf({ reply }: Turn): string {
  const headline =
    reply?.blocks.find(({ kind }) => kind === 'headline') ?? reply?.blocks.find(({ kind }) => kind === 'text');
  return (headline?.text ?? '').replace(/\[\d+\]/gu, '');
}

function TurnView({ turn, talk }: { turn: Turn; talk: Talk }): JSX.Element {
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
      {turn.state === 'waiting' && <UnderWay turn={turn} />}
      {turn.state === 'failed' && <Failed turn={turn} talk={talk} />}
      {turn.reply !== null && <ReplyView reply={turn.reply} turn={turn} talk={talk} />}
      {turn.reply?.posed !== undefined && (
        <PosedForm posed={turn.reply.posed} head={posedHead(turn.reply)} turn={turn} talk={talk} />
      )}
    </article>
  );
}

function UnderWay({ turn: { sentences, progress } }: { turn: Turn }): JSX.Element {
  const { wording } = usePage();
  return (
    <div class="answer">
      {sentences.length > 0 && <p class="text writing">{sentences.join('')}</p>}
      <Waiting text={progress.at(-1) ?? (sentences.length > 0 ? wording.ask.writing : wording.working)} />
    </div>
  );
}

function Failed({ turn: { fault, said }, talk }: { turn: Turn; talk: Talk }): JSX.Element {
  const { wording } = usePage();
  return (
    <div class="answer">
      <FaultLine text={fault} />
      {said !== null && (
        <button type="button" class="choice" onClick={() => talk.say(said)}>
          <Icon name="history" /> {wording.ask.retry}
        </button>
      )}
    </div>
  );
}
