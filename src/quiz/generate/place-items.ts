// Items that ask whose practice it is: the district left out, and with it the year, since every report has its own.
import { fold } from '../../text/normalise.ts';
import { pick, shuffled } from '../random-choice.ts';
import { CHOICE_BLANK, type Draft } from './draft.ts';
import { withoutPeriod } from './giveaways.ts';
import type { Pools, PracticeAt } from './pools.ts';
import { deedIn } from './statements/actions.ts';
import { type Evidence, evidenceFrom, evidenceOf } from './statements/evidence.ts';
import { isDistinctive } from './statements/initiatives.ts';
import type { Line, Source } from './statements/sources.ts';
import { stateAround } from './statements/statement.ts';

const MIN_WRONG = 2;
const MOST_WRONG = 3;
const MOST_LINES_BACK = 8;
const MOST_CITED = 200;
/** Words that only one sort of place has before or behind it: （　）区委, 市（　）. */
const TORN_NAME = /（　）[委政纪法检人]|[省市]（　）/u;
/** The district is what the statement is about: it opens it, or its second clause. */
const IS_SUBJECT = /^(?:[^，（]+，)?（　）/u;

/** The line with those before it back to the one that names the district; null where none near does. */
function evidenceWithDistrict(line: Line, source: Source): Evidence | null {
  for (let back = 0; back <= MOST_LINES_BACK && back <= line.at; back++) {
    if (!source.lines[line.at - back]?.plain.includes(source.display)) continue;
    const evidence = evidenceFrom(source.lines.slice(line.at - back, line.at + 1), source);
    return evidence && (back === 0 || evidence.end - evidence.start <= MOST_CITED) ? evidence : null;
  }
  return null;
}

/** Other districts of which nothing of the kind is said. */
function otherDistricts(name: string, source: Source, pools: Pools): string[] {
  const others = pools.sources.filter(
    ({ district }) => district !== source.district && !pools.said(district).includes(fold(name)),
  );
  const displays = [...new Set(others.map(({ display }) => display))].sort();
  return shuffled(displays, `${source.district} ${name}`).slice(0, MOST_WRONG);
}

/** Whose practice it is, for one practice. @param options `most` characters of a question's statement */
export function districtDraft(practice: PracticeAt, pools: Pools, options: { most?: number } = {}): Draft[] {
  const { line, source, start, end, name } = practice;
  const statement = stateAround({ start, end }, { line, source }, options);
  const evidence = evidenceWithDistrict(line, source);
  const distractors = otherDistricts(name, source, pools);
  const text = statement && withoutPeriod(statement.text);
  if (!text || !evidence || distractors.length < MIN_WRONG) return [];
  const asked = text.replaceAll(source.display, CHOICE_BLANK);
  const isGiven = pools.tellsPlace(asked) || TORN_NAME.test(asked) || !IS_SUBJECT.test(asked) || /的报告/u.test(asked);
  if (asked.split(CHOICE_BLANK).length !== 2 || isGiven) return [];
  return [
    {
      kind: 'single',
      subject: 'district-of-practice',
      question: `据报告，${asked}。`,
      shown: name,
      source,
      evidence,
      key: source.display,
      distractors,
    },
  ];
}

/** Whether a district does what the clause tells that names a practice: said of the district itself, or of another. */
export function judgedDeed(practice: PracticeAt, pools: Pools): Draft[] {
  const { line, source, start, end, name } = practice;
  const clause = deedIn(line.plain, { start, end });
  const [wrong] = otherDistricts(name, source, pools);
  if (clause === null || wrong === undefined || pools.tellsPlace(clause) || line.isPlan) return [];
  // What is not the district's alone may be true of another whatever its reports say.
  const isTrue = !isDistinctive(practice) || pick(`${clause} true`, 2) === 0;
  return [
    {
      kind: 'true-false',
      subject: 'statement',
      identity: `judged ${clause}`,
      question: `判断正误：${isTrue ? source.display : wrong}${clause}。`,
      source,
      evidence: evidenceOf(line, source),
      key: name,
      altered: isTrue ? null : wrong,
      isTrue,
    },
  ];
}

/** Whose practice it is, for half of a report's practices, one of a sentence. */
export function districtItems(source: Source, pools: Pools): Draft[] {
  const lines = new Set<number>();
  const own = pools.practices.filter(
    (practice) => practice.source === source && pick(`${practice.name} ${practice.line.plain}`, 2) === 0,
  );
  return own.flatMap((practice) => {
    const drafts = lines.has(practice.line.at) ? [] : districtDraft(practice, pools);
    if (drafts.length > 0) lines.add(practice.line.at);
    return drafts;
  });
}
