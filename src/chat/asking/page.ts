// A page of findings: sections of sentences, each with its citation, numbered through. Kept like an answer, so that its sources open.
import type { Answered, Citation, Claim, Fact } from '../../types.ts';
import type { Block, Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { judgeButtons, sourceButtons } from './asking.ts';
import { auditOf } from './audit-fields.ts';
import { markedClaim } from './citation-marks.ts';
import { sourceBlocks } from './compose.ts';
import { clip } from './place.ts';

const MAX_LINE_CHARACTERS = 200;

/** One sentence and what supports it. */
export interface Finding {
  readonly text: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** Findings under a heading; none: the heading says so. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** The subject of a page. */
export interface Subject {
  readonly title: string;
  readonly question: string;
  readonly districts: readonly string[];
}

/** A figure as a finding; null where its words are no longer to be had. */
export function findingOf(fact: Fact, { parts: { service }, wording }: Turn): Finding | null {
  const report = service.reports().find(({ id }) => id === fact.reportId);
  if (report === undefined) return null;
  const bare: Citation = { n: 1, report, start: fact.start, end: fact.end, quote: '', reading: null, heading: [] };
  try {
    const { quote } = service.context(bare);
    return { text: wording.figure(fact.indicator, fact.surface, fact.period), citations: [{ ...bare, quote }] };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The claims of an answer as findings, at most `most`. */
export function findingsOf(answer: Answered, most: number): Finding[] {
  return answer.claims.slice(0, most).flatMap(({ text, citations }) => {
    const [first, ...rest] = answer.citations.filter(({ n }) => citations.includes(n));
    return first === undefined ? [] : [{ text: clip(text.trim(), MAX_LINE_CHARACTERS), citations: [first, ...rest] }];
  });
}

/** Numbers the citations of all sections through: one number for one span. */
function numbered(sections: readonly Section[]): { claims: Claim[][]; citations: Citation[] } {
  const citations: Citation[] = [];
  const numberOf = (citation: Citation): number => {
    const { report, start, end } = citation;
    const known = citations.find(
      (other) => other.report.id === report.id && other.start === start && other.end === end,
    );
    if (known) return known.n;
    citations.push({ ...citation, n: citations.length + 1 });
    return citations.length;
  };
  const claims = sections.map(({ findings }) =>
    findings.map(
      ({ text, citations: [first, ...rest] }): Claim => ({
        text,
        citations: [numberOf(first), ...rest.map(numberOf)],
      }),
    ),
  );
  return { claims, citations };
}

/** Draws a page and keeps it as an answer. A page without any finding says that nothing was found. */
export function pageReply(subject: Subject, sections: readonly Section[], turn: Turn): Reply {
  const { wording, speaker, parts, action, role } = turn;
  const { claims, citations } = numbered(sections);
  const [firstClaim, ...otherClaims] = claims.flat();
  const [firstCitation, ...otherCitations] = citations;
  if (firstClaim === undefined || firstCitation === undefined) return say(turn, wording.pageEmpty(subject.title));
  const answer: Answered = {
    status: 'answered',
    short: subject.title,
    claims: [firstClaim, ...otherClaims],
    citations: [firstCitation, ...otherCitations],
    interpretation: {
      question: subject.question,
      districts: subject.districts,
      period: null,
      language: speaker.language,
    },
    mode: 'extractive',
  };
  const at = parts.now();
  const id = parts.state.exchanges.keep(speaker, { question: subject.question, answer, followable: false, at });
  parts.state.audit.append(speaker, { action, role, ...auditOf(answer) }, at);
  const blocks = sections.map(({ title }, index): Block => {
    const lines = (claims[index] ?? []).map((claim) => `· ${markedClaim(claim)}`);
    return { kind: 'text', text: `\n【${title}】\n${lines.length > 0 ? lines.join('\n') : wording.notFound}` };
  });
  const marks = blocks.map(({ text }) => text).join('\n');
  return {
    language: speaker.language,
    blocks: [{ kind: 'headline', text: subject.title }, ...blocks, ...sourceBlocks(citations, marks)],
    buttons: [...sourceButtons(id, citations, turn), ...judgeButtons(id)],
    shown: { id, question: subject.question, answer },
  };
}
