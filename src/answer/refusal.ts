// Refusals that explain themselves: what was looked for, what is missing, the nearest that is there. It decides nothing.
import { districtNames } from '../lexicon/places/districts.ts';
import { windowOf } from '../read/candidates.ts';
import { FEATURE_NAMES } from '../read/features.ts';
import { literalMatch } from '../read/match.ts';
import type { Ranked } from '../read/ranking.ts';
import { fold } from '../text/normalise.ts';
import type { Interpretation, Library, RefusalReason, Refused } from '../types.ts';
import type { Understanding } from '../understand/types.ts';
import { citationOf } from './compose/compose.ts';
import type { Refusal } from './decide.ts';

/** What a refusal mentions beside its reason. */
interface RefusalDetails {
  readonly interpretation: Interpretation;
  /** What the question named and the evidence lacks (words, a district, a period). */
  readonly missing: readonly string[];
  readonly nearest: Refused['nearest'];
}

const MAX_NEAREST = 2;
/** The nearest evidence carries at least this share of the question's words, or it is no help. */
const MIN_COVERED = 0.3;
const COVERED = FEATURE_NAMES.indexOf('softWords');
const MAX_MISSING = 3;

type Message = (about: string, missing: string) => string;

const ZH: Readonly<Record<RefusalReason, Message>> = {
  empty: (about) =>
    `没有看到问题。${about ? `请说明想了解${about}的什么` : '请用一句话提问'}，例如“${about || '某区'}有哪些做法？”。`,
  'too-long': () => '问题太长了（超过1000字）。请缩短成一两句话再问。',
  greeting: () => '您好！我只根据已入库的报告回答区县发展方面的问题，例如某区的数据、做法、人物和时间。请直接提问。',
  'off-topic': () => '这个问题不在报告范围内。我只根据已入库的报告回答区县发展方面的问题。',
  instruction: () => '我只依据已入库的报告作答，不能跳过资料、编造内容或改变规则。',
  'unknown-district': (_, missing) => `资料中没有${missing}的报告，无法回答。`,
  'period-not-covered': (about, missing) =>
    `资料中没有找到${about}${missing ? `在${missing}` : ''}的这项内容；下面是其他时间的相近内容。`,
  'attribute-not-covered': (about, missing) =>
    `资料中没有找到${about}${missing ? `关于${missing}` : ''}${about || missing ? '的' : ''}这项内容。`,
  'no-evidence': (about, missing) =>
    `资料中没有找到${about}${missing ? `关于${missing}` : ''}${about || missing ? '的' : '相关'}内容。`,
};

const EN: Readonly<Record<RefusalReason, Message>> = {
  empty: (about) =>
    `I see no question. Say what you want to know${about ? ` of ${about}` : ''}, for example: how many jobs were added?`,
  'too-long': () => 'The question is too long (over 1,000 characters). Please ask in one or two sentences.',
  greeting: () =>
    'Hello! I answer questions about how districts develop, from the reports I hold: figures, practices, people, dates. Please ask.',
  'off-topic': () =>
    'The reports do not cover this. I only answer questions about how districts develop, from the reports I hold.',
  instruction: () => 'I answer from the reports alone; I can not skip them, make things up or change the rules.',
  'unknown-district': (_, missing) => `I hold no report on ${missing}, so I can not answer.`,
  'period-not-covered': (about, missing) =>
    `The reports do not say this${about ? ` of ${about}` : ''}${missing ? ` for ${missing}` : ''}; below is the nearest for another time.`,
  'attribute-not-covered': (about, missing) =>
    `The reports do not say this${about ? ` of ${about}` : ''}${missing ? ` (looked for: ${missing})` : ''}.`,
  'no-evidence': (about, missing) =>
    `The reports hold nothing on this${about ? ` for ${about}` : ''}${missing ? ` (looked for: ${missing})` : ''}.`,
};

/** Returns a refusal in the language of the answer. */
export function refusal({ reason, rule }: Refusal, { interpretation, missing, nearest }: RefusalDetails): Refused {
  const isChinese = interpretation.language === 'zh';
  const about = interpretation.districts
    .map((district) => districtNames(district).display)
    .join(isChinese ? '、' : ', ');
  const named = missing.slice(0, MAX_MISSING).map((word) => (isChinese ? `“${word}”` : `“${word}”`));
  const message = (isChinese ? ZH : EN)[reason](about, named.join(isChinese ? '、' : ', '));
  return { status: 'refused', reason, rule, message, nearest, interpretation };
}

/** The nearest evidence: the best sentences, cited. */
export function nearestOf(ranked: readonly Ranked[], library: Library): Refused['nearest'] {
  const sentences = ranked
    .filter(
      ({ candidate, features }) =>
        candidate.prepared.sentence.role === 'body' && (features[COVERED] ?? 0) >= MIN_COVERED,
    )
    .slice(0, MAX_NEAREST);
  return sentences.map(({ candidate }, index) => citationOf(candidate, index + 1, library));
}

/** A folded word as the question writes it. */
function asWritten(word: string, question: string): string {
  const at = fold(question).indexOf(word);
  return at < 0 ? word : question.slice(at, at + word.length);
}

/** The question's weightiest words that neither the best sentence nor what stands around it holds. */
export function missingWords({ terms, question }: Understanding, best: Ranked | undefined): string[] {
  const window = best ? windowOf(best.candidate) : '';
  const missing = terms.filter((term) => !term.carried && term.word.length > 1 && literalMatch(term, window) === 0);
  return missing.sort((a, b) => b.weight - a.weight).map(({ word }) => asWritten(word, question));
}
