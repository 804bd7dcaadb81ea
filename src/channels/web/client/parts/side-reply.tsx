// A reply shown inside another turn: a question and its choices.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import type { SideReply, Turn } from '../model/thread.ts';
import { IconButton } from './buttons.tsx';

/** The side reply of a turn at one place of it, if there is one. */
export function SideReplyView({
  turn,
  chat,
  place,
}: {
  turn: Turn;
  chat: Chat;
  place: SideReply['place'];
}): JSX.Element | null {
  const { wording } = usePage();
  const box = useRef<HTMLElement>(null);
  const { sideReply } = turn;
  const isHere = sideReply?.place === place;
  useEffect(() => {
    if (!isHere) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere, sideReply]);
  if (sideReply === null || !isHere) return null;
  const { blocks, buttons } = sideReply.reply;
  const text = blocks.map((block) => block.text).join(' ');
  return (
    <section class={`side-reply ${place}`} aria-label={text} tabIndex={-1} ref={box}>
      <p>{text}</p>
      <div class="choices">
        {buttons.map(({ label, token }) => (
          <button key={token} type="button" class="choice" onClick={() => chat.press(token, turn.key)}>
            {label}
          </button>
        ))}
        <IconButton icon="close" label={wording.close} act={() => chat.closeSideReply(turn.key)} />
      </div>
    </section>
  );
}
