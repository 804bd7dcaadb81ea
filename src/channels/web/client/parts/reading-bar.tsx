// The bar above a report: back, the evidence before and after, original or as read, the link to this place.
import type { JSX } from 'preact';
import type { CitationJson } from '../../server/schemas.ts';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import { citationHref } from '../model/citations.ts';
import { cameFromInside } from '../navigation.ts';
import { hrefOf, type Range } from '../router.ts';
import { copyText, Deed } from './answer-foot.tsx';

/** What the bar shows. */
export interface ReadingBarProps {
  readonly report: ReportJson;
  readonly cited: Range | null;
  readonly evidence: readonly CitationJson[];
  /** The switch between original and reading; null where the report reads as it is written. */
  readonly reading: { readonly isAsRead: boolean; setAsRead(isAsRead: boolean): void } | null;
}

/** The bar. */
export function ReadingBar({ report, cited, evidence, reading }: ReadingBarProps): JSX.Element {
  const page = usePage();
  const { read, back } = page.wording;
  const address = hrefOf('read', report.meta.id, cited === null ? {} : { from: cited.from, to: cited.to });
  return (
    <div class="reading-bar">
      <Deed icon="back" label={evidence.length > 0 ? read.toAnswer : back} act={() => leave(page.go)} />
      <Steps evidence={evidence} cited={cited} reportId={report.meta.id} answerId={page.route.query['answer'] ?? ''} />
      {reading !== null && <ReadingSwitch {...reading} />}
      <Deed
        icon="link"
        label={read.copyLink}
        act={() => void copyText(location.origin + address, read.linkCopied, page)}
      />
    </div>
  );
}

/** Back to where the reader came from; to asking where the report was opened by its address. */
function leave(go: (href: string) => void): void {
  if (cameFromInside()) history.back();
  else go(hrefOf('ask'));
}

/** Links to the evidence before and after this place. */
function Steps({
  evidence,
  cited,
  reportId,
  answerId,
}: {
  evidence: readonly CitationJson[];
  cited: Range | null;
  reportId: string;
  answerId: string;
}): JSX.Element | null {
  const { read } = usePage().wording;
  if (evidence.length < 2 || cited === null) return null;
  const at = evidence.findIndex(
    ({ document, start, end }) => document.id === reportId && start === cited.from && end === cited.to,
  );
  if (at < 0) return null;
  return (
    <nav class="steps" aria-label={read.evidence(at + 1, evidence.length)}>
      <Step to={evidence[at - 1]} label={read.previous} icon="back" answerId={answerId} />
      <span aria-hidden="true">{read.evidence(at + 1, evidence.length)}</span>
      <Step to={evidence[at + 1]} label={read.next} icon="next" answerId={answerId} />
    </nav>
  );
}

function Step({
  to,
  label,
  icon,
  answerId,
}: {
  to: CitationJson | undefined;
  label: string;
  icon: 'back' | 'next';
  answerId: string;
}): JSX.Element {
  const { go } = usePage();
  return (
    <button
      type="button"
      class="quiet icon-only"
      disabled={to === undefined}
      aria-label={label}
      title={label}
      onClick={() => to !== undefined && go(citationHref(to, answerId), 'replace')}
    >
      <Icon name={icon} />
    </button>
  );
}

function ReadingSwitch({
  isAsRead,
  setAsRead,
}: {
  isAsRead: boolean;
  setAsRead(isAsRead: boolean): void;
}): JSX.Element {
  const { read } = usePage().wording;
  return (
    <fieldset class="switch">
      <legend class="hidden">{read.switchLabel}</legend>
      <button type="button" aria-pressed={!isAsRead} onClick={() => setAsRead(false)}>
        {read.original}
      </button>
      <button type="button" aria-pressed={isAsRead} onClick={() => setAsRead(true)}>
        {read.reading}
      </button>
    </fieldset>
  );
}
