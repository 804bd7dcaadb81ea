// An answer in the widget: its lines, whose marks open the exact words behind them.
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { isMended } from '../../../../chat/asking/reading.ts';
import type { WidgetAnswer } from '../../server/widget/routes-widget.ts';
import { piecesOf } from '../model/reply-text.ts';
import type { WidgetWording } from './wording.ts';

type Citation = WidgetAnswer['citations'][number];

/** What an answer is drawn from. */
interface AnswerProps {
  readonly answer: WidgetAnswer;
  readonly wording: WidgetWording;
  readonly server: string;
}

/** An answer, or a refusal with the nearest evidence. */
export function AnswerView({
  answer: { status, language, blocks, citations },
  wording,
  server,
}: AnswerProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const known = new Set(citations.map(({ n }) => n));
  const open = (n: number): void => {
    const source = list.current?.querySelector<HTMLDetailsElement>(`details[data-n="${n}"]`);
    if (source === null || source === undefined) return;
    source.open = true;
    source.querySelector('summary')?.focus();
  };
  return (
    <div class="answer" lang={language === 'en' ? 'en' : 'zh-CN'}>
      {blocks.map(({ kind, text }, index) => (
        <p key={index} class={kind}>
          {piecesOf(text, known).map((piece, place) =>
            piece.kind === 'text' ? (
              piece.text
            ) : (
              <button
                key={place}
                type="button"
                class="mark"
                aria-label={wording.mark(piece.n)}
                onClick={() => open(piece.n)}
              >
                [{piece.n}]
              </button>
            ),
          )}
        </p>
      ))}
      {citations.length > 0 && (
        <ul ref={list} aria-label={status === 'answered' ? wording.sources : wording.nearest}>
          {citations.map((citation) => (
            <li key={citation.n}>
              <Source citation={citation} wording={wording} server={server} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A source that opens: the exact words, how they are read where that differs, and the way to them in their report. */
function Source({ citation, wording, server }: { citation: Citation } & Omit<AnswerProps, 'answer'>): JSX.Element {
  const { n, report, title, district, publishedOn, start, end, quote, reading } = citation;
  const place = [title, district, publishedOn].filter((part) => part !== null).join(' · ');
  return (
    <details data-n={n}>
      <summary>
        [{n}] {place}
      </summary>
      <blockquote>{quote.trim()}</blockquote>
      {reading !== null && isMended(quote, reading) && (
        <p class="notice">
          {wording.readAs}
          {reading}
        </p>
      )}
      <a href={`${server}/read/${encodeURIComponent(report)}?from=${start}&to=${end}`} target="_blank" rel="noopener">
        {wording.inReport}
      </a>
    </details>
  );
}
