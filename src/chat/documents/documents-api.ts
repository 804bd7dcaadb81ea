// The API of documents: briefs, comparisons, answers and figures, as data and as files. Every call is authorized by the policy.
import type { CitedDocument } from '../../documents.ts';
import type { PastExchange } from '../../store/state/exchanges.ts';
import type { Lookup, LookupResult } from '../browse/browse-api.ts';
import type { FactLine } from '../browse/views.ts';
import { withinSources } from '../conversations/source-set.ts';
import { type ExportFormat, fileName } from '../export/notes.ts';
import type { Setting, Turn } from '../turn.ts';
import { answersDocument } from './answer-document.ts';
import { documentOf, type WantedDocument } from './document-query.ts';

/** A file to be handed out. */
export interface ExportedFile {
  readonly name: string;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
}

/** The API of documents. A value of null: there is no such thing, or the reports hold nothing of it. */
export interface DocumentsApi {
  document(setting: Setting, wanted: WantedDocument): Promise<LookupResult<CitedDocument | null>>;
  file(setting: Setting, wanted: WantedDocument, format: ExportFormat): Promise<LookupResult<ExportedFile | null>>;
  /** One's own answers by the ids of their exchanges, as one file. */
  answersFile(
    setting: Setting,
    ids: readonly string[],
    format: ExportFormat,
  ): Promise<LookupResult<ExportedFile | null>>;
  /** Figures as a spreadsheet. */
  factsFile(setting: Setting, facts: readonly FactLine[]): Promise<LookupResult<ExportedFile>>;
}

/** Writes a document as a file; the libraries are loaded when first needed. */
export async function exported(
  document: CitedDocument,
  format: ExportFormat,
  { wording }: Pick<Turn, 'wording'>,
): Promise<ExportedFile> {
  const bytes =
    format === 'docx'
      ? await (await import('../export/docx.ts')).docxOf(document, wording)
      : (await import('../export/xlsx.ts')).xlsxOf(document, wording);
  return { name: fileName(document.title, format), format, bytes };
}

const actionOf = ({ kind }: WantedDocument): 'brief' | 'compare' => (kind === 'brief' ? 'brief' : 'compare');

function documentIn(wanted: WantedDocument, turn: Turn): CitedDocument | null {
  const { parts, wording } = withinSources(turn).turn;
  return documentOf(wanted, parts.service, { wording, now: parts.now() });
}

function answersIn(ids: readonly string[], { parts, speaker, wording }: Turn): CitedDocument | null {
  const found = ids.map((id) => parts.state.history.find(speaker, id));
  const held = found.filter((exchange): exchange is PastExchange => exchange !== null);
  if (held.length === 0) return null;
  const making = { wording, now: parts.now() };
  return held.length === 1
    ? answersDocument(held, making)
    : answersDocument(held, making, wording.documents.conversationTitle);
}

/** Creates the API of documents. */
export function createDocumentsApi(look: Lookup): DocumentsApi {
  return {
    document: (setting, wanted) => look(setting, actionOf(wanted), (turn) => documentIn(wanted, turn)),
    file: (setting, wanted, format) =>
      look(setting, actionOf(wanted), async (turn) => {
        const document = documentIn(wanted, turn);
        return document === null ? null : exported(document, format, turn);
      }),
    answersFile: (setting, ids, format) =>
      look(setting, 'history', async (turn) => {
        const document = answersIn(ids, turn);
        return document === null ? null : exported(document, format, turn);
      }),
    factsFile: (setting, facts) =>
      look(setting, 'browse', async ({ wording }) => {
        const bytes = (await import('../export/xlsx.ts')).factsXlsx(facts, wording);
        return { name: fileName(wording.documents.factsTitle, 'xlsx'), format: 'xlsx', bytes };
      }),
  };
}
