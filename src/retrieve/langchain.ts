// Our search as a LangChain retriever, for any chain or agent. @langchain/core is slow to load: it is imported only when
// a retriever is asked for.
import type { Document } from '@langchain/core/documents';
import type { BaseRetriever } from '@langchain/core/retrievers';
import type { Hit, Library } from '../types.ts';

/** What a document of the retriever is known by: its text is the slice [start, end) of the report's decoded text. */
interface PassageMetadata extends Record<string, unknown> {
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
