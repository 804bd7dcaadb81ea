// Words that point out of a sentence: to another sentence, to the day of writing, to the one who speaks. Data: lexicon/data.
import { readWords } from '../lexicon/word-set.ts';

const POINTS_BACK =
  /该(?![区县市])|此|这|那(?!曲)|他们|她|(?<![其吉])他(?!们)|它|我(?![区县市国])|咱|本(?=[市区县报月项次])|其(?![他余])|上述|前述|上面|双方|两者|前者|后者|当[地天日时年]|同期|同日|随后|之后|去年|今年|明年|前年|上年|本年|年来|年前|至今|以往|现在|今后|未来|昨[天日]|今[天日]|本月|上月|记者|说|告诉|介绍|表示|认为|坦言|回忆|答案|供图|摄影|图片|某某|通讯员|客户端|报讯|要看到|不足|全年|年内|[？?！!…]/u;
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
  return POINTS_BACK.test(words) || TOLD_BEFORE.test(words);
}
