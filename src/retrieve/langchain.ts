// Bridges between our search and LangChain's retrievers, both ways. @langchain/core is slow to load: it is imported only
// when one of its own classes is asked for.
import type { Document } from '@langchain/core/documents';
import type { BaseRetriever, BaseRetrieverInterface } from '@langchain/core/retrievers';
import type { Hit, Library, ReportId } from '../types.ts';
import type { ScoredPassage } from './top.ts';

/** What a document of the retriever is known by: its text is the slice [start, end) of the report's decoded text. */
export interface PassageMetadata extends Record<string, unknown> {
  readonly reportId: string;
  readonly path: string;
  readonly title: string;
  readonly district: string | null;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** What a retriever is made of. */
interface RetrieverParts {
  /** The best passages for a text, best first. */
  readonly search: (text: string, count: number) => Promise<{ readonly hits: readonly Hit[] }>;
  /** The collection that the hits belong to, asked anew for each search: a rebuild may have replaced it. */
  readonly library: () => Pick<Library, 'reports' | 'textOf'>;
  /** Documents for a query, ≥ 1. Default 5. */
  readonly count?: number;
}

/** Returns a LangChain retriever over our search; its documents are exact slices of the reports. */
export async function toLangchainRetriever({
  search,
  library,
  count = 5,
}: RetrieverParts): Promise<BaseRetriever<PassageMetadata>> {
  const [{ BaseRetriever: Base }, { Document: LangchainDocument }] = await Promise.all([
    import('@langchain/core/retrievers'),
    import('@langchain/core/documents'),
  ]);
  const documentOf = ({ passage, score }: Hit): Document<PassageMetadata> => {
    const source = library();
    const { start, end, reportId } = passage;
    const { path = '', title = '', district = null } = source.reports.get(reportId) ?? {};
    const metadata = { reportId, path, title, district, start, end, score };
    return new LangchainDocument({ pageContent: source.textOf(reportId).slice(start, end), metadata });
  };
  class PassageRetriever extends Base<PassageMetadata> {
    lc_namespace = ['quzhi', 'retrieve'];

    override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
      return (await search(query, count)).hits.map(documentOf);
    }
  }
  return new PassageRetriever({});
}

/**
 * A LangChain retriever as the half of our search that goes by meaning. What it finds counts only where it stands in a report,
 * since every citation must: a document of {@link toLangchainRetriever} is known by its metadata, any other by its exact text.
 * @returns a search whose passages are scored by rank, from 1 down; @throws what the retriever throws
 */
export function fromLangchainRetriever(
  retriever: Pick<BaseRetrieverInterface, 'invoke'>,
  library: Pick<Library, 'reports' | 'textOf' | 'passage' | 'passagesOf'>,
): (text: string, count: number) => Promise<readonly ScoredPassage[]> {
  return async (text, count) => {
    const documents = (await retriever.invoke(text)).slice(0, count);
    const scored = new Map<number, number>();
    for (const [rank, document] of documents.entries()) {
      for (const number of passagesOf(document, library))
        if (!scored.has(number)) scored.set(number, 1 - rank / documents.length);
    }
    return Array.from(scored, ([number, score]) => ({ number, score }));
  };
}

/** Numbers of the passages in which a document stands; none if no report holds it. */
function passagesOf(
  { pageContent, metadata }: Pick<Document, 'pageContent' | 'metadata'>,
  library: Parameters<typeof fromLangchainRetriever>[1],
): number[] {
  const named = metadata['reportId'] as ReportId;
  const isNamed = library.reports.has(named);
  for (const id of isNamed ? [named] : library.reports.keys()) {
    const start = library.textOf(id).indexOf(pageContent, isNamed ? Number(metadata['start'] ?? 0) : 0);
    if (start < 0 || pageContent === '') continue;
    const { from, to } = library.passagesOf(id);
    const isTouched = (number: number): boolean => {
      const passage = library.passage(number);
      return passage.start < start + pageContent.length && passage.end > start;
    };
    return Array.from({ length: to - from }, (_, index) => from + index).filter(isTouched);
  }
  return [];
}
