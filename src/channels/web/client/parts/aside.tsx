// A reply beside a turn: its question, and what can be chosen.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import type { Talk } from '../model/conversation.ts';
import type { Aside, Turn } from '../model/thread.ts';

/** What stands beside a turn at one place of it; nothing where nothing does. */
export function AsideView({
  turn,
  talk,
  place,
}: {
  turn: Turn;
  talk: Talk;
  place: Aside['place'];
}): JSX.Element | null {
  const { wording } = usePage();
  const box = useRef<HTMLElement>(null);
  const { aside } = turn;
  const isHere = aside?.place === place;
  useEffect(() => {
    if (!isHere) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere, aside]);
  if (aside === null || !isHere) return null;
  const { blocks, buttons } = aside.reply;
  const text = blocks.map((block) => block.text).join(' ');
  return (
    <section class={`aside ${place}`} aria-label={text} tabIndex={-1} ref={box}>
      <p>{text}</p>
      <div class="choices">
        {buttons.map(({ label, token }) => (
          <button key={token} type="button" class="choice" onClick={() => talk.press(token, turn.key)}>
            {label}
          </button>
        ))}
        <button
          type="button"
          class="quiet icon-only"
          onClick={() => talk.closeAside(turn.key)}
          aria-label={wording.close}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
