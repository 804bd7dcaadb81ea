// Clauses that say how, why or along what, and never what was done: 按照…的思路, 依托…院校. They wait for a clause with a verb.
import { verbsFor } from '../../../lexicon/words/data-files.ts';
import { lengthAt, wordSet } from '../../../lexicon/words/word-set.ts';

const VERBS = wordSet(verbsFor('opens-clause').filter(({ length }) => length > 1));
const OPENING = /^(?:紧紧|牢牢|主动|充分|全面)?(?:通过|按照|依照|围绕|依托|针对|根据|面对|随着|结合|立足|对照|借助)/u;
/** 以…为主体, 以…为中枢. */
const AS =
  /^以.{1,80}为(?:[主本客]体|中枢|宗旨|载体|抓手|依托|关键|重点|引领|目标|契机|牵引|核心|主线|突破口|导向|准则|支撑|基础|平台|纽带)$/u;
const QUOTED = /“[^“”]*”|《[^《》]*》|（[^（）]*）/gu;

/** Whether a verb stands where one may say what was done: neither right behind the opening nor as a part of a list. */
function hasVerb(rest: string): boolean {
  for (let at = 1; at < rest.length; at++) {
    const isOfList = /[、和与及的]/u.test(rest[at - 1] ?? '');
    const length = lengthAt(VERBS, rest, at);
    if (length > 0 && !isOfList && !/^(?:的|等|[、和与及])/u.test(rest.slice(at + length))) return true;
  }
  return false;
}

/** True if a clause says nothing complete unless another follows. @param clause without the district that may head it */
export function isDependentClause(clause: string): boolean {
  if (AS.test(clause)) return true;
  const opening = OPENING.exec(clause)?.[0];
  if (opening === undefined) return false;
  const rest = clause.slice(opening.length).replace(QUOTED, '〇');
  const first = lengthAt(VERBS, rest, 0);
  return !hasVerb(rest.slice(first));
}
