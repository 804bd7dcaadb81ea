// Names what a figure counts or measures by the noun next to it: 整合12家*国有企业*, *市场主体*21594家, 设立500万元*周转资金*.
import { factCue } from '../../lexicon/words/fact-cues.ts';
import { EMPTY_NOUNS, LEADS, PLAIN_MEASURES, VERBS_IN_NAMES } from '../../lexicon/words/indicator-words.ts';
import type { Quantity } from '../../text/numbers.ts';
import { type Clauses, clauseAround, nextFigure, textBefore, textBehind } from './clauses.ts';
import {
  type IndicatorName,
  isName,
  isSelfExplanatory,
  LONGEST_NOUN,
  type NamingContext,
  REACHING,
  STEP,
  spoken,
} from './indicator-name.ts';
import { byNounBehind, nounTextBehind } from './noun-after.ts';
import { nounAtStart, type Phrase, phraseAtEnd, verbOfList, withoutLeads, withoutLinks } from './phrase.ts';
import { isVerbal, taggedWordsOf } from './tagged-words.ts';

/** Units that count kinds of things, which stand behind them: 四大类*项目*. */
const KINDS = /^[大小]?[类种]$/;
/** Works that have a size. */
const WORK = factCue('work measured');
/** A sum by which something is done measures nothing: 以4亿元竞得. */
const MEANS = factCue('sum used');

/** Returns the phrase before a figure; of a list only its kind: 开展义诊、培训*等各类活动*. */
function phraseBefore(before: string, names: readonly string[]): Phrase {
  const text = withoutLinks(before);
  const at = text.lastIndexOf('等');
  const kind = at < 0 ? '' : text.slice(at + 1).trim();
  if (isName(kind) && !PLAIN_MEASURES.words.has(kind) && phraseAtEnd(kind, names).noun === kind)
    return { verb: verbOfList(text.slice(0, at + 1), names), noun: kind, left: '' };
  const phrase = phraseAtEnd(text, names);
  return { ...phrase, noun: phrase.noun.replace(/等$/, '') };
}

/** 注册资金 and 减税规模 are measures, not what comes of registering and cutting taxes. */
function unsplit(phrase: Phrase): Phrase {
  const isEmpty = EMPTY_NOUNS.words.has(phrase.noun) && VERBS_IN_NAMES.words.has(phrase.verb);
  const isMeasure = isEmpty || PLAIN_MEASURES.words.has(phrase.verb + phrase.noun);
  return isMeasure ? { ...phrase, verb: '', noun: phrase.verb + phrase.noun } : phrase;
}

/** Returns a word before the verb that says whose the counted thing is: *城镇*新增就业; empty if the district itself acts. */
function ownerOf(left: string, names: readonly string[]): string {
  const owner = withoutLeads(left, names);
  const isWord = owner.length >= 2 && owner.length <= 4 && taggedWordsOf(owner).every(({ kind }) => kind === 'name');
  return isWord &&
    !names.includes(owner) &&
    !/[委府局办会部院厅处区县市们]$/.test(owner) &&
    !LEADS.words.has(owner) &&
    isName(owner)
    ? owner
    : '';
}

/** True if a measure is of each of the things counted right before it: 159个*村集体收入超过*10万元. */
function isOfEach({ read, quantities }: Clauses, quantity: Quantity, before: string): boolean {
  const last = quantities.findLast(({ end }) => end <= quantity.start);
  if (read[quantity.end] === '的') return false;
  return (
    last?.kind === 'count' &&
    before !== '' &&
    !/^[、和及的（，,；;。：:—\s]/.test(read.slice(last.end)) &&
    read.slice(last.end, quantity.start).trim() === before
  );
}

/** Actions that are measured as such: 拆迁*120万平方米*, 融资*5亿元*. */
function isWork(noun: string, { kind }: Quantity): boolean {
  return kind === 'money' || (kind !== 'count' && WORK.test(noun));
}

/** True if a noun before a figure can be what the figure measures. */
function isMeasured(noun: string, quantity: Quantity, names: readonly string[]): boolean {
  const isAction = taggedWordsOf(noun).every(isVerbal) && !STEP.test(noun) && !isWork(noun, quantity);
  return isName(noun) && !names.includes(noun) && !isAction && !/全[市省国区县]$/.test(noun);
}

/** Returns the verb of a name: its own, that of the list it stands in (引进基金10家、*金融机构*18家), none if a measure is only reached. */
function verbFor(
  { verb, noun, left }: Phrase,
  quantity: Quantity,
  { previous, names, isListed }: NamingContext & { readonly isListed: boolean },
): string {
  const isOwn = isSelfExplanatory({ verb: '', noun, tail: '' });
  const chosen = isListed && verb === '' && isOwn ? (previous?.verb ?? '') : verb;
  if (REACHING.test(chosen) && quantity.kind !== 'count' && isOwn) return '';
  return verb !== '' && spoken(verb) !== '' ? ownerOf(left, names) + chosen : spoken(chosen);
}

/** Returns the noun before a figure: *市场主体*21594家. */
function byNounBefore(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  const { names, previous } = context;
  const before = textBefore(clauses, quantity, previous?.end);
  // 正在建设的8万平方米大厦: the figure is of what stands behind it.
  if (MEANS.test(before) || /的$/.test(before)) return null;
  const phrase = unsplit(phraseBefore(before, names));
  const { verb, noun, left } = phrase;
  const isLoose = verb === '' && (isOfEach(clauses, quantity, before) || KINDS.test(quantity.unit));
  if (!isMeasured(noun, quantity, names) || isLoose) return null;
  const isSameClause = previous !== null && previous.figure.end >= clauseAround(clauses, quantity)[0];
  const isListed = isSameClause && /^[、和及]/.test(before) && previous.tail === '';
  // 审批事项完成78项: not all that there are.
  const done = /(?:完成|办完)$/.exec(before)?.[0] ?? '';
  const tail = quantity.kind === 'count' && verb === '' ? done : '';
  return { verb: verbFor(phrase, quantity, { ...context, isListed }), noun, tail, left, end: quantity.end };
}

/** Returns a measure that is said of a thing behind it: 总投资*57.4亿元*的9个重点项目; null if that thing cannot be named. */
function ofThingBehind(clauses: Clauses, quantity: Quantity, named: IndicatorName): IndicatorName | null {
  const behind = textBehind(clauses, quantity);
  if (!behind.startsWith('的') || !(PLAIN_MEASURES.words.has(named.noun) || /^[占总]/.test(named.noun))) return named;
  const next = nextFigure(clauses, quantity);
  const thing = behind.length > 1 ? behind.slice(1) : next ? textBehind(clauses, next) : '';
  const { noun } = nounAtStart(thing, { isGoverned: true });
  return isName(noun) && noun.length + named.noun.length <= LONGEST_NOUN ? { ...named, noun: noun + named.noun } : null;
}

/** Returns the noun next to a count that it counts; null if there is none. */
function counted(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  const behind = byNounBehind(clauses, quantity, context);
  // 连续三次大学习: what stands behind a count is counted, whether it can be named or not.
  if (behind || nounAtStart(nounTextBehind(clauses, quantity).text).noun !== '') return behind;
  // 推出“惠民包”等8大类: what the list is of stands nowhere.
  return /等$/.test(textBefore(clauses, quantity)) ? null : byNounBefore(clauses, quantity, context);
}

/** Returns the indicator of a count or a sum, by the noun next to it; null if there is none. */
export function measured(clauses: Clauses, quantity: Quantity, context: NamingContext): IndicatorName | null {
  if (quantity.kind === 'count') return counted(clauses, quantity, context);
  const before = byNounBefore(clauses, quantity, context);
  const isBareVerb = before !== null && before.verb === '' && taggedWordsOf(before.noun).every(isVerbal);
  if (before && !isBareVerb) return ofThingBehind(clauses, quantity, before);
  // 投入500万元补助资金: the money is of what stands behind it; 4台35万千瓦的机组: what each of them has is no sum.
  const behind = context.previous?.figure.end === quantity.start ? null : byNounBehind(clauses, quantity, context);
  if (behind?.verb) return behind;
  return before && ofThingBehind(clauses, quantity, before);
}
