// The API of drafts: written by a language model where one is configured, kept until the process ends, marks taken off sentence by
// sentence by the person who asked for the draft. Every call is authorized by the policy.
import { randomUUID } from 'node:crypto';
import type { CitedDocument, Draft } from '../../documents.ts';
import { keyOf } from '../access/admission.ts';
import type { Lookup, LookupResult } from '../browse/browse-api.ts';
import { withinSources } from '../conversations/source-set.ts';
import type { ExportFormat } from '../export/notes.ts';
import type { Setting, Turn } from '../turn.ts';
import type { WantedBrief } from './document-query.ts';
import { type ExportedFile, exported } from './documents-api.ts';
import { draftDocument, shownOrder } from './draft-document.ts';

/** Drafts kept in all; the oldest go first. */
const MAX_KEPT = 200;

/** A draft as its reader sees it. */
export interface ShownDraft {
  readonly id: string;
  readonly document: CitedDocument;
}

/** The API of drafts. A value of null: there is no model, it wrote nothing, or there is no such draft of one's own. */
export interface DraftsApi {
  write(setting: Setting, wanted: WantedBrief): Promise<LookupResult<ShownDraft | null>>;
  /** Takes a sentence over as it is, or marks it again. @param line its place in the document, from 0 */
  accept(
    setting: Setting,
    id: string,
    line: { line: number; isAccepted: boolean },
  ): Promise<LookupResult<ShownDraft | null>>;
  file(setting: Setting, id: string, format: ExportFormat): Promise<LookupResult<ExportedFile | null>>;
}

interface KeptDraft {
  readonly owner: string;
  readonly draft: Draft;
  readonly accepted: Set<number>;
}

/** Creates the API of drafts. */
export function createDraftsApi(look: Lookup): DraftsApi {
  const kept = new Map<string, KeptDraft>();
  const own = (id: string, { speaker }: Turn): KeptDraft | null => {
    const found = kept.get(id);
    return found !== undefined && found.owner === keyOf(speaker) ? found : null;
  };
  const documentOf = ({ draft, accepted }: KeptDraft, { wording, parts }: Turn): CitedDocument =>
    draftDocument(draft, accepted, { wording, now: parts.now() });
  return {
    write: (setting, wanted) =>
      look(setting, 'draft', async (turn) => {
        const { service } = withinSources(turn).turn.parts;
        const draft = await service.draft(wanted);
        if (draft === null) return null;
        const id = randomUUID();
        const entry = { owner: keyOf(turn.speaker), draft, accepted: new Set<number>() };
        kept.set(id, entry);
        for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MAX_KEPT))) kept.delete(oldest);
        return { id, document: documentOf(entry, turn) };
      }),
    accept: (setting, id, { line, isAccepted }) =>
      look(setting, 'browse', (turn) => {
        const entry = own(id, turn);
        const place = entry === null ? undefined : shownOrder(entry.draft)[line];
        if (entry === null || place === undefined) return null;
        if (isAccepted) entry.accepted.add(place);
        else entry.accepted.delete(place);
        return { id, document: documentOf(entry, turn) };
      }),
    file: (setting, id, format) =>
      look(setting, 'browse', async (turn) => {
        const entry = own(id, turn);
        return entry === null ? null : exported(documentOf(entry, turn), format, turn);
      }),
  };
}
