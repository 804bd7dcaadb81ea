// Whether reports mention something by its own words: those of one district, or which districts'. It looks at every sentence, not
// at what a search finds, so that "not mentioned" is true of the whole text.
import { type Candidate, candidatesOf } from '../read/candidates.ts';
import { extractClauses } from '../read/cut.ts';
import { fold } from '../text/normalise.ts';
import type { Answer, ReportMeta } from '../types.ts';
import { MENTION_ASKED, NEGATED_MENTION, WHICH_MENTIONS } from '../understand/cues.ts';
import type { Understanding } from '../understand/types.ts';
import { isYesNo } from '../understand/yes-no.ts';
import { nameOf } from './cells/row.ts';
import { clip, type Draft, MAX_SHORT } from './compose/draft.ts';
import type { AnswerResources } from './context.ts';
import { refusalBy } from './decide.ts';
import { composed, interpretationOf } from './plain-answer.ts';
import { refusal } from './refusal.ts';

/** What is asked to be mentioned: words that must all stand in one sentence, and whether it is asked who does not mention it. */
interface MentionAsked {
  readonly words: readonly string[];
  readonly isNegative: boolean;
}

/** Words of a question for mentions that are no part of what is mentioned. */
const SCENE = /没有?|未曾?|从未|不曾|报告|材料|文章|文件|资料|文中|原文|全文|关于|有关|相关|方面|内容|[过里中了吗]/gu;
const MAX_SHOWN = 3;

/** Returns what a question asks to be mentioned; null if it asks for no mention. */
export function mentionAsked(understanding: Understanding): MentionAsked | null {
  const { scope, matching, content, language } = understanding;
  const isAsked = scope === 'which' ? WHICH_MENTIONS.test(matching) : isYesNo(matching) && MENTION_ASKED.test(matching);
  if (language !== 'zh' || !isAsked || (scope !== 'one' && scope !== 'which')) return null;
  const words = content
    .replace(SCENE, ' ')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word.length > 1);
  return words.length > 0 ? { words, isNegative: scope === 'which' && NEGATED_MENTION.test(matching) } : null;
}

/** The sentences of a report that hold all of some words, body before headings. */
function mentionsIn({ id }: ReportMeta, words: readonly string[], { library, preparer }: AnswerResources): Candidate[] {
  const { from, to } = library.passagesOf(id);
  const found: Candidate[] = [];
  for (let number = from; number < to; number++) {
    const passage = library.passage(number);
    const holds = passage.sentences.some(({ read }) => words.every((word) => fold(read).includes(word)));
    if (holds)
      found.push(
        ...candidatesOf([{ passage, score: 1 }], library, preparer).filter(
          ({ prepared: { folded, sentence } }) =>
            sentence.role !== 'boilerplate' && words.every((word) => folded.includes(word)),
        ),
      );
  }
  const isBody = ({ prepared }: Candidate): boolean => prepared.sentence.role === 'body';
  return [...found.filter(isBody), ...found.filter((one) => !isBody(one))];
}

/** True if no report of a question's districts (of none named: no report) holds a folded word. */
export function isNowhere(word: string, { districts }: Understanding, resources: AnswerResources): boolean {
  const reports = [...resources.library.reports.values()];
  const about = districts.length > 0 ? reports.filter(({ district }) => districts.includes(district ?? '')) : reports;
  return about.every((report) => mentionsIn(report, [word], resources).length === 0);
}

const labelOf = ({ district, title }: ReportMeta): string => (district === null ? title : nameOf(district));

/** The reports by the district that they are on (or their title), each with its mentions. */
function byDistrict(words: readonly string[], understanding: Understanding, resources: AnswerResources) {
  const { districts } = understanding;
  const groups = new Map<string, Candidate[]>();
  for (const report of resources.library.reports.values()) {
    if (districts.length > 0 && !districts.includes(report.district ?? '')) continue;
    const label = labelOf(report);
    groups.set(label, [...(groups.get(label) ?? []), ...mentionsIn(report, words, resources)]);
  }
  return groups;
}

function windowIn({ prepared }: Candidate, { terms }: Understanding, room: number): string {
  return extractClauses({ terms }, prepared, room).window.replace(/[。；;]+$/u, '');
}

/** The line of a list of districts that mention something, and of those that do not. */
function draftOf(
  { words, isNegative }: MentionAsked,
  groups: ReadonlyMap<string, readonly Candidate[]>,
  understanding: Understanding,
): Draft | null {
  const holding = [...groups].filter(([, found]) => found.length > 0);
  const lacking = [...groups].flatMap(([label, found]) => (found.length === 0 ? label : []));
  const [first, ...rest] = holding.flatMap(([, found]) => found.slice(0, 1));
  if (!first) return null;
  const name = words.join(' ');
  const holders = holding.map(([label]) => label).join('、');
  const yes = `提到“${name}”的有${holding.length}个区县：${holders}`;
  const no = lacking.length > 0 ? `没有提到“${name}”的有${lacking.length}个区县：${lacking.join('、')}` : '';
  const all = `收录的${holding.length}个区县的报告都提到了“${name}”`;
  const heads = lacking.length === 0 ? [all] : isNegative ? [no, yes] : [yes, no];
  const head = `${heads.join('；')}（按原文用词查找）。`;
  const room = Math.max(24, Math.floor((MAX_SHORT.passage - head.length) / holding.length) - 12);
  const lines = holding.flatMap(([label, [found]]) =>
    found ? `${label}：${windowIn(found, understanding, room)}` : [],
  );
  const computed = [`${holding.length}个`, `${lacking.length}个`];
  return { short: clip([head, ...lines].join('\n'), MAX_SHORT.passage), supports: [first, ...rest], computed };
}

/** Returns the answer to whether, or by which districts, something is mentioned; null if the question asks for no mention. */
export function answerMention(understanding: Understanding, resources: AnswerResources): Answer | null {
  const asked = mentionAsked(understanding);
  if (!asked) return null;
  const attempt = { understanding, ranked: [], resources };
  const groups = byDistrict(asked.words, understanding, resources);
  const found = [...groups.values()].flat();
  const [first, ...rest] = found;
  if (!first)
    return refusal(refusalBy('notMentioned'), {
      interpretation: interpretationOf(understanding),
      missing: [asked.words.join(' ')],
      nearest: [],
    });
  if (understanding.scope === 'which' || understanding.districts.length === 0) {
    const draft = draftOf(asked, groups, understanding);
    return draft && composed(draft, [], attempt);
  }
  const said = windowIn(first, understanding, MAX_SHORT.fact);
  return composed({ short: `有，提到了：${said}`, supports: [first, ...rest.slice(0, MAX_SHOWN - 1)] }, [], attempt);
}
