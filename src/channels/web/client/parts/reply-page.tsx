// A reply as a page of its own: a brief, a comparison. It stands in no thread.
import type { JSX } from 'preact';
import type { ReplyJson } from '../../server/schemas.ts';
import { Blocks, Evidence } from './answer.tsx';
import { AnswerFoot } from './answer-foot.tsx';

/** How a page is laid out: its sections beside each other where there is room, or at a width that reads well. */
export type PageKind = 'side-by-side' | 'narrow-page';

/** The page of a reply. */
export function ReplyPage({ reply, kind = 'narrow-page' }: { reply: ReplyJson; kind?: PageKind }): JSX.Element {
  const { shown } = reply;
  return (
    <article class={`answer ${kind}`} aria-live="polite">
      <Blocks reply={reply} />
      {shown !== undefined && <Evidence reply={reply} shown={shown} />}
      {shown !== undefined && <AnswerFoot reply={reply} shown={shown} />}
    </article>
  );
}
