// Finds what a folded question asks for: the shapes, and for figures the kind, the unit and the noun. It reads no evidence.
import { parseNumeral } from '../text/chinese-numerals.ts';
import { type QuantityKind, UNIT_PATTERN } from '../text/units.ts';
import { KIND_CUES, MAX_OF_ALL, POST, SHAPE_CUES } from './cues.ts';
import type { Ask, Shape } from './types.ts';

const SEPARATOR = /[,，。？?！!；;、\n]/u;
const FIGURE_CUE = new RegExp(
  `(?:多少|几(?![等乎何]))[十百千万亿]*(?<unit>${UNIT_PATTERN})?(?<noun>[\\u4e00-\\u9fff]{0,8})`,
  'gu',
);
const NOUN_END = /[的了呢吗是有在]|多少|一共|总共|[,，]/u;
/** Where the question itself tells how many things it wants: 五大中心是哪五个, 哪三条. */
const COUNT_ASKED = /哪([两二三四五六七八九十\d]+)/u;
const COUNT_NAMED = /([两二三四五六七八九十]|\d{1,2})(?:大|个|项|条|张|种|类|库|新|网)/u;
const COUNT_WORTHY = 2;
const MAX_NOUN_CHARACTERS = 6;
/** Of a body's name this much must stand before the post. */
const MAX_BODY_CHARACTERS = 3;
/** Nouns of one character that tell what is counted. */
const TELLING = /^[税电水地房车树路桥]$/u;

/** The stretches of a question between its punctuation marks, without empty ones. */
function stretches(folded: string): string[] {
  return folded.split(SEPARATOR).filter((text) => /[\p{L}\p{N}]/u.test(text));
}

function shapeOf(text: string): Shape {
  return SHAPE_CUES.find(([, cue]) => cue.test(text))?.[0] ?? 'open';
}

function kindsOf(text: string): QuantityKind[] {
  return [...(KIND_CUES.find(([, cue]) => cue.test(text))?.[0] ?? [])];
}

/** How many things a question wants, and whether it asks for just so many or names something that has so many parts. */
function countOf(folded: string): Pick<Ask, 'itemCount' | 'isCountAsked'> {
  const asked = COUNT_ASKED.exec(folded)?.[1];
  const numeral = asked ?? COUNT_NAMED.exec(folded)?.[1];
  const count = numeral === undefined ? null : parseNumeral(numeral);
  const itemCount = count !== null && count >= COUNT_WORTHY ? count : null;
  return { itemCount, isCountAsked: itemCount !== null && asked !== undefined };
}

const NO_COUNT = { itemCount: null, isCountAsked: false, post: null } as const;

/** The last post that a question names, with the body it belongs to where that stands before it (教育局局长). */
function postIn(folded: string): string | null {
  const match = [...folded.matchAll(POST)].at(-1);
  if (!match) return null;
  const body =
    /(?<body>[\u4e00-\u9fff]{2,6}[局委办院校会部处科])的?$/u.exec(folded.slice(0, match.index))?.groups?.['body'] ?? '';
  return body.slice(-MAX_BODY_CHARACTERS) + match[0];
}

/** The noun that a cue counts from behind: 商户 in 登记的商户有(多少家). */
function nounBefore(text: string): string {
  const words = text.replace(/(?:一共|总共|合计|共|有|是|为|达到?|了|的|\s)+$/u, '').split(/[的\s在于"']/u);
  return (words.at(-1) ?? '').slice(-MAX_NOUN_CHARACTERS);
}

/** 工业增加值和消费品零售额各增长多少 asks twice: once for each of what 和 joins. */
const JOINED = /^(?<first>.{2,16}?)(?:和|与|及|、)(?<second>.{2,16}?)(?<asked>(?:分别|各自|各).*)$/u;

/** A stretch as the one or two questions that it puts. */
function untied(text: string): string[] {
  const { first, second, asked } = JOINED.exec(text)?.groups ?? {};
  // The names of compared districts are blanked out: what is left must be two things, not one.
  const isTwo = [first, second].every((part) => part !== undefined && part.trim().length > 1);
  return isTwo ? [`${first}${asked}`, `${second}${asked}`] : [text];
}

/** The figures that a stretch asks for: one a cue (`多少个项目`, `几天`), or one for the whole stretch (`增幅呢`). */
function figureAsks(text: string): Ask[] {
  const cues = [...text.matchAll(FIGURE_CUE)];
  const asks = cues.map((match, index): Ask => {
    const before = index === 0 ? 0 : (cues[index - 1]?.index ?? 0) + (cues[index - 1]?.[0].length ?? 0);
    const end = cues[index + 1]?.index ?? text.length;
    const own = text.slice(Math.min(before, match.index), end);
    const unit = match.groups?.['unit'] ?? null;
    const behind = (match.groups?.['noun'] ?? '').split(NOUN_END)[0] ?? '';
    const noun = behind.length > 1 || TELLING.test(behind) ? behind : nounBefore(text.slice(before, match.index));
    return { shape: 'figure', text: own, kinds: kindsOf(own), unit, noun, ...NO_COUNT };
  });
  return asks.length > 0
    ? asks
    : [
        {
          shape: 'figure',
          text,
          kinds: kindsOf(text),
          unit: null,
          noun: nounBefore(text.replace(/(?:数量|总数|总额|规模|比例).*$/u, '')),
          ...NO_COUNT,
        },
      ];
}

/** A bare further ask (…，到账的有多少) asks for a figure of the same kind as the one before. */
function inherited(ask: Ask, before: Ask | undefined): Ask {
  const isBare =
    ask.shape === 'figure' && ask.kinds.length === 0 && ask.unit === null && /(?:多少|几何)[吗呢]?$/u.test(ask.text);
  return isBare && before?.shape === 'figure' ? { ...ask, kinds: before.kinds, unit: before.unit } : ask;
}

/** Most things that one question may ask for: each is looked for by itself. */
const MAX_ASKS = 6;

/** Each ask once, however often it is repeated, and not too many. */
function distinct(asks: readonly Ask[]): readonly Ask[] {
  return [...new Map(asks.map((ask) => [`${ask.text}\n${ask.unit}\n${ask.noun}`, ask])).values()].slice(0, MAX_ASKS);
}

/**
 * Returns what a folded question asks for, in order: never empty (`open` where no cue is found).
 * Stretches that only set the scene (在山阳区，…) ask for nothing.
 */
export function findAsks(folded: string): [Ask, ...Ask[]] {
  const asks: Ask[] = [];
  for (const stretch of stretches(folded)) {
    const shape = shapeOf(stretch);
    if (shape === 'open') continue;
    if (shape === 'figure') asks.push(...untied(stretch).flatMap(figureAsks));
    else
      asks.push({
        shape,
        text: stretch,
        kinds: [],
        unit: null,
        noun: '',
        ...countOf(folded),
        post: shape === 'person' ? postIn(folded) : null,
      });
  }
  const [first, ...rest] = distinct(asks).map((ask, index, all) => inherited(ask, all[index - 1]));
  return first
    ? [first, ...rest]
    : [{ shape: 'open', text: folded, kinds: [], unit: null, noun: '', ...countOf(folded), post: null }];
}

const MORE_OR_LESS = /(?:哪|谁)[^,，]{0,3}更?[多少高低大小]/u;

/** Returns what a comparison asks for: a figure of each, where it asks which has more or less of something. */
export function comparedAsks(folded: string): [Ask, ...Ask[]] {
  const asks = findAsks(folded);
  const cue = MAX_OF_ALL.exec(folded) ?? MORE_OR_LESS.exec(folded);
  if (!cue || asks.some(({ shape }) => shape === 'figure')) return asks;
  const before = folded.slice(0, cue.index);
  return [{ shape: 'figure', text: folded, kinds: kindsOf(before), unit: null, noun: nounBefore(before), ...NO_COUNT }];
}
