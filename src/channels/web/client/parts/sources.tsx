// The sources under an answer: source line, link, and the exact words if the answer does not contain them.
import type { JSX } from 'preact';
import { isMended } from '../../../../chat/asking/reading.ts';
import type { CitationJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { citationHref, groupByPlace, placeOf } from '../model/reply.ts';

interface SourcesProps {
  /** Title: sources, or closest matches. */
  readonly title: string;
  readonly citations: readonly CitationJson[];
  /** The texts above the list. */
  readonly said: readonly string[];
  readonly answerId: string | null;
}

/** A list of citations. Those whose words are quoted above are grouped by source line. */
export function Sources({ title, citations, said, answerId }: SourcesProps): JSX.Element | null {
  if (citations.length === 0) return null;
  const [gathered, others] = groupByPlace(citations, said);
  return (
    <section class="sources" aria-label={title}>
      <h3>{title}</h3>
      <ol>
        {gathered.map(({ place, citations: own }) => (
          <li key={place} class="source">
            <span class="numbers">
              {own.map((citation) => (
                <NumberLink key={citation.n} citation={citation} answerId={answerId} />
              ))}
            </span>
            <cite>{place}</cite>
          </li>
        ))}
        {others.map((citation) => (
          <li key={citation.n}>
            <a class="source" href={citationHref(citation, answerId)}>
              <span class="number">{citation.n}</span>
              <span class="words">
                <Words citation={citation} />
                <cite>{placeOf(citation)}</cite>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function NumberLink({ citation, answerId }: { citation: CitationJson; answerId: string | null }): JSX.Element {
  const { ask } = usePage().wording;
  return (
    <a class="number" href={citationHref(citation, answerId)} aria-label={ask.openSource(citation.n)}>
      {citation.n}
    </a>
  );
}

/** The cited words; damaged ones as they are read first, as they stand below. */
function Words({ citation: { quote, reading } }: { citation: CitationJson }): JSX.Element {
  const { ask } = usePage().wording;
  const isReadFirst = isMended(quote, reading);
  const [first, second = null] = isReadFirst ? [reading, quote.trim()] : [quote.trim(), reading];
  return (
    <>
      <q>{first}</q>
      {second !== null && (
        <span class="reading">
          {isReadFirst ? ask.inOriginal : ask.readAs}：{second}
        </span>
      )}
    </>
  );
}
