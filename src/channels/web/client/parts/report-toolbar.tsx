// The toolbar above a report: back, previous and next citation, original or normalized text, copy link.
import type { JSX } from 'preact';
import type { CitationJson } from '../../server/schemas.ts';
import type { ReportJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Icon } from '../icons.tsx';
import { citationHref } from '../model/reply.ts';
import { hrefOf, hrefWithEvidence, type Range } from '../router.ts';
import { ActionButton, copyText, IconButton } from './buttons.tsx';

/** Which of a report's two texts is shown. */
interface Reading {
  readonly isNormalized: boolean;
  setNormalized(isNormalized: boolean): void;
  /** Sentences whose damaged words the normalized text mends. */
  readonly mended: number;
}

/** Whether a report's text or its pages are shown. */
interface View {
  readonly isPicture: boolean;
  setPicture(isPicture: boolean): void;
}

interface ReportToolbarProps {
  readonly report: ReportJson;
  readonly cited: Range | null;
  /** The citations of the answer that led here, and its id; empty: none. */
  readonly evidence: readonly CitationJson[];
  readonly answerId: string;
  readonly place: 'page' | 'pane';
  leave(): void;
  /** The switch between original and normalized text; null if they do not differ. */
  readonly reading: Reading | null;
  /** The switch between its text and the pages of its file; null if those are not known. */
  readonly view: View | null;
}

/** The toolbar. */
export function ReportToolbar(props: ReportToolbarProps): JSX.Element {
  const { report, cited, evidence, reading, view, place, leave } = props;
  const page = usePage();
  const { read, back } = page.wording;
  const address = hrefOf('read', report.meta.id, cited === null ? {} : { from: cited.from, to: cited.to });
  return (
    <div class="report-toolbar">
      <ActionButton icon="back" label={place === 'pane' || evidence.length > 0 ? read.toAnswer : back} act={leave} />
      <Steps {...props} />
      {view !== null && (
        <Switch
          label={read.switchLabel}
          isOn={view.isPicture}
          turn={view.setPicture}
          labels={[read.asText, read.asPicture]}
        />
      )}
      {reading !== null && reading.mended === 0 && (
        <Switch
          label={read.switchLabel}
          isOn={reading.isNormalized}
          turn={reading.setNormalized}
          labels={[read.original, read.reading]}
        />
      )}
      {place === 'pane' && (
        <a class="action" href={address} data-whole="">
          <Icon name="file" />
          <span>{read.whole}</span>
        </a>
      )}
      <ActionButton
        icon="link"
        label={read.copyLink}
        act={() => void copyText(location.origin + address, read.linkCopied, page)}
      />
      {reading !== null && reading.mended > 0 && <DamageBanner {...reading} />}
    </div>
  );
}

/** Links to the previous and next citation of the answer. */
function Steps({ report, evidence, cited, answerId, place }: ReportToolbarProps): JSX.Element | null {
  const { wording, route, go } = usePage();
  const { read } = wording;
  if (evidence.length < 2 || cited === null) return null;
  const at = evidence.findIndex(
    ({ document, start, end }) => document.id === report.meta.id && start === cited.from && end === cited.to,
  );
  if (at < 0) return null;
  const hrefOfStep = (to: CitationJson): string => {
    if (place === 'page') return citationHref(to, answerId);
    const range = { from: to.start, to: to.end };
    return hrefWithEvidence(route, { report: to.document.id, cited: range, answer: answerId });
  };
  const stepTo = (to: CitationJson | undefined) => to && (() => go(hrefOfStep(to), 'replace'));
  return (
    <nav class="steps" aria-label={read.evidence(at + 1, evidence.length)}>
      <IconButton icon="back" label={read.previous} act={stepTo(evidence[at - 1])} />
      <span aria-hidden="true">{read.evidence(at + 1, evidence.length)}</span>
      <IconButton icon="next" label={read.next} act={stepTo(evidence[at + 1])} />
    </nav>
  );
}

/** Says that a source is damaged and which text is shown, and offers the other: in view wherever one reads. */
function DamageBanner({ mended, isNormalized, setNormalized }: Reading): JSX.Element {
  const { read } = usePage().wording;
  return (
    <p class="banner" role="note">
      {isNormalized ? read.damagedRead(mended) : read.damagedOriginal(mended)}
      <button type="button" class="action" onClick={() => setNormalized(!isNormalized)}>
        {isNormalized ? read.showOriginal : read.showReading}
      </button>
    </p>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  turn(isOn: boolean): void;
  /** Of the two ways: off, on. */
  readonly labels: readonly [string, string];
}

function Switch({ label, isOn, turn, labels: [off, on] }: SwitchProps): JSX.Element {
  return (
    <fieldset class="switch">
      <legend class="hidden">{label}</legend>
      <button type="button" aria-pressed={!isOn} onClick={() => turn(false)}>
        {off}
      </button>
      <button type="button" aria-pressed={isOn} onClick={() => turn(true)}>
        {on}
      </button>
    </fieldset>
  );
}
