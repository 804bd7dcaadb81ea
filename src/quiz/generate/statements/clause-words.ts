// How a clause opens and what it depends on: a verb without its subject, a clause still to come, another sentence. Data: lexicon/data.
import { readWords, verbsFor } from '../../../lexicon/words/data-files.ts';
import { lengthAt, wordSet } from '../../../lexicon/words/word-set.ts';

const VERBS = wordSet(verbsFor('opens-clause'));
const ADVERBS = wordSet(readWords('leading-adverbs.txt'));
/** 对, 为, 把, 在 …: a phrase before the verb; the verb behind it is not looked for. */
const PREPOSITION = /^(?:对|为|随着|把|将|在全[国省市]|以|通过|针对|按照|面对|围绕|依托|采取|每[两三]?[周月季年])/u;

/** True if a clause opens with a phrase that leads up to a verb: 为…, 通过…, 对…. */
export function opensWithPreposition(clause: string): boolean {
  return PREPOSITION.test(clause);
}

/** True if a clause opens with a verb, adverbs aside: 积极引进…. */
export function opensWithVerb(clause: string): boolean {
  let at = 0;
  for (let length = lengthAt(ADVERBS, clause, 0); length > 0; length = lengthAt(ADVERBS, clause, at)) {
    if (lengthAt(VERBS, clause, at) > length) return true;
    at += length;
  }
  return lengthAt(VERBS, clause, at) > 0 || at > 1;
}

/** True if a clause has no subject of its own: it opens with a verb or with what leads up to one. */
export function opensWithoutSubject(clause: string): boolean {
  return opensWithVerb(clause) || opensWithPreposition(clause);
}

const LONGER_VERBS = wordSet(verbsFor('opens-clause').filter(({ length }) => length > 1));
const OPENING = /^(?:紧紧|牢牢|主动|充分|全面)?(?:通过|按照|依照|围绕|依托|针对|根据|面对|随着|结合|立足|对照|借助)/u;
/** 以…为主体, 以…为中枢. */
const AS =
  /^以.{1,80}为(?:[主本客]体|中枢|宗旨|载体|抓手|依托|关键|重点|引领|目标|契机|牵引|核心|主线|突破口|导向|准则|支撑|基础|平台|纽带)$/u;
/** 按…的原则, 通过…等方法, 为更好推进…: what was done so is still to come. */
const LEADS_UP =
  /^(?:按|按照|依|本着|通过|以|用|在|从|随着|结合|根据)[^，]{1,60}(?:原则|要求|思路|方法|方式|形式|标准|精神|部署|情况|基础|里|中|上|下|时|后)$|^为(?:了|更好|进一步|切实|加快|全面|深入|不断)[^，]{1,60}$/u;
/** 围绕…“两大平台”和…“四大片区”: what is named in it is where something was done, which is still to come. */
const ROUND_NAMES = /^(?:围绕|立足|针对|着眼)[^，]*”$/u;
const QUOTED = /“[^“”]*”|《[^《》]*》|（[^（）]*）/gu;

/** True if a verb stands where one may say what was done: neither right behind the opening nor as a part of a list. */
function hasVerb(rest: string): boolean {
  for (let at = 1; at < rest.length; at++) {
    const isOfList = /[、和与及的]/u.test(rest[at - 1] ?? '');
    const length = lengthAt(LONGER_VERBS, rest, at);
    if (length > 0 && !isOfList && !/^(?:的|等|[、和与及])/u.test(rest.slice(at + length))) return true;
  }
  return false;
}

/** True if a clause says nothing complete unless another follows. @param clause without the district that may head it */
export function isDependentClause(clause: string): boolean {
  if (AS.test(clause) || LEADS_UP.test(clause) || ROUND_NAMES.test(clause)) return true;
  const opening = OPENING.exec(clause)?.[0];
  if (opening === undefined) return false;
  const rest = clause.slice(opening.length).replace(QUOTED, '〇');
  const first = lengthAt(LONGER_VERBS, rest, 0);
  return !hasVerb(rest.slice(first));
}

/** Words that point only in some company: 该 but not in 该区, 他 but not in 其他. */
const IN_CONTEXT =
  /该(?![区县市])|那(?!曲)|(?<![其吉])他(?!们)|我(?![区县市国])|本(?=[市区县报月项次])|其(?![他余])|当[地天日时年]|[昨今][天日]|[？?！!…]/u;
const POINTING = readWords('pointing-words.txt');
/** Openings that mean something told before. */
const TOLD_BEFORE =
  /^(?:[^，,]{0,12}\d{4}年[^，,]{0,12}[，,])?(?:[一二三四]期|项目|工程|公司|企业|联盟|园区|小区|村里|村民|景区|基地|中心|活动|学校|医院|经过|整个|各)/u;

const SET_PHRASES = readWords('set-phrases.txt');

/** True if words say what every report says. */
export function isSetPhrase(words: string): boolean {
  return SET_PHRASES.some((phrase) => words.includes(phrase));
}

/** True if words point to what stands elsewhere, so that they do not stand alone. */
export function pointsBack(words: string): boolean {
  return IN_CONTEXT.test(words) || TOLD_BEFORE.test(words) || POINTING.some((word) => words.includes(word));
}
