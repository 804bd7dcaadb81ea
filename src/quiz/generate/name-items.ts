// Items that ask for the name of an initiative: the clause that names it, with the name left out.

import { type Initiative, looksNamed } from '../../lexicon/names/initiatives.ts';
import { GENERAL, SLOGAN } from '../../lexicon/words/item-cues.ts';
import { parseChineseNumeral } from '../../text/chinese-numerals.ts';
import { fold } from '../../text/normalise.ts';
import { CHOICE_BLANK, type ItemDraft, TYPED_BLANK } from './draft.ts';
import type { InitiativeMention, Pools } from './pools.ts';
import { optionsOfLength } from './ranked-options.ts';
import { evidenceOf } from './statements/evidence.ts';
import type { ItemSource } from './statements/sources.ts';
import { stateAround } from './statements/statement.ts';
import { namesLike } from './wrong-answers.ts';

const MIN_WRONG = 2;
/** A name is asked for with more round it than a figure: what it is for. */
const MIN_CHARACTERS = 34;
/** Characters round a name that say what it is for, the district and the period aside; more for one of several called alike. */
const MIN_WORDS_AROUND = 8;
const MIN_WORDS_TO_TELL = 14;
const MIN_WORDS_SOUGHT = 10;

const NUMBERED = /^(?<numeral>[两二三四五六七八九十])(?:[大个项条步种类]|位一体$|[^一二两三四五六七八九十]{1,3}$)/u;

/** True if the clause before a numbered name lists as many as the name counts: 甲片区、乙片区和丙片区“三大片区”. */
function isCountInSight(before: string, name: string): boolean {
  const numeral = NUMBERED.exec(name)?.groups?.['numeral'];
  if (numeral === undefined) return false;
  const clause = /[^，,；;。：:]*$/u.exec(before)?.[0] ?? '';
  const count = numeral === '两' ? 2 : (parseChineseNumeral(numeral) ?? 0);
  return (clause.match(/[、和与及]/gu)?.length ?? 0) >= count - 1;
}

/** Returns the number of characters round a blank that tell what is asked for, neither the period nor the district nor what stands in quotation marks beside. */
function wordsAround(around: string, { display, short }: ItemSource): number {
  const rest = around
    .replace(/^据[^，]*，/u, '')
    .replace(display, '')
    .replace(short, '');
  return rest.replace(/[^\u4e00-\u9fff]/gu, '').length;
}

/** True if the district calls something else by the same words: two of its 工作模式. */
function hasNamesake({ name, whole, source }: InitiativeMention, pools: Pools): boolean {
  const called = whole.slice(name.length + 2);
  return (
    called !== '' &&
    pools.initiatives.some(
      (other) =>
        other.source.district === source.district &&
        fold(other.name) !== fold(name) &&
        other.whole.slice(other.name.length + 2) === called,
    )
  );
}

const MIN_TELLING = 3;
const SHORT_WORD = /^[\u4e00-\u9fff]{2,3}$/u;

/** True if a name is a word or two that nothing calls an initiative and nothing counts: 小平台. */
function isCommonWord({ name, kind }: Initiative): boolean {
  return kind < 0 && SHORT_WORD.test(name) && (!looksNamed(name) || name.length < MIN_TELLING);
}

const IDEA = /^(?:理念|思维|思路|原则|目标|定位|概念|战略|标准)$/u;

/** True if a name is what a district says of itself rather than what it does: an idea that nothing counts, or one made of its name. */
export function isWatchword({ name, head, source: { short } }: InitiativeMention): boolean {
  const isCounted = /[一二三四五六七八九十两双\d+、]/u.test(name);
  return (IDEA.test(head) && !isCounted) || (name.includes(short) && /[、，]/u.test(name));
}

/** True if a name is one of several that stand side by side: the others would be given, and which one is meant is not said. */
function isOneOfSeries({ start, end, line: { plain } }: InitiativeMention): boolean {
  const isLastOfMany = /、[^，；“”]{0,12}“$/u.test(plain.slice(0, start)) && /^”等/u.test(plain.slice(end));
  return (
    isLastOfMany ||
    /(?:[”》][、和与及]?|[\u4e00-\u9fff]、)[“《]$/u.test(plain.slice(0, start)) ||
    /^[”》](?:[、和与及变转]|变为|转为|为)?[“《]|^[”》]、/u.test(plain.slice(end))
  );
}

/** What a place is called or is said to give: nobody does it. */
const FAME =
  /(?:誉为|称为|美称|之称|素有|提供|贡献|奉献|擦亮|叫响|夯实|唱响|改变|打破|告别|摆脱)[^，；。]{0,14}[“《]?$|(?:自|简称|以下称|发放)[“《]?$/u;
/** True if a name is what its place is called or gives rather than what is done there. */
export function isFame({ line, start }: InitiativeMention): boolean {
  return FAME.test(line.plain.slice(0, start));
}

/** Two works, four functions: what they are is to be asked, not that they are so many. */
const BARE_COUNT =
  /^[两二三四五六七八九十\d]+[大个项种类条]?(?:功能|制度|体系|机制|工程|行动|片区|任务|领域|方面|目标|平台|中心|产业|计划|战略|措施|举措|作用|重点|优势){1,2}$/u;

/** Names longer than this, and lists of more than two, are not to be typed. */
const MAX_TYPED = 10;

function typedDraft(
  { name, whole }: Initiative,
  [before, after]: readonly [string, string],
): Pick<Extract<ItemDraft, { kind: 'fill-in' }>, 'kind' | 'question' | 'accepted'> | null {
  if (name.length > MAX_TYPED || name.split(/[、，,]/u).length > 2) return null;
  const called = whole.replace(/[“”《》]/gu, '');
  const accepted: [string, ...string[]] = called === name ? [name] : [name, called];
  return { kind: 'fill-in', question: `${before}${TYPED_BLANK}${after}。`, accepted };
}

/**
 * Drafts a question for the name of an initiative.
 * @param options `minCharacters` and `maxCharacters` of the statement; `isSought`: no other item tells of it; more must be said of it then
 */
export function initiativeDrafts(
  initiative: InitiativeMention,
  pools: Pools,
  {
    minCharacters = MIN_CHARACTERS,
    maxCharacters,
    isSought = false,
  }: { minCharacters?: number; maxCharacters?: number; isSought?: boolean } = {},
): ItemDraft[] {
  const { line, start, end, name, source } = initiative;
  if (
    isWatchword(initiative) ||
    isCommonWord(initiative) ||
    isOneOfSeries(initiative) ||
    isFame(initiative) ||
    BARE_COUNT.test(name) ||
    SLOGAN.test(name) ||
    GENERAL.test(name)
  )
    return [];
  const statement = stateAround(
    { start, end },
    { line, source },
    { minCharacters, ...(maxCharacters && { maxCharacters }) },
  );
  if (!statement) return [];
  const { text, target } = statement;
  const [before, after] = [text.slice(0, target.start), text.slice(target.end)];
  const around = wordsAround(before + after, source);
  if (around < (isSought ? MIN_WORDS_SOUGHT : MIN_WORDS_AROUND) || isCountInSight(before.replace(/[“《]$/u, ''), name))
    return [];
  const common = { subject: 'name', source, evidence: evidenceOf(line, source) } as const;
  const isOneOfSeveral = around < MIN_WORDS_TO_TELL && hasNamesake(initiative, pools);
  const typed = isOneOfSeveral ? null : typedDraft(initiative, [before, after]);
  const identity = `name ${text}`;
  const distractors = optionsOfLength(name, namesLike(initiative, source, pools), name);
  const choice =
    // A name that holds the district's own gives itself away among others.
    distractors.length < MIN_WRONG || pools.tellsPlace(name)
      ? null
      : ({ kind: 'single', question: `${before}${CHOICE_BLANK}${after}。`, key: name, distractors } as const);
  const asked = choice ?? typed;
  return asked ? [{ ...common, ...asked, identity }] : [];
}

/** Returns items on the names of a report's initiatives. */
export function initiativeNameItems(source: ItemSource, pools: Pools): ItemDraft[] {
  const seen = new Set<string>();
  return pools.initiatives
    .filter((initiative) => initiative.source === source)
    .flatMap((initiative) => {
      const drafts = seen.has(fold(initiative.name)) ? [] : initiativeDrafts(initiative, pools);
      if (drafts.length > 0) seen.add(fold(initiative.name));
      return drafts;
    });
}
