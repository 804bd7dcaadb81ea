// A sentence of a report made into a statement that stands alone: the district named, dates absolute, nothing that points back.
// What cannot be made so without guessing is left out.
import { foreignDistrictIn } from '../../../lexicon/places/districts.ts';
import { PAGE } from '../../../lexicon/words/item-cues.ts';
import { clausesOf } from '../../../text/clauses.ts';
import type { Span } from '../../../types.ts';
import { isDependentClause, isSetPhrase, opensWithoutSubject, opensWithVerb, pointsBack } from './clause-words.ts';
import { isTorn, type PieceLimits, pieceAround, withoutName } from './pieces.ts';
import { allReplaced, everyMatch, firstReplaced, type Marked } from './replacing.ts';
import { situated, withDates, withDayOfWriting, withEnd } from './situating.ts';
import type { ItemSource, LineContext } from './sources.ts';
import { namesDistrict } from './subjects.ts';
import { actorAt, isNotTold } from './voices.ts';

/** A statement that stands alone. */
export interface StandaloneStatement {
  /** Without a closing mark. */
  readonly text: string;
  /** Where what is asked for stands in `text`. */
  readonly target: Span;
}

/** Longest piece of a sentence that a question is made of (UTF-16 units): it must be read at a glance. */
const MAX_CHARACTERS = 90;
const SHORT = 16;
/** A blank further behind is cut off where a question is shown in one line. */
const LATEST_TARGET = 80;
/** Fewest characters (marks aside) that say something beside the district and the period. */
const MIN_CHARACTERS = 10;
const LIST_MARK =
  /^(?:[一二三四五六七八九十](?:是|要)|第[一二三四五六七八九十][，,、是]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]、|\d{1,2}[.．、](?!\d)|[^，。：:“]{1,6}之[一二三四五六七八九十][：:]|——|[-*•]\s)\s*/u;
const CONNECTIVE =
  /^(?:同时|此外|另外|与此同时|为此|因此|其间|期间|据悉|据了解|据统计|据介绍|接下来|下一步|而且|并且|并|而|也|还|最[^，,]{2,6}的是)[，,]?/u;
/** Words that date by the day of writing and need no date where the report's year is named. */
const NOW =
  /(?:截至目前|截止目前|到目前为止|目前|现如今|如今|当前|近年来|近几年来|近些年来|多年来|近日|日前|长期以来|一直以来)[，,]?/u;
/** 还 and 也 join to what was told before. */
const JOINING = /(?<=[区县市])[还也](?=[\u4e00-\u9fff])/u;
/** White space beside Chinese characters and marks: left over from the page. */
const GAP = /(?<=[\u4e00-\u9fff“”、，。（）])\s+|\s+(?=[\u4e00-\u9fff“”、，。（）])/gu;
const MARKS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** Replaces Latin marks between Chinese characters by Chinese ones, unit for unit. */
function withChineseMarks(text: string): string {
  return text.replace(/(?<!\d)[,;:()]|[,;:()](?!\d)/gu, (mark) => MARKS[mark] ?? mark);
}

function isBalanced(text: string): boolean {
  return ['“”', '《》', '（）', '()', '「」', '‘’'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
}

/** True if hardly anything is said beside where and when. */
function saysLittle(text: string, { display }: ItemSource): boolean {
  const rest = text.replace(/^据[^，]*的报告，/u, '').replace(display, '');
  return rest.replace(/[^\u4e00-\u9fff\d]/gu, '').length < MIN_CHARACTERS;
}

/** True if the district was put before an aim whose action is cut off: 柳岸区为加强…，推动…. */
function opensWithAim(text: string, { display }: ItemSource): boolean {
  const behind = text.slice(text.indexOf(display) + display.length);
  return text.includes(display) && behind.startsWith('为') && opensWithVerb(behind.slice(1));
}

/** True if nobody is said to have done it: 为柳岸区老楼安装了扶手. */
function isSubjectless(text: string, { names }: ItemSource): boolean {
  const rest = text.replace(/^[^，]*\d{4}年[^，]*，/u, '');
  if (!names.some((name) => rest.includes(name)) || !opensWithoutSubject(rest)) return false;
  return !clausesOf(rest).some(({ start }) => names.some((name) => rest.startsWith(name, start)));
}

/** 柳岸柳岸区: the name was put before itself. */
const NAMED_TWICE = /([\u4e00-\u9fff]{2,3})\1[区县市]/u;

/** True if words of the page or of the reporter stand in a text. */
function hasPageWords(text: string): boolean {
  return (
    PAGE.test(text) ||
    /据了解|据介绍|据悉|据统计|即日起|(?:^|，)\d{1,2}月(?:\d{1,2}日)?[，起至]|http|\[\d+\]/u.test(text)
  );
}

/** True if the last clause only leads up to one that is cut off. */
function endsWithDependentClause(text: string, source: ItemSource): boolean {
  const last = clausesOf(text).at(-1);
  return last !== undefined && isDependentClause(withoutName(text.slice(last.start, last.end).trim(), source));
}

/** True if a line may be told of the district: it, nobody else and nothing unknown in a report on something else, did what it tells. */
export function isOfDistrict(target: Span, { line, source }: LineContext): boolean {
  const actor = actorAt(target, { line, source });
  return actor === 'unknown' ? namesDistrict(source.report.title, source) : actor === 'district';
}

/** Returns a piece without the marks, links and times that need no date before it; null where it points elsewhere or says what all say. */
function bareOf(piece: Marked, source: ItemSource): Marked | null {
  const dated = withDates(piece, source);
  const bare = dated && firstReplaced(dated, LIST_MARK, '');
  const opened = bare && firstReplaced(bare, CONNECTIVE, '');
  const settled = opened && withDayOfWriting(opened, source);
  const timeless = settled && firstReplaced(settled, NOW, '');
  if (!timeless || isSetPhrase(timeless.text) || pointsBack(timeless.text)) return null;
  return isTorn(timeless.text) || timeless.text.includes('——') || !isBalanced(timeless.text) ? null : timeless;
}

/** True if a statement that stands alone may be asked about: whole, of the district alone, and without words of the page. */
function isAskable({ text }: { readonly text: string }, source: ItemSource): boolean {
  if (NAMED_TWICE.test(text) || hasPageWords(text) || foreignDistrictIn(text, source.district) !== null) return false;
  return !endsWithDependentClause(text, source) && !opensWithAim(text, source) && !isSubjectless(text, source);
}

/** Limits of a statement, and whether it may tell of aims. */
interface StatementOptions extends PieceLimits {
  readonly mayBePlanned: boolean;
}

/**
 * Returns what a line says round a target, as a statement that stands alone; null where it cannot be made one.
 * @param target the stretch of `line.plain` that will be asked for
 * @param options characters taken from the line: `most` 90; fewer than `fewest` (16) only where there are no more
 */
export function stateAround(
  target: Span,
  { line, source }: LineContext,
  {
    maxCharacters: most = MAX_CHARACTERS,
    minCharacters: fewest = SHORT,
    mayBePlanned = false,
  }: Partial<StatementOptions> = {},
): StandaloneStatement | null {
  if (isNotTold(target, { line, source }, { mayBePlanned }) || !isOfDistrict(target, { line, source })) return null;
  const piece = pieceAround(target, { line, source }, { maxCharacters: most, minCharacters: fewest });
  const timeless = piece && bareOf(piece, source);
  if (!timeless) return null;
  const placed = situated(timeless, piece.dropped, { line, source });
  const ended = placed && withEnd(placed, source);
  const joined = ended && firstReplaced(ended, JOINING, '');
  const stated = joined && allReplaced(joined, everyMatch(GAP, joined.text, ''));
  if (!stated?.target || saysLittle(stated.text, source)) return null;
  if (!isAskable(stated, source)) return null;
  if (most <= MAX_CHARACTERS && stated.target.start > LATEST_TARGET) return null;
  return { text: withChineseMarks(stated.text), target: stated.target };
}
