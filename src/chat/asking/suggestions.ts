// Questions to begin with: of several kinds and districts, each tried before it is suggested. A question that is answered badly here
// is not offered.
import type { Fact } from '../../types.ts';
import { figuresOf, isStatistic } from '../i18n/welcome.ts';
import type { Wording } from '../i18n/wording.ts';
import type { Service } from '../service.ts';
import { districtLabels } from './place.ts';
import { districtsOf } from './places.ts';

/** Units in which things are counted, not measured: one asks how many there are. */
const COUNTER = /^[个家项户名处栋条座件人所间位台套部场批宗幢只辆]$/u;
/** Questions that are suggested. */
const MAX_SUGGESTED = 6;
/** Questions that are tried for them: trying costs as much as answering. */
const MAX_TRIED = 18;
/** Longest direct answer that is fit to begin with. */
const MAX_SHORT_CHARACTERS = 160;

/** Returns questions that are answered surely and shortly here, of different districts and kinds as far as there are. */
export async function suggestedQuestions(service: Service, wording: Wording): Promise<string[]> {
  const good: string[] = [];
  for (const question of candidates(service, wording).slice(0, MAX_TRIED)) {
    if (good.length === MAX_SUGGESTED) break;
    if (await isAnsweredWell(question, service)) good.push(question);
  }
  return good;
}

async function isAnsweredWell(question: string, service: Service): Promise<boolean> {
  const answer = await service.answer({ text: question, history: [] });
  if (answer.status === 'refused' || answer.certainty === 'unsure') return false;
  const isPlain = answer.interpretation.question === question;
  return isPlain && (answer.short.length <= MAX_SHORT_CHARACTERS || answer.claims.length > 1);
}

/** A figure of each district, then practices and results, in turn: the first questions are of different districts. */
function candidates(service: Service, wording: Wording): string[] {
  const districts = districtsOf(service.reports());
  const labels = districtLabels(districts);
  const figures = districts.flatMap((district) => {
    const figure = figuresOf(service.facts(district)).find(isDatedStatistic);
    return figure === undefined ? [] : [{ district, figure }];
  });
  const asked = figures.map(({ district, figure: { indicator, period, unit } }) => {
    const subject = `${labels.get(district) ?? district}${period?.slice(0, 4) ?? ''}年${indicator}`;
    return COUNTER.test(unit) ? wording.countQuestion(subject, unit) : wording.figureQuestion(subject);
  });
  const shapes = districts.map((district, index) => {
    const shape = wording.examples[index % wording.examples.length];
    return shape?.(labels.get(district) ?? district) ?? '';
  });
  const most = Math.max(asked.length, shapes.length);
  return Array.from({ length: most }, (_, index) => [asked[index] ?? '', shapes[index] ?? ''])
    .flat()
    .filter((question) => question !== '');
}

function isDatedStatistic(fact: Fact): boolean {
  return isStatistic(fact.indicator) && /^\d{4}$/u.test(fact.period ?? '');
}
