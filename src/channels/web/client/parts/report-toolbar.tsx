// The toolbar above a report: back, previous and next citation, original or normalized text, copy link.
import type { JSX } from 'preact';
import type { CitationJson } from '../../server/schemas.ts';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { citationHref } from '../model/reply.ts';
import { cameFromInside } from '../navigation.ts';
import { hrefOf, type Range } from '../router.ts';
import { ActionButton, copyText, IconButton } from './buttons.tsx';

interface ReportToolbarProps {
  readonly report: ReportJson;
  readonly cited: Range | null;
  readonly evidence: readonly CitationJson[];
  /** The switch between original and normalized text; null if they do not differ. */
  readonly reading: { readonly isNormalized: boolean; setNormalized(isNormalized: boolean): void } | null;
}

/** The toolbar. */
export function ReportToolbar({ report, cited, evidence, reading }: ReportToolbarProps): JSX.Element {
  const page = usePage();
  const { read, back } = page.wording;
  const address = hrefOf('read', report.meta.id, cited === null ? {} : { from: cited.from, to: cited.to });
  return (
    <div class="report-toolbar">
      <ActionButton icon="back" label={evidence.length > 0 ? read.toAnswer : back} act={() => leave(page.go)} />
      <Steps evidence={evidence} cited={cited} reportId={report.meta.id} answerId={page.route.query['answer'] ?? ''} />
      {reading !== null && <TextSwitch {...reading} />}
      <ActionButton
        icon="link"
        label={read.copyLink}
        act={() => void copyText(location.origin + address, read.linkCopied, page)}
      />
    </div>
  );
}

/** Goes back within the page; to asking if the report was opened by its address. */
function leave(go: (href: string) => void): void {
  if (cameFromInside()) history.back();
  else go(hrefOf('ask'));
}

/** Links to the previous and next citation of the answer. */
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
  const { wording, go } = usePage();
  const { read } = wording;
  if (evidence.length < 2 || cited === null) return null;
  const at = evidence.findIndex(
    ({ document, start, end }) => document.id === reportId && start === cited.from && end === cited.to,
  );
  if (at < 0) return null;
  const stepTo = (to: CitationJson | undefined) => to && (() => go(citationHref(to, answerId), 'replace'));
  return (
    <nav class="steps" aria-label={read.evidence(at + 1, evidence.length)}>
      <IconButton icon="back" label={read.previous} act={stepTo(evidence[at - 1])} />
      <span aria-hidden="true">{read.evidence(at + 1, evidence.length)}</span>
      <IconButton icon="next" label={read.next} act={stepTo(evidence[at + 1])} />
    </nav>
  );
}

function TextSwitch({
  isNormalized,
  setNormalized,
}: {
  isNormalized: boolean;
  setNormalized(isNormalized: boolean): void;
}): JSX.Element {
  const { read } = usePage().wording;
  return (
    <fieldset class="switch">
      <legend class="hidden">{read.switchLabel}</legend>
      <button type="button" aria-pressed={!isNormalized} onClick={() => setNormalized(false)}>
        {read.original}
      </button>
      <button type="button" aria-pressed={isNormalized} onClick={() => setNormalized(true)}>
        {read.reading}
      </button>
    </fieldset>
  );
}
