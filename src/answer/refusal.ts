// Refusals that explain themselves: what was looked for, what is missing, the nearest that is there. It decides nothing.
import { districtNames } from '../lexicon/places/districts.ts';
import { windowOf } from '../read/candidates.ts';
import { FEATURE_NAMES } from '../read/features.ts';
import { literalMatch } from '../read/match.ts';
import type { Ranked } from '../read/ranking.ts';
import { fold } from '../text/normalise.ts';
import { inPeriodWords } from '../text/period-words.ts';
import type { Interpretation, Library, RefusalReason, Refused } from '../types.ts';
import { isTelling } from '../understand/turn-words.ts';
import type { Understanding } from '../understand/types.ts';
import { nameOf } from './cells/row.ts';
import { citationOf } from './compose/compose.ts';
import type { Refusal, RefusalRule } from './decide.ts';

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

const BRIEF_ZH = (about: string): string =>
  `发送“/brief ${about || '区县名'}”，可得到${about || '一个区县'}的要点：数据、做法、成效，逐条附出处。`;
const BRIEF_EN = (about: string): string =>
  `Send "/brief ${about || 'DISTRICT'}" for its figures, practices and results, each with its source.`;

/** What is said for a rule in place of what is said for its reason. */
const ZH_BY_RULE: Readonly<Partial<Record<RefusalRule, Message>>> = {
  thanks: () => '不客气。还想了解什么，请直接问。',
  help: () =>
    '我只根据已入库的报告作答，每句话都附原文出处。可以问：某区某年的数字（“某区2023年新增就业多少人？”）、做法、人物、时间，' +
    '比较几个区县，也可以接着上一问追问。命令：/districts 看收录了哪些区县，/brief 看一个区县的要点，/compare 并排比较，/topic 看一个主题，/quiz 练习。',
  partOnly: () => '报告只写了其中一部分（一个区、园区、小区、项目或企业）的这项数字，没有写全部的。',
  notMentioned: (about, missing) => `${about || '已收录'}的报告没有提到${missing}（按原文用词查找）。`,
  draft: (about) => `我不代写材料，以免写出原文没有的话。${BRIEF_ZH(about)}`,
  everything: BRIEF_ZH,
  verdict: () =>
    '报告没有评判谁做得更好，我不替它们下结论。发送“/topic 主题”，可并排看各区县的原文；发送“/compare 区县 区县 主题”，可比较其中几个。',
};

const EN_BY_RULE: Readonly<Partial<Record<RefusalRule, Message>>> = {
  thanks: () => 'You are welcome.',
  help: () =>
    'I answer from the reports I hold, each sentence with its source: figures, practices, people, dates, comparisons, follow-ups. ' +
    'Commands: /districts, /brief DISTRICT, /compare DISTRICT DISTRICT, /topic TOPIC, /quiz.',
  partOnly: () =>
    'The reports state this figure of a part alone (a district, zone, estate, project or firm), not of the whole.',
  notMentioned: (about, missing) => `The reports${about ? ` on ${about}` : ''} do not mention ${missing}.`,
  draft: (about) => `I write no texts of my own. ${BRIEF_EN(about)}`,
  verdict: () =>
    'The reports do not say who does better, and I do not judge. Send "/topic TOPIC" to see what each district says.',
};

const ZH: Readonly<Record<RefusalReason, Message>> = {
  empty: (about) =>
    `没有看到问题。${about ? `请说明想了解${about}的什么` : '请用一句话提问'}，例如“${about || '某区'}有哪些做法？”。`,
  'too-long': () => '问题太长了（超过1000字）。请缩短成一两句话再问。',
  greeting: () => '您好！我只根据已入库的报告回答区县发展方面的问题，例如某区的数据、做法、人物和时间。请直接提问。',
  request: (about) => BRIEF_ZH(about),
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
  request: (about) => BRIEF_EN(about),
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
  const { districts } = interpretation;
  const labels = districts.map((district) =>
    districts.length > 1 ? nameOf(district) : districtNames(district).display,
  );
  const about = labels.join(isChinese ? '、' : ', ');
  const isPeriod = isChinese && reason === 'period-not-covered';
  const named = missing.slice(0, MAX_MISSING).map((word) => (isPeriod ? inPeriodWords(word) : `“${word}”`));
  const say = (isChinese ? ZH_BY_RULE : EN_BY_RULE)[rule] ?? (isChinese ? ZH : EN)[reason];
  const message = say(about, named.join(isChinese ? '、' : ', '));
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

/** Returns the stretch of a question's content that a word is part of, if it is short: “三清五通”, not “三清” and “五通”. */
export function stretchOf(word: string, content: string): string {
  const stretch = content.split(/[^\p{L}\p{N}+]+/u).find((part) => part.includes(word)) ?? word;
  return stretch.length <= MAX_STRETCH ? stretch : word;
}

const MAX_STRETCH = 8;
/** Counts and lengths (五个, 500字) tell nothing of what was looked for. */
const COUNT = /^[\d一二三四五六七八九十两几]+(?:个?区县?|[个项家字份名人次条篇年天万亿])?$/u;

/** What the question names, weightiest first, that neither the best sentence nor what stands around it holds. */
export function missingWords({ terms, question, content }: Understanding, best: Ranked | undefined): string[] {
  const window = best ? windowOf(best.candidate) : '';
  const missing = terms.filter(
    (term) => !term.carried && isTelling(term.word) && !COUNT.test(term.word) && literalMatch(term, window) === 0,
  );
  const stretches = missing.sort((a, b) => b.weight - a.weight).map(({ word }) => stretchOf(word, content));
  return [...new Set(stretches)].map((stretch) => asWritten(stretch, question));
}
