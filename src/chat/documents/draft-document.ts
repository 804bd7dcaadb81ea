// A draft as a document: what no sentence of a report carries is marked until a person accepts it.
import type { CitedDocument, DocumentSection, Draft, DraftSection } from '../../documents.ts';
import { aboutLines, briefTitle, type DocumentMaking } from './brief-document.ts';

const SECTIONS: readonly DraftSection[] = ['overview', 'figures', 'practices', 'results', 'problems', 'plans'];

/** Returns the sentences of a draft in the order in which its document shows them, by their places in the draft. */
export function shownOrder({ sentences }: Draft): number[] {
  return SECTIONS.flatMap((section) =>
    sentences.flatMap((sentence, index) => (sentence.section === section ? [index] : [])),
  );
}

/** Returns a draft as a document. @param accepted places of sentences that a person took over as they are */
export function draftDocument(draft: Draft, accepted: ReadonlySet<number>, making: DocumentMaking): CitedDocument {
  const { documents } = making.wording;
  const order = shownOrder(draft);
  const sections = SECTIONS.flatMap((key): DocumentSection[] => {
    const lines = order.flatMap((index) => {
      const sentence = draft.sentences[index];
      if (sentence === undefined || sentence.section !== key) return [];
      const isMarked = sentence.citations.length === 0 && !accepted.has(index);
      return [
        {
          label: null,
          text: sentence.text,
          citations: sentence.citations,
          ...(isMarked && { mark: documents.unsupported }),
        },
      ];
    });
    return lines.length === 0 ? [] : [{ title: documents.sections[key], level: 1, lines, table: null }];
  });
  const [basedOn = ''] = aboutLines(draft.brief.reports, making);
  return {
    title: documents.draftTitle(briefTitle(draft.brief, making.wording)),
    about: [basedOn, documents.draftNote],
    sections,
    citations: draft.brief.citations,
  };
}
