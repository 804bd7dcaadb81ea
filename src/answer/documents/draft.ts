// A draft held against its brief: each sentence of the model gets the cited sentences that carry it, or none. It writes nothing.
import type { Brief, Draft, DraftSection, DraftSentence } from '../../documents.ts';
import { briefCue } from '../../lexicon/words/brief-cues.ts';
import { bigrams } from '../../text/tokens.ts';
import { unsupported } from '../verify/verify.ts';
import { clauseTexts } from './brief/salience.ts';

/** A sentence that a draft may be written from: its words and the citations that carry them. */
export interface DraftSource {
  readonly section: DraftSection;
  readonly text: string;
  readonly citations: readonly number[];
}

/** A sentence of a model with the numbers of the sources that it names. */
export interface ClaimedSentence {
  readonly section: string;
  readonly text: string;
  readonly from: readonly number[];
}

const SECTIONS: readonly DraftSection[] = ['overview', 'figures', 'practices', 'results', 'problems', 'plans'];
/** Each clause shares at least this much of its pairs of characters with what carries it, the whole sentence more. */
const MIN_CLAUSE_SHARE = 0.5;
const MIN_SHARE = 0.6;
const MAX_SOURCES = 4;
const PLAN = briefCue('plan');
/** Words that turn a statement or add a cause: what carries a sentence has them too. */
const TURNING = /[不未没无非]|因此|由于|因为|从而|使得|导致|得益于|归功于|首创|第一|最|唯一|全部|所有|率先|全国|全省/gu;

/** Returns the sentences that a draft may be written from, numbered from 1 by their places. */
export function draftSources(brief: Brief): DraftSource[] {
  const figures = brief.figures.map(
    ({ subject, indicator, surface, period, changePercent, isPlanned, citations }): DraftSource => {
      const change =
        changePercent === null ? '' : `，同比${changePercent < 0 ? '下降' : '增长'}${Math.abs(changePercent)}%`;
      const time = period === null ? '' : `${period}，`;
      return {
        section: 'figures',
        text: `${time}${subject ?? ''}${indicator}${isPlanned ? '计划' : ''}${surface}${change}`,
        citations,
      };
    },
  );
  const lines = (section: DraftSection, told: Brief['overview']): DraftSource[] =>
    told.map(({ label, text, citations }) => ({
      section,
      text: label === null ? text : `${label}：${text}`,
      citations,
    }));
  return [
    ...lines('overview', brief.overview),
    ...figures,
    ...lines(
      'practices',
      brief.practices.flatMap((theme) => theme.lines),
    ),
    ...lines('results', brief.results),
    ...lines('problems', brief.problems),
    ...lines('plans', brief.plans),
  ];
}

function shareOf(text: string, evidence: ReadonlySet<string>): number {
  const pairs = [...new Set(bigrams(text.replace(/\p{P}/gu, '')))];
  return pairs.length === 0 ? 1 : pairs.filter((pair) => evidence.has(pair)).length / pairs.length;
}

/** True if some words say all that a sentence does: its figures, dates, persons, directions, turns, and most of its words, clause by clause. */
export function isCarried(text: string, evidence: string): boolean {
  if (unsupported(text, evidence).length > 0) return false;
  if (PLAN.test(evidence) && !PLAN.test(text)) return false;
  if ([...text.matchAll(TURNING)].some(([word]) => !evidence.includes(word))) return false;
  const pairs = new Set(bigrams(evidence.replace(/\p{P}/gu, '')));
  return (
    shareOf(text, pairs) >= MIN_SHARE && clauseTexts(text).every((clause) => shareOf(clause, pairs) >= MIN_CLAUSE_SHARE)
  );
}

/** What stands behind a source: its words and the exact ones that it cites. */
function evidenceOf(source: DraftSource, { citations }: Brief): string {
  const cited = source.citations.map((n) => citations[n - 1]);
  return [source.text, ...cited.map((citation) => `${citation?.quote ?? ''}\n${citation?.reading ?? ''}`)].join('\n');
}

/** The sources that carry a sentence: those that it names, else the one that carries it alone; none where none does. */
function carriers(sentence: ClaimedSentence, sources: readonly DraftSource[], brief: Brief): readonly DraftSource[] {
  const named = [...new Set(sentence.from)].flatMap((n) => sources[n - 1] ?? []).slice(0, MAX_SOURCES);
  const isBy = (some: readonly DraftSource[]): boolean =>
    isCarried(sentence.text, some.map((source) => evidenceOf(source, brief)).join('\n'));
  if (named.length > 0 && isBy(named)) return named;
  const alone = sources.find((source) => isBy([source]));
  return alone === undefined ? [] : [alone];
}

/** Returns a draft: what a model wrote, each sentence with what carries it. */
export function draftFrom(written: readonly ClaimedSentence[], brief: Brief): Draft {
  const sources = draftSources(brief);
  const sentences = written.map((sentence): DraftSentence => {
    const carried = carriers(sentence, sources, brief);
    const section = SECTIONS.find((name) => name === sentence.section) ?? 'practices';
    const citations = [...new Set(carried.flatMap((source) => source.citations))].sort((a, b) => a - b);
    return { section, text: sentence.text.trim(), citations };
  });
  return { brief, sentences };
}
