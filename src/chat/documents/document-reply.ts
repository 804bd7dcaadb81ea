// A document as a reply, for channels of all kinds: its text with marks, and the document itself for those that can draw it. Kept
// like an answer, so that its sources open.
import type { CitedDocument, DocumentCell, DocumentSection } from '../../documents.ts';
import type { Answered, Claim } from '../../types.ts';
import { judgeButtons, sourceButtons } from '../asking/asking.ts';
import { auditOf } from '../asking/audit-fields.ts';
import { marksOf } from '../asking/citation-marks.ts';
import { sourceBlocks } from '../asking/compose.ts';
import type { Block, Button, Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';

/** What a document is about, for what is kept of it. */
export interface DocumentAbout {
  /** Full names. */
  readonly districts: readonly string[];
  /** Its address: the query under which it is made anew. */
  readonly address: string;
  readonly buttons: readonly Button[];
}

const cellText = ({ text, citations }: DocumentCell): string => `${text.replaceAll('\n', ' ')}${marksOf(citations)}`;

/** The lines of a section as text: paragraphs, and a row of a table a line. */
function textOf({ title, level, lines, table }: DocumentSection): string {
  const heading = title === '' ? [] : [level === 1 ? `【${title}】` : `▸ ${title}`];
  const told = lines.map(
    ({ label, text, citations }) => `· ${label === null ? '' : `${label}：`}${text}${marksOf(citations)}`,
  );
  return [...heading, ...told, ...(table === null ? [] : tableLines(table.columns, table.rows))].join('\n');
}

/** Rows as lines: short ones in one line, others under the head of the row. */
function tableLines(columns: readonly string[], rows: readonly (readonly DocumentCell[])[]): string[] {
  return rows.flatMap(([head, ...cells]) => {
    const isLong = cells.some(({ text }) => text.length > 24 || text.includes('\n'));
    if (!isLong)
      return [
        `· ${head?.text ?? ''}：${cells
          .map(cellText)
          .filter((text) => text !== '')
          .join('，')}`,
      ];
    return [`▸ ${head?.text ?? ''}`, ...cells.map((cell, index) => `· ${columns[index + 1] ?? ''}：${cellText(cell)}`)];
  });
}

/** What a document claims: its paragraphs and the cells of its tables, each with its citations. */
function claimsOf({ sections }: CitedDocument): Claim[] {
  const cited = (text: string, citations: readonly number[]): Claim[] => {
    const [first, ...rest] = citations;
    return first === undefined ? [] : [{ text, citations: [first, ...rest] }];
  };
  return sections.flatMap(({ lines, table }) => [
    ...lines.flatMap(({ label, text, citations }) => cited(label === null ? text : `${label}：${text}`, citations)),
    ...(table?.rows ?? []).flatMap(([head, ...cells]) =>
      cells.flatMap(({ text, citations }) => cited(`${head?.text ?? ''}：${text}`, citations)),
    ),
  ]);
}

/** Draws a document and keeps it as an answer; without anything cited it says that nothing was found. */
export function documentReply(document: CitedDocument, about: DocumentAbout, turn: Turn): Reply {
  const { wording, speaker, parts, action, role } = turn;
  const { title, citations } = document;
  const [firstClaim, ...otherClaims] = claimsOf(document);
  const [firstCitation, ...otherCitations] = citations;
  if (firstClaim === undefined || firstCitation === undefined) return say(turn, wording.pageEmpty(title));
  const interpretation = { question: title, districts: about.districts, period: null, language: speaker.language };
  const answer: Answered = {
    status: 'answered',
    short: title,
    claims: [firstClaim, ...otherClaims],
    citations: [firstCitation, ...otherCitations],
    interpretation,
    mode: 'extractive',
  };
  const at = parts.now();
  const id = parts.state.exchanges.keep(speaker, { question: title, answer, followable: false, at });
  parts.state.audit.append(speaker, { action, role, ...auditOf(answer) }, at);
  const blocks = document.sections.map((section): Block => ({ kind: 'text', text: `\n${textOf(section)}` }));
  const marks = blocks.map(({ text }) => text).join('\n');
  return {
    language: speaker.language,
    blocks: [{ kind: 'headline', text: title }, ...blocks, ...sourceBlocks(citations, marks)],
    buttons: [...about.buttons, ...sourceButtons(id, citations, turn), ...judgeButtons(id)],
    shown: { id, question: title, answer },
    document: { content: document, address: about.address },
  };
}
