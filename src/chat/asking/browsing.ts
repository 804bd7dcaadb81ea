// Browsing by buttons: districts, then what one can ask of a district. Every button puts a question to the product.
import type { Fact } from '../../types.ts';
import { districtList, figureNames } from '../i18n/welcome.ts';
import type { Button, Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import { askQuestion } from './asking.ts';
import { districtLabels, shortDistrict } from './place.ts';
import { districtsOf, handleOf } from './places.ts';

const MAX_DISTRICT_BUTTONS = 48;
const MAX_FIGURE_BUTTONS = 8;

/** `/districts`: what is held, with a button for each district. */
export function districtsCommand(_argument: string, turn: Turn): Reply {
  const reports = turn.parts.service.reports();
  return {
    ...say(turn, districtList(reports, turn.wording)),
    buttons: districtButtons('topics', districtsOf(reports)),
  };
}

/** A button for each district. @param verb what pressing does */
export function districtButtons(verb: string, districts: readonly string[]): Button[] {
  const labels = districtLabels(districts);
  return districts
    .slice(0, MAX_DISTRICT_BUTTONS)
    .map((district) => ({ label: labels.get(district) ?? district, token: `${verb}:${handleOf(district)}` }));
}

/** A pressed `topics:DISTRICT` shows what one can ask of it; `topics:DISTRICT:TOPIC` asks it. */
export function pressTopics([handle = '', topic = '']: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const { service } = turn.parts;
  const district = districtsOf(service.reports()).find((name) => handleOf(name) === handle);
  if (district === undefined) return note(turn, turn.wording.gone);
  const questions = questionsOn(district, service.facts(district), turn);
  const asked = questions.find(({ key }) => key === topic);
  if (asked) return askQuestion(asked.question, turn);
  const buttons = [
    { label: turn.wording.briefButton, token: `brief:${handle}` },
    ...questions.map(({ key, label }) => ({ label, token: `topics:${handle}:${key}` })),
  ];
  return { ...say(turn, turn.wording.whatOf(shortDistrict(district))), buttons, shownAs: 'edit' };
}

function questionsOn(district: string, facts: readonly Fact[], { wording }: Turn) {
  const short = shortDistrict(district);
  const shapes = wording.topics.map(({ label, question }, index) => ({
    key: `t${index}`,
    label,
    question: question(short),
  }));
  const figures = figureNames(facts)
    .slice(0, MAX_FIGURE_BUTTONS)
    .map((name) => ({ key: handleOf(name), label: name, question: wording.figureExample(short, name) }));
  return [...shapes, ...figures];
}
