// Points that say of several things what each is: 桂花巷做糕点，米市巷做民宿. Whoever exchanges them says other things, though every word is there.
import { plainLetters } from './answer-pieces.ts';

const LABELLED = /^(.{1,5}?)(?<joint>指的是|是指|代表|是|指|做|由(?=.+负责$))(?=.)/u;
/** A step by its number: 第一步摸底登记. */
const ORDINAL = /^第(?:\d|[一二三四五六七八九十])+[步条项级阶轮]?段?(?:是|为)?/u;
const ASKS_ORDER = /依次|顺序|先后|次序|步骤/u;

/** Returns a point without its number. */
export function withoutOrdinal(point: string): string {
  return point.trim().replace(ORDINAL, '');
}

/** True if points are steps: numbered, or asked for in their order. */
export function areInOrder(points: readonly string[], question: string): boolean {
  return points.length > 1 && (ASKS_ORDER.test(question) || points.every((point) => ORDINAL.test(point.trim())));
}

/** Returns what each point says something of; empty for those that are not labelled, and for all where fewer than two are alike. */
export function labelsOf(points: readonly string[]): string[] {
  const read = points.map((point) => LABELLED.exec(plainLetters(point)));
  const joints = read.map((match) => match?.groups?.['joint'] ?? '');
  const isAlike = (joint: string): boolean => joint !== '' && joints.filter((other) => other === joint).length > 1;
  const labels = read.map((match, n) => (isAlike(joints[n] ?? '') ? (match?.[1] ?? '') : ''));
  return new Set(labels.filter((label) => label !== '')).size > 1 ? labels : points.map(() => '');
}

function names(text: string, label: string): boolean {
  return label.length > 1 ? text.includes(label) : LABELLED.exec(text)?.[1] === label;
}

/** True if a piece speaks of what another point is about and not of what this one is. */
export function speaksOfAnother(text: string, own: string, others: readonly string[]): boolean {
  return own !== '' && !names(text, own) && others.some((label) => label !== '' && label !== own && names(text, label));
}

/** Returns the most points that stand in a rising order. @param places where each point that is made stands; points in their order */
export function longestRising(places: ReadonlyMap<number, number>): ReadonlySet<number> {
  const made = [...places].sort(([left], [right]) => left - right);
  const chains: [number, number][][] = [];
  for (const one of made) {
    const before = chains.filter((chain) => (chain.at(-1)?.[1] ?? 0) < one[1]);
    const longest = before.reduce<[number, number][]>((best, chain) => (chain.length > best.length ? chain : best), []);
    chains.push([...longest, one]);
  }
  const best = chains.reduce<[number, number][]>((top, chain) => (chain.length > top.length ? chain : top), []);
  return new Set(best.map(([point]) => point));
}
