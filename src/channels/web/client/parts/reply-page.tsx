// A reply as a page of its own: a brief, a comparison. It stands in no thread.
import type { JSX } from 'preact';
import type { ReplyJson } from '../../types.ts';
import { Blocks, Evidence } from './answer.tsx';
import { AnswerFoot } from './answer-foot.tsx';

/** The page of a reply. @param isSideBySide its sections stand beside each other where there is room */
export function ReplyPage({ reply, isSideBySide = false }: { reply: ReplyJson; isSideBySide?: boolean }): JSX.Element {
  const { shown } = reply;
  return (
    <article class={isSideBySide ? 'answer side-by-side' : 'answer'} aria-live="polite">
      <Blocks reply={reply} />
      {shown !== undefined && <Evidence reply={reply} shown={shown} />}
      {shown !== undefined && <AnswerFoot reply={reply} shown={shown} />}
    </article>
  );
}
