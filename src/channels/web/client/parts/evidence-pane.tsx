// The evidence beside a screen: the report at the cited words, in a pane on wide screens, in a sheet over the screen on narrow ones.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CitationJson } from '../../server/schemas.ts';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import { useCitations } from '../model/evidence.ts';
import { useMedia, WIDE_SCREEN } from '../model/media.ts';
import { isOfOwnFile, placeOf } from '../model/reply.ts';
import { cameFromInside } from '../navigation.ts';
import { useResource } from '../resource.ts';
import { evidenceOf, hrefWithEvidence, type OpenEvidence } from '../router.ts';
import { ActionButton } from './buttons.tsx';
import { FaultLine, Waiting } from './common.tsx';
import { ReportView } from './report-view.tsx';

/** The evidence that the address names, beside the screen; nothing if it names none. */
export function EvidencePane({ asking }: { asking: Chat }): JSX.Element | null {
  const { route, go } = usePage();
  const isWide = useMedia(WIDE_SCREEN);
  const opened = evidenceOf(route);
  if (opened === null) return null;
  const close = (): void => {
    if (cameFromInside()) history.back();
    else go(hrefWithEvidence(route, null), 'replace');
  };
  const content = <Evidence opened={opened} asking={asking} close={close} />;
  return isWide ? <Pane close={close}>{content}</Pane> : <Sheet close={close}>{content}</Sheet>;
}

interface FrameProps {
  close(): void;
  readonly children: ComponentChildren;
}

/** The pane of wide screens. What had the focus before gets it back. */
function Pane({ close, children }: FrameProps): JSX.Element {
  const { read } = usePage().wording;
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.focus({ preventScroll: true });
    return () => focusAgain(before);
  }, []);
  return (
    <aside
      ref={frame}
      class="evidence-pane"
      aria-label={read.beside}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      {children}
    </aside>
  );
}

/** The sheet of narrow screens: the browser's own dialogue, which keeps the focus within. */
function Sheet({ close, children }: FrameProps): JSX.Element {
  const { read } = usePage().wording;
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.showModal();
    return () => focusAgain(before);
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={frame} class="evidence-pane sheet" aria-label={read.beside} onCancel={cancel}>
      {children}
    </dialog>
  );
}

function focusAgain(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected) element.focus({ preventScroll: true });
}

interface EvidenceProps {
  readonly opened: OpenEvidence;
  readonly asking: Chat;
  close(): void;
}

function Evidence({ opened, asking, close }: EvidenceProps): JSX.Element {
  const { report: id, cited, answer } = opened;
  const isOwnFile = isOfOwnFile(answer);
  const report = useResource<ReportJson>(isOwnFile ? null : `/api/reports/${encodeURIComponent(id)}`);
  const citations = useCitations(asking, answer);
  const { value } = report;
  if (isOwnFile || report.state === 'failed') {
    const held = citations.filter(({ document }) => document.id === id);
    return <Quotes citations={held} fault={report.fault} close={close} />;
  }
  if (value === null || value.meta.id !== id) return <Waiting />;
  return (
    <ReportView
      key={id}
      report={value}
      cited={cited}
      evidence={citations}
      answerId={answer}
      place="pane"
      leave={close}
      title={<PaneTitle text={value.meta.title} />}
    />
  );
}

/** The report's title, which takes the focus: screen readers say what was opened. */
function PaneTitle({ text }: { text: string }): JSX.Element {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <h2 ref={title} tabIndex={-1}>
      {text}
    </h2>
  );
}

/** The words that an answer cites, where their report is not to be had any more. */
function Quotes({
  citations,
  fault,
  close,
}: {
  citations: readonly CitationJson[];
  fault: string;
  close: () => void;
}): JSX.Element {
  const { wording } = usePage();
  const { read } = wording;
  return (
    <div class="reader">
      <div class="report-toolbar">
        <ActionButton icon="back" label={read.toAnswer} act={close} />
      </div>
      <article class="report">
        {citations.length === 0 ? (
          <FaultLine text={fault === '' ? wording.faults.gone : fault} />
        ) : (
          <p class="banner">{read.onlyQuotes}</p>
        )}
        {citations.map((citation) => (
          <figure key={citation.n}>
            <blockquote>{citation.reading ?? citation.quote}</blockquote>
            <figcaption class="hint">{placeOf(citation)}</figcaption>
          </figure>
        ))}
      </article>
    </div>
  );
}
