// A citation mark: a link to its evidence that shows the cited words on hover and focus.
import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isMended } from '../../../../chat/asking/reading.ts';
import type { CitationJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { citationHref, placeOf } from '../model/reply.ts';

/** Room between the mark and its quote, and between the quote and the edge of the window, in CSS pixels. */
const GAP = 8;
/** The quote stays while the pointer crosses the gap. */
const LEAVE_MS = 150;

/** The mark `[n]` of a citation. @param answerId answer whose citations can be stepped through at the evidence */
export function CitationMark({ citation, answerId }: { citation: CitationJson; answerId: string | null }): JSX.Element {
  const { wording } = usePage();
  const [isShown, setShown] = useState(false);
  const timer = useRef(0);
  const mark = useRef<HTMLAnchorElement>(null);
  const id = useId();
  const show = (): void => {
    clearTimeout(timer.current);
    setShown(true);
  };
  const hide = (): void => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(false), LEAVE_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  // A finger has no hover: it opens the evidence itself.
  const onPointer = ({ pointerType }: PointerEvent): void => (pointerType === 'mouse' ? show() : undefined);
  return (
    <span class="mark-place" onPointerEnter={onPointer} onPointerLeave={hide}>
      <a
        ref={mark}
        class="mark"
        href={citationHref(citation, answerId)}
        aria-label={wording.ask.openSource(citation.n)}
        aria-describedby={isShown ? id : undefined}
        onFocus={show}
        onBlur={hide}
        onClick={() => setShown(false)}
        onKeyDown={({ key }) => key === 'Escape' && setShown(false)}
      >
        [{citation.n}]
      </a>
      {isShown && <QuoteTip id={id} citation={citation} mark={mark} />}
    </span>
  );
}

/** The cited words beside their mark, within the window. */
function QuoteTip({
  id,
  citation,
  mark,
}: {
  id: string;
  citation: CitationJson;
  mark: { readonly current: HTMLAnchorElement | null };
}): JSX.Element {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const { current: tip } = box;
    const at = mark.current?.getBoundingClientRect();
    if (tip === null || at === undefined) return;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP));
    const above = at.top - height - GAP;
    tip.style.left = `${left}px`;
    tip.style.top = `${above >= GAP ? above : at.bottom + GAP}px`;
  }, [citation]);
  const { quote, reading } = citation;
  return (
    <span id={id} role="tooltip" class="quote-tip" ref={box}>
      <q>{(isMended(quote, reading) ? (reading ?? quote) : quote).trim()}</q>
      <cite>{placeOf(citation)}</cite>
    </span>
  );
}
