// Words that point out of a sentence: to another sentence, to the day of writing, to the one who speaks. Data: lexicon/data.
import { readWords } from '../../../lexicon/words/data-files.ts';

/** Words that point only in some company: 该 but not in 该区, 他 but not in 其他. */
const IN_CONTEXT =
  /该(?![区县市])|那(?!曲)|(?<![其吉])他(?!们)|我(?![区县市国])|本(?=[市区县报月项次])|其(?![他余])|当[地天日时年]|[昨今][天日]|[？?！!…]/u;
const POINTING = readWords('pointing-words.txt');
/** Openings that mean something told before. */
const TOLD_BEFORE =
  /^(?:[^，,]{0,12}\d{4}年[^，,]{0,12}[，,])?(?:[一二三四]期|项目|工程|公司|企业|联盟|园区|小区|村里|村民|景区|基地|中心|活动|学校|医院|经过|整个|各)/u;

const SET_PHRASES = readWords('set-phrases.txt');

/** Whether words say what every report says. */
export function isSetPhrase(words: string): boolean {
  return SET_PHRASES.some((phrase) => words.includes(phrase));
}

/** Whether words point to what stands elsewhere, so that they do not stand alone. */
export function pointsBack(words: string): boolean {
  return IN_CONTEXT.test(words) || TOLD_BEFORE.test(words) || POINTING.some((word) => words.includes(word));
}
