// Draws the text of a reply: citation marks become links. Text stays text: nothing here makes HTML of it.
import type { JSX } from 'preact';
import type { CitationJson } from '../../server/schemas.ts';
import { type Part, partsOf, piecesOf, sectionsOf } from '../model/reply-text.ts';
import { CitationMark } from './citation-mark.tsx';

/** The citations that the marks of a text refer to. */
interface Citing {
  readonly citations: readonly CitationJson[];
  /** Id of the answer, for stepping through its citations; null: the answer is not stored. */
  readonly answerId: string | null;
}

/** A line of text with its citation marks as links. */
function CitedLine({ text, citations, answerId }: Citing & { text: string }): JSX.Element {
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const pieces = piecesOf(text, new Set(byNumber.keys()));
  return (
    <>
      {pieces.map((piece, index) => {
        const citation = piece.kind === 'mark' ? byNumber.get(piece.n) : undefined;
        if (piece.kind === 'text' || citation === undefined) return piece.kind === 'text' ? piece.text : null;
        return <CitationMark key={index} citation={citation} answerId={answerId} />;
      })}
    </>
  );
}

/** A text of paragraphs, lists and sections. */
export function CitedText({ text, ...citing }: Citing & { text: string }): JSX.Element {
  const sections = sectionsOf(partsOf(text));
  return (
    <>
      {sections.map(({ title, parts }, index) => (
        <div key={index} class={title === null ? 'lines' : 'section'}>
          {title !== null && <h3>{title}</h3>}
          {parts.map((part, place) => (
            <PartView key={place} part={part} citing={citing} />
          ))}
        </div>
      ))}
    </>
  );
}

function PartView({ part, citing }: { part: Part; citing: Citing }): JSX.Element | null {
  if (part.kind === 'heading') return null;
  if (part.kind === 'lines') {
    return (
      <>
        {part.lines.map((line, index) => (
          <p key={index}>
            <CitedLine text={line} {...citing} />
          </p>
        ))}
      </>
    );
  }
  return (
    <ul>
      {part.items.map((item, index) => (
        <li key={index}>
          <CitedLine text={item} {...citing} />
        </li>
      ))}
    </ul>
  );
}
