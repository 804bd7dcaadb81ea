// A brief, a comparison or a draft: headings, paragraphs and tables with marks that open their evidence; and its downloads.
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { CitationJson, CitedDocumentJson } from '../../server/schemas.ts';
import { addressOf } from '../api.ts';
import { usePage } from '../context.ts';
import { documentText } from '../model/document-text.ts';
import { placeOf } from '../model/reply.ts';
import { ActionButton, copyText } from './buttons.tsx';
import { CitationMark } from './citation-mark.tsx';
import { printAlone } from './print-alone.ts';
import { Sources } from './sources.tsx';

type Section = CitedDocumentJson['sections'][number];

/** What the parts of a document cite from. */
interface Citing {
  readonly citations: readonly CitationJson[];
  readonly answerId: string | null;
  /** Title of the document: its tables are told from those of another beside it. */
  readonly title: string;
}

interface DocumentProps {
  readonly document: CitedDocumentJson;
  /** Returns the address of it as a file. */
  readonly fileAt: (format: 'docx' | 'xlsx') => string;
  /** The answer under which it is kept; default: none. */
  readonly answerId?: string | null;
  /** Takes over a sentence of a draft by its place; absent: there is nothing to take over. */
  readonly accept?: (line: number) => void;
}

/** Returns the addresses of a document as files, from the query that makes it anew. */
export const filesOf =
  (address: string): DocumentProps['fileAt'] =>
  (format) =>
    addressOf('/api/documents/file', { ...Object.fromEntries(new URLSearchParams(address)), format });

/** A document. */
export function DocumentView({ document, fileAt, answerId = null, accept }: DocumentProps): JSX.Element {
  const { wording } = usePage();
  const place = useRef<HTMLElement>(null);
  const { title, about, sections, citations } = document;
  const citing = { citations, answerId, title };
  const said = sections.flatMap(({ lines }) => lines.map(({ text }) => text));
  return (
    <article class="document" ref={place}>
      <h2>{title}</h2>
      {sections.map((section, index) => (
        <SectionView
          key={index}
          section={section}
          citing={citing}
          first={sections.slice(0, index).reduce((sum, { lines }) => sum + lines.length, 0)}
          accept={accept}
        />
      ))}
      <details class="notes">
        <summary>
          {wording.ask.sources} · {citations.length}
        </summary>
        {about.map((line) => (
          <p key={line} class="hint">
            {line}
          </p>
        ))}
        <Sources title={wording.ask.sources} citations={citations} said={said} answerId={answerId} />
      </details>
      <DocumentActions document={document} fileAt={fileAt} print={() => place.current && printAlone(place.current)} />
    </article>
  );
}

function SectionView({
  section: { title, level, lines, table },
  citing,
  first,
  accept,
}: {
  section: Section;
  citing: Citing;
  /** Place of its first line in the document. */
  first: number;
  accept: DocumentProps['accept'];
}): JSX.Element {
  const { browse } = usePage().wording;
  const Head = level === 1 ? 'h3' : 'h4';
  return (
    <section>
      {title !== '' && <Head>{title}</Head>}
      {lines.length > 0 && (
        <ul>
          {lines.map(({ label, text, citations, mark }, index) => (
            <li key={`${label} ${text}`} class={mark === undefined ? undefined : 'unsupported'}>
              {label !== null && <strong>{label}：</strong>}
              {text}
              {mark !== undefined && <span class="tag">{mark}</span>}
              {mark !== undefined && accept !== undefined && (
                <button type="button" class="quiet" onClick={() => accept(first + index)}>
                  {browse.acceptSentence}
                </button>
              )}
              <Marks numbers={citations} citing={citing} />
            </li>
          ))}
        </ul>
      )}
      {table !== null && <TableView table={table} citing={citing} caption={title} />}
    </section>
  );
}

function Marks({
  numbers,
  citing: { citations, answerId },
}: {
  numbers: readonly number[];
  citing: Citing;
}): JSX.Element {
  return (
    <>
      {[...new Set(numbers)].map((n) => {
        const citation = citations[n - 1];
        return citation === undefined ? null : <CitationMark key={n} citation={citation} answerId={answerId} />;
      })}
    </>
  );
}

function TableView({
  table: { columns, rows },
  citing,
  caption,
}: {
  table: NonNullable<Section['table']>;
  citing: Citing;
  caption: string;
}): JSX.Element {
  const { browse } = usePage().wording;
  return (
    // Wide tables scroll by themselves; their marks, which are links, take the keyboard along.
    <section class="table-scroll" aria-label={`${citing.title} · ${caption === '' ? browse.table : caption}`}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map(({ text, citations }, column) => {
                const inside = (
                  <>
                    {text.split('\n').map((line) => (
                      <span key={line} class="cell-line">
                        {line}
                      </span>
                    ))}
                    <Marks numbers={citations} citing={citing} />
                  </>
                );
                return column === 0 ? (
                  <th key={column} scope="row">
                    {inside}
                  </th>
                ) : (
                  <td key={column}>{inside}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DocumentActions({
  document,
  fileAt,
  print,
}: Pick<DocumentProps, 'document' | 'fileAt'> & { print: () => void }): JSX.Element {
  const page = usePage();
  const { ask, browse } = page.wording;
  return (
    <footer class="actions">
      <a class="action" href={fileAt('docx')} download>
        {browse.word}
      </a>
      <a class="action" href={fileAt('xlsx')} download>
        {browse.excel}
      </a>
      <ActionButton
        icon="copy"
        label={ask.copy}
        act={() => void copyText(documentText(document, placeOf), ask.copied, page)}
      />
      <ActionButton icon="print" label={ask.print} act={print} />
    </footer>
  );
}
