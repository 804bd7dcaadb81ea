// Who acts in a clause of a report, and whether it tells what was done: not what is asked for, planned or said by a person.
// Where that cannot be told, it says so.
import { findPersons } from '../../../lexicon/names/names.ts';
import { foreignDistrictIn, partsOf } from '../../../lexicon/places/districts.ts';
import { shortNameOf } from '../../../lexicon/places/divisions.ts';
import { verbsFor } from '../../../lexicon/words/data-files.ts';
import { ANOTHER_ACTOR, EVENT, PLANNED, SPOKEN, URGED } from '../../../lexicon/words/item-cues.ts';
import { oncePer } from '../../../lexicon/words/once.ts';
import { lengthAt, wordSet } from '../../../lexicon/words/word-set.ts';
import { clausesOf } from '../../../text/clauses.ts';
import type { Span } from '../../../types.ts';
import { opensWithoutSubject } from './clause-words.ts';
import type { ItemSource, LineContext, ReportLine } from './sources.ts';

/** Of whom a clause speaks. */
export type Actor = 'district' | 'other' | 'unknown';

const VERBS = wordSet(verbsFor('opens-clause').filter(({ length }) => length > 1));
/** The whole of a district and the offices that lead it. */
const WHOLE = /^(?:全区|全县|该区|该县|我区|我县|区委|县委|区政府|县政府|区里|县里)|管委会$|党工委$/u;
const WHOLE_CITY = /^(?:全市|该市|我市|市委|市政府|市里)/u;
/** A time that opens a clause. */
const TIME =
  /^(?:(?:截[至止]|自|从)?(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|去年|今年|近[几些]?年|[一二三几多]年|上半年|年初|目前|近[日期]|\d+(?:小时|天|分钟|个月)[内里]|当前|如今|现在|同时|此外|另外|其间|期间)(?:底|末|初)?(?:\d{1,2}月(?:底|末|份)?)?(?:以来|来|起|前后|为止)?)+/u;
/** A phrase of place or means, which names nobody who acts. */
const ADVERBIAL =
  /^(?:在|从|自|截至|截止|随着|对|为|通过|经|当|每|据|按|以|与|和|同|由|把|将|根据|依托|针对|围绕|面对|总投资|注册资[金本]|占|总|共|其中|较|比|是|有|使|让|均|都|也|还|又|就|不|没)/u;
/** Words behind a subject that are no verbs of the lexicon. */
const BREAK =
  /^(?:在|从|对|向|给|为(?!主)|与|将|把|按|通过|围绕|位于|坐落|是|成为|拥有|被|由|已|将|正|不断|共|累计|先后|还|也|均|介绍|表示|说|超(?![市级])|达|近)/u;
const MAX_LINES_BACK = 6;
const MAX_PLAN_LINES = 4;
/** A report is on its district where that opens so many times as many sentences as others do. */
const MIN_SHARE = 2;
const MIN_OWN = 3;
/** Opens a sentence that looks ahead or asks, and those behind it without a subject. */
const LOOKS_AHEAD = /^(?:下一步|接下来|今后|未来|下阶段|展望|会议(?:要求|强调|指出))/u;

/** What says where a body stands: 位于柳岸区的云锦水电站. */
const PLACED = /^(?:位于|坐落于|地处)[^，]{2,12}的/u;

/** Returns the words before the first verb of a clause; empty where it opens with a verb, a phrase that names nobody, or what is counted. */
function subjectOf(said: string): string {
  const clause = said.replace(TIME, '').replace(PLACED, '');
  if (opensWithoutSubject(clause) || ADVERBIAL.test(clause)) return '';
  for (let at = 1; at < clause.length; at++) {
    if (lengthAt(VERBS, clause, at) > 0 || BREAK.test(clause.slice(at))) return clause.slice(0, at);
    if (/^\d/u.test(clause.slice(at))) return /^[^\d]{1,12}?[区县市]/u.exec(clause)?.[0] ?? '';
  }
  return clause;
}

/** Names of the city and the province of a district; none where the report is on a city. */
function namesAbove(district: string): string[] {
  const { province, city } = partsOf(district);
  return [province, city]
    .filter((name) => name !== '' && name !== district)
    .flatMap((name) => [name, shortNameOf(name)])
    .filter(({ length }) => length > 1);
}

/** Returns of whom the subject of a clause speaks. */
function actorNamed(subject: string, source: ItemSource): Actor {
  const own = source.names.find((name) => subject.includes(name));
  const rest = own === undefined ? subject : subject.slice(subject.lastIndexOf(own) + own.length);
  if (foreignDistrictIn(rest, source.district) !== null || ANOTHER_ACTOR.test(rest))
    return isWhole(rest, source) ? 'district' : 'other';
  if (own !== undefined) return 'district';
  if (isWhole(subject, source)) return 'district';
  if (namesAbove(source.district).some((name) => subject.startsWith(name))) return 'other';
  return findPersons(subject).length > 0 ? 'other' : 'unknown';
}

function isWhole(subject: string, { display }: ItemSource): boolean {
  return WHOLE.test(subject) || (display.endsWith('市') && WHOLE_CITY.test(subject));
}

/** A body, a place or people in the district, right behind its name: 柳岸区云锦中心…. */
const OF_DISTRICT =
  /^(?!(?:规模以上|规上|高新技术|小微|民营|重点))[^，“”\d]{0,14}?(?:中心|公司|银行|支行|社区|[^农乡]村|镇(?!街)|街道|[小中大]学(?!习)|学校|医院|团队|基地|协会|商会|合作社|市场(?!主体|监|化|份|导|准)|大户|乡(?![村镇亲愁贤])|(?:环卫|派出|司法|供电|卫生|交易|研究|检查|检测)[所站院]|法院|检察院|工作队|服务队|小分队|企业|农户|居民|村民|妇女|群众|市民|学生|志愿者|市场主体|项目|园区|景区|经[济开][^，]{0,4}区|高新区|产业园)(?![^，]{0,4}\d)/u;

/** What says more of a body before its name: 规划建设的柳岸区云锦园区. */
const RELATIVE = /^[^，“”]{1,16}的(?=[^，的]{2,20}(?:园区|基地|项目|中心|公司|景区|小区))/u;

/** True if a clause opens with the district's name, but speaks of a body or people in it. */
function opensWithOneInDistrict(said: string, { names }: ItemSource): boolean {
  const clause = said.replace(TIME, '').replace(RELATIVE, '');
  const name =
    names.find((each) => clause.startsWith(each)) ?? /^(?:[该全我本][区县市]|[区县](?![委纪政人]))/u.exec(clause)?.[0];
  if (name === undefined) return false;
  const rest = clause.slice(name.length);
  return (
    !opensWithoutSubject(rest) && !BREAK.test(rest) && !/^(?:区|县)?[委纪政人]/u.test(rest) && OF_DISTRICT.test(rest)
  );
}

/** Returns of whom the subjects of a sentence in front of a place speak, the last first; those of nobody known only where nobody else is. */
function actorIn(plain: string, until: number, source: ItemSource): Actor | null {
  const clauses = clausesOf(plain).filter(({ start }) => start < until);
  if (clauses.some(({ start, end }) => opensWithOneInDistrict(plain.slice(start, end).trim(), source))) return 'other';
  const subjects = clauses
    .map(({ start, end }) => subjectOf(plain.slice(start, end).trim()))
    .filter((words) => words !== '');
  const actors = subjects.map((subject) => actorNamed(subject, source));
  return actors.findLast((actor) => actor !== 'unknown') ?? actors.at(-1) ?? null;
}

/** Returns of whom a sentence speaks that stands before others: the subject that opens it; null where none does. */
function openingActor(plain: string, source: ItemSource): Actor | null {
  const [first] = clausesOf(plain)
    .map(({ start, end }) => subjectOf(plain.slice(start, end).trim()))
    .filter((words, index) => index > 0 || !TIME.test(plain) || words !== '');
  return first === undefined || first === '' ? null : actorNamed(first, source);
}

const isMostlyOnDistrict = oncePer((source: ItemSource): boolean => {
  const actors = source.lines.map(({ plain }) => openingActor(plain, source));
  const own = actors.filter((actor) => actor === 'district').length;
  return own >= MIN_OWN && own > MIN_SHARE * actors.filter((actor) => actor === 'other').length;
});

/** Returns who does what a stretch of a line tells: the last one named before it, in its sentence or in those before. */
export function actorAt({ end }: Span, { line, source }: LineContext): Actor {
  const own = actorIn(line.plain, end, source);
  if (own !== null && own !== 'unknown') return own;
  for (let back = 1; back <= MAX_LINES_BACK; back++) {
    const before = source.lines[line.at - back];
    if (before === undefined || before.passage.heading.at(-1) !== line.passage.heading.at(-1)) break;
    const actor = openingActor(before.plain, source);
    // In a report on the district, what opens with verbs again is the district's after one sentence on another.
    const isNear = back <= 2 || !isMostlyOnDistrict(source);
    if (actor === 'other' && own === null && isNear) return 'other';
    if (actor === 'district') return 'district';
  }
  return isMostlyOnDistrict(source) ? 'district' : 'unknown';
}

const GLOSSARY_HEADING = /名词解释|名词注释|术语|注释|词条/u;
const FOOTNOTE = /^(?:\[\d{1,3}\]|［\d{1,3}］|[①-⑳])|^“?[^“”：:，。]{2,24}”?(?:[：:](?:是?指|是(?!否))|是指|指的是)/u;

/** True if a line explains a term at the foot of a report, rather than telling of the district. */
export function isOfGlossary({ plain, passage }: ReportLine): boolean {
  return FOOTNOTE.test(plain) || passage.heading.some((heading) => GLOSSARY_HEADING.test(heading));
}

/** A name in quotation marks, whatever words it plays with. */
const SHORT_NAME = /“[^“”]{1,12}”/gu;

/** True if a line up to the end of a stretch asks for something, plans it, lets a person speak of himself, or tells of one day. */
export function isNotTold(target: Span, { line, source }: LineContext, { mayBePlanned = false } = {}): boolean {
  const told = line.plain.slice(0, target.end).replace(SHORT_NAME, '“”');
  if (isOfGlossary(line)) return true;
  if (URGED.test(told) || SPOKEN.test(told) || EVENT.test(told) || (PLANNED.test(told) && !mayBePlanned)) return true;
  if (!opensWithoutSubject(line.plain)) return false;
  for (let back = 1; back <= MAX_PLAN_LINES; back++) {
    const before = source.lines[line.at - back]?.plain;
    if (before === undefined) return false;
    if (LOOKS_AHEAD.test(before)) return true;
    if (!opensWithoutSubject(before)) return false;
  }
  return false;
}
