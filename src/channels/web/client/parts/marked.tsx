// Draws the text of a reply: marks become links to the words they stand for. Text stays text: nothing here makes HTML of it.
import type { JSX } from 'preact';
import type { CitationJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { citationHref } from '../model/citations.ts';
import { type Part, partsOf, piecesOf, sectionsOf } from '../model/marks.ts';

/** What the marks of a text point to. */
export interface Marking {
  readonly citations: readonly CitationJson[];
  /** Id of the answer, so that the reader can step through all its evidence; null: of none that is kept. */
  readonly answerId: string | null;
}

/** A line of text with its marks as links. */
export function MarkedLine({ text, citations, answerId }: Marking & { text: string }): JSX.Element {
  const { wording } = usePage();
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const pieces = piecesOf(text, new Set(byNumber.keys()));
  return (
    <>
      {pieces.map((piece, index) => {
        const citation = piece.kind === 'mark' ? byNumber.get(piece.n) : undefined;
        if (piece.kind === 'text' || citation === undefined) return piece.kind === 'text' ? piece.text : null;
        return (
          <a
            key={index}
            class="mark"
            href={citationHref(citation, answerId)}
            title={citation.document.title}
            aria-label={wording.ask.openSource(piece.n)}
          >
            [{piece.n}]
          </a>
        );
      })}
    </>
  );
}

/** A text of several lines: paragraphs, lists, and sections under their headings side by side where there is room. */
export function MarkedText({ text, ...marking }: Marking & { text: string }): JSX.Element {
  const sections = sectionsOf(partsOf(text));
  return (
    <>
      {sections.map(({ title, parts }, index) => (
        <div key={index} class={title === null ? 'lines' : 'section'}>
          {title !== null && <h3>{title}</h3>}
          {parts.map((part, place) => (
            <PartView key={place} part={part} marking={marking} />
          ))}
        </div>
      ))}
    </>
  );
}

function PartView({ part, marking }: { part: Part; marking: Marking }): JSX.Element | null {
  if (part.kind === 'heading') return null;
  if (part.kind === 'lines') {
    return (
      <>
        {part.lines.map((line, index) => (
          <p key={index}>
            <MarkedLine text={line} {...marking} />
          </p>
        ))}
      </>
    );
  }
  return (
    <ul>
      {part.items.map((item, index) => (
        <li key={index}>
          <MarkedLine text={item} {...marking} />
        </li>
      ))}
    </ul>
  );
}
