// Wrong answers that tempt: figures and names that other reports truly have, alike in form, and nowhere said of this district.

import { headAtEnd, type Initiative } from '../../lexicon/names/initiatives.ts';
import { oncePer } from '../../lexicon/words/once.ts';
import { topicsIn } from '../../lexicon/words/topics.ts';
import { fold } from '../../text/normalise.ts';
import type { Fact } from '../../types.ts';
import { pick, shuffled } from '../random-choice.ts';
import { formOf, type InitiativeMention, type PooledFigure, type Pools } from './pools.ts';
import { optionsAround } from './ranked-options.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';

/** Largest ratio between a wrong value and the right one, and smallest difference, as a share of the right one. */
const MAGNITUDE = 5;
const MIN_APART = 0.03;
/** A share of more than this is no wrong answer to one of less. */
const WHOLE = 100;

const decimalsOf = (surface: string): number => /\.(\d+)/u.exec(surface)?.[1]?.length ?? 0;

function isApart(left: number, right: number): boolean {
  return Math.abs(left - right) > MIN_APART * Math.max(Math.abs(left), Math.abs(right));
}

/** Returns the distance of two figures: the nearer, the better one tempts. */
function distance(wrong: PooledFigure, right: PooledFigure): number {
  return Math.abs(Math.log(wrong.value / right.value));
}

/** Returns figures that others truly have, of the form of a fact's and near it, each apart from it and from each other, the nearest first. */
function figuresLike(fact: Fact, forbidden: string, pools: Pools): PooledFigure[] {
  const form = formOf(fact.surface);
  if (form === null) return [];
  const right: PooledFigure = { surface: fact.surface, value: fact.value, district: fact.district ?? '' };
  const fit = (pools.figures.get(form) ?? [])
    .filter(({ surface, value }) => value > 0 && !forbidden.includes(surface) && isApart(value, right.value))
    .filter(({ surface }) => decimalsOf(surface) === decimalsOf(right.surface))
    .filter(({ value }) => form !== '%' || right.value > WHOLE || value <= WHOLE)
    .filter(({ value }) => Math.max(value / right.value, right.value / value) <= MAGNITUDE)
    .sort((a, b) => distance(a, right) - distance(b, right));
  return fit.filter(({ value }, at) => fit.findIndex((other) => !isApart(other.value, value)) === at);
}

/**
 * Returns two or three wrong surfaces for a fact, about which the right one is as likely the least or the greatest as any; else none.
 * @param forbidden text in which none of them may stand
 */
export function wrongFigures(fact: Fact, forbidden: string, pools: Pools): string[] {
  const sized = figuresLike(fact, forbidden, pools).map(({ surface, value }) => ({ option: surface, size: value }));
  return optionsAround(
    { option: fact.surface, size: fact.value },
    sized,
    `${fact.reportId} ${fact.indicator} ${fact.surface}`,
  );
}

/** Returns a figure to say instead of a fact's: another that others truly have; null where there is none. */
export function otherFigure(fact: Fact, forbidden: string, pools: Pools): string | null {
  const like = figuresLike(fact, forbidden, pools);
  return like[pick(`${fact.reportId} ${fact.surface} instead`, like.length)]?.surface ?? null;
}

const NUMERAL = /^(?:[一二两三四五六七八九十百千\d])/u;
const SHARE = 0.5;
const MIN_LENGTH_APART = 2;
const MIN_NAME_CHARACTERS = 3;

const NUMERALS = /[一二两三四五六七八九十百千]/gu;

/** Returns what a numbered name is built like: 三送一解 → NxNx, 1234 → dddd, 四大工程 → N大工程, with the noun that it counts. */
function buildOf(name: string): string {
  const built = name.replace(NUMERALS, 'N').replace(/\d/gu, 'd');
  return /^N[大个项条种类]/u.test(built)
    ? `${built.slice(0, 2)}${built.slice(-2)}`
    : built.replace(/[\u4e00-\u9fff]/gu, 'x');
}

const countOf = (name: string, mark: RegExp): number => name.split(mark).length;

/** True if the look of a name does not tell it from another: lists of as many parts, sums of as many, numbers built alike. */
function isBuiltAlike(other: Initiative, own: Initiative, shape: string): boolean {
  if (shape === 'list')
    return other.head === own.head && countOf(other.name, /[、，,]/u) === countOf(own.name, /[、，,]/u);
  if (shape === 'sum')
    return countOf(other.name, /\+/u) === countOf(own.name, /\+/u) && /\d/u.test(other.name) === /\d/u.test(own.name);
  return shape === 'words' || buildOf(other.name) === buildOf(own.name);
}

/** Returns what a name looks like: a list, a sum, a numbered slogan, or words. */
function shapeOf(name: string): string {
  if (/[、，,]/u.test(name)) return 'list';
  if (name.includes('+')) return 'sum';
  return NUMERAL.test(name) ? 'numbered' : 'words';
}

function isAsLong(left: string, right: string): boolean {
  return (
    Math.abs(left.length - right.length) <= Math.max(MIN_LENGTH_APART, SHARE * Math.min(left.length, right.length))
  );
}

/** True if two initiatives may be taken for each other: called alike, of one look, about as long; mere words must be called something. */
function isAlike(other: Initiative, own: Initiative): boolean {
  const shape = shapeOf(own.name);
  if (other.kind !== own.kind || shapeOf(other.name) !== shape || !isAsLong(other.name, own.name)) return false;
  if (headAtEnd(other.name) !== headAtEnd(own.name)) return false;
  // 四新, 退出: two characters say by themselves what they may stand for.
  if (own.name.length < MIN_NAME_CHARACTERS && (own.kind < 0 || shape === 'words')) return false;
  if (shape === 'words' && other.name.length < MIN_NAME_CHARACTERS) return false;
  return isBuiltAlike(other, own, shape) && (shape === 'numbered' || own.kind >= 0);
}

const topicsOf = oncePer(({ plain, passage }: ReportLine) => topicsIn([plain, ...passage.heading].join('\n')));

const COUNTS_A_NOUN = /^[一二两三四五六七八九十百千\d]+[大个项条种类]/u;

/** True if two initiatives are on one topic: what neither is called anything nor counts a noun is told by what it is about alone. */
function isOnOneTopic(other: InitiativeMention, own: InitiativeMention): boolean {
  return (
    own.kind >= 0 ||
    COUNTS_A_NOUN.test(own.name) ||
    topicsOf(other.line).some((topic) => topicsOf(own.line).includes(topic))
  );
}

/** Returns names of other districts' initiatives that may be taken for one of this district's, in an order that the name determines. */
export function namesLike(own: InitiativeMention, source: ItemSource, pools: Pools): string[] {
  const said = pools.said(source.district);
  const fit = pools.initiatives.filter(
    (other) =>
      other.source.district !== source.district &&
      isAlike(other, own) &&
      isOnOneTopic(other, own) &&
      !said.includes(fold(other.name)) &&
      !fold(own.name).includes(fold(other.name)) &&
      !pools.tellsPlace(other.name) &&
      (own.head === '' || !other.name.endsWith(own.head)),
  );
  const names = shuffled([...new Set(fit.map(({ name }) => name))].sort(), own.name);
  const sameHead = new Set(fit.filter(({ head }) => head === own.head).map(({ name }) => name));
  return [...names.filter((name) => sameHead.has(name)), ...names.filter((name) => !sameHead.has(name))];
}
