// Pages over several questions: one district in brief, districts side by side, one topic across districts.

import { figuresOf } from '../i18n/welcome.ts';
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import { askQuestion } from './asking.ts';
import { districtButtons } from './browsing.ts';
import { type Finding, findingOf, findingsOf, pageReply, type Section } from './page.ts';
import { shortDistrict } from './place.ts';
import { districtNamed, districtsOf, handleOf } from './places.ts';

const BRIEF_FIGURES = 8;
const BRIEF_CLAIMS = 5;
const SHARED_FIGURES = 6;
const CELL_FIGURES = 3;
const CELL_CLAIMS = 2;
const MAX_DISTRICTS = 12;

/** `/brief DISTRICT`: its figures, practices and results on one page, each with its source. */
export function briefCommand(argument: string, turn: Turn): Reply | Promise<Reply> {
  const districts = districtsOf(turn.parts.service.reports());
  const district = districtNamed(argument, districts);
  if (district !== null) return briefOf(district, turn);
  return { ...say(turn, turn.wording.whichDistrict), buttons: districtButtons('brief', districts) };
}

/** A pressed `brief:DISTRICT`. */
export function pressBrief([handle = '']: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const district = districtsOf(turn.parts.service.reports()).find((name) => handleOf(name) === handle);
  return district === undefined ? note(turn, turn.wording.gone) : briefOf(district, turn);
}

/** Answers a question; one that names districts and asks nothing of them (介绍一下柳溪区) gets one in brief, several compared. */
export async function askOrBrief(text: string, turn: Turn): Promise<Reply> {
  const reply = await askQuestion(text, turn);
  const answer = reply.shown?.answer;
  if (answer?.status !== 'refused' || answer.reason !== 'empty') return reply;
  const [district, ...others] = answer.interpretation.districts;
  if (district === undefined) return reply;
  return others.length > 0
    ? compareCommand([district, ...others].map(shortDistrict).join(' '), turn)
    : briefOf(district, turn);
}

async function briefOf(district: string, turn: Turn): Promise<Reply> {
  const { wording } = turn;
  const short = shortDistrict(district);
  const sections: Section[] = [
    { title: wording.figures, findings: figureFindings(district, { most: BRIEF_FIGURES }, turn) },
  ];
  for (const { label, question } of wording.topics) {
    const findings = await askedFindings(question(short), BRIEF_CLAIMS, turn);
    if (findings.length > 0) sections.push({ title: label, findings });
  }
  const title = wording.briefOf(short);
  return pageReply({ title, question: title, districts: [district] }, sections, turn);
}

/** `/compare A B [topic]`: each district's own words on the topic, or on what both have figures of. */
export async function compareCommand(argument: string, turn: Turn): Promise<Reply> {
  const { wording, parts } = turn;
  const all = districtsOf(parts.service.reports());
  const words = argument.split(/[\s、，,]+|和|与|\bvs\b|\band\b/iu).filter((word) => word !== '');
  const named = words.map((word) => districtNamed(word, all));
  const districts = [...new Set(named.filter((name) => name !== null))];
  const topic = words.filter((_, index) => named[index] === null).join(' ');
  if (districts.length < 2)
    return say(turn, wording.compareUsage, ...all.slice(0, MAX_DISTRICTS).map((name) => `· ${name}`));
  const sections: Section[] = [];
  for (const district of districts.slice(0, MAX_DISTRICTS)) {
    const findings = topic === '' ? sharedFigures(district, districts, turn) : await cell(district, topic, turn);
    const practices = topic === '' ? await askedFindings(practicesOf(district, turn), CELL_FIGURES, turn) : [];
    sections.push({ title: shortDistrict(district), findings: [...findings, ...practices] });
  }
  const title = wording.comparisonOf(districts.map(shortDistrict), topic);
  return pageReply({ title, question: title, districts }, sections, turn);
}

/** `/topic NAME`: what each district's reports say of it. */
export async function topicCommand(argument: string, turn: Turn): Promise<Reply> {
  const { wording, parts } = turn;
  const topic = argument.trim().slice(0, 40);
  if (topic === '') return say(turn, wording.topicUsage);
  const found: Section[] = [];
  const silent: string[] = [];
  const districts = districtsOf(parts.service.reports()).slice(0, MAX_DISTRICTS);
  for (const district of districts) {
    const findings = await cell(district, topic, turn);
    if (findings.length > 0) found.push({ title: shortDistrict(district), findings });
    else silent.push(shortDistrict(district));
  }
  const rest = silent.length === 0 ? [] : [{ title: silent.join('、'), findings: [] }];
  const title = wording.topicOf(topic);
  return pageReply({ title, question: title, districts: [] }, [...found, ...rest], turn);
}

/** Returns what a district's reports say on a topic: its figures of that name, else the answer to a question. */
async function cell(district: string, topic: string, turn: Turn): Promise<Finding[]> {
  const figures = figureFindings(district, { name: topic, most: CELL_FIGURES }, turn);
  if (figures.length > 0) return figures;
  return askedFindings(turn.wording.topicQuestion(shortDistrict(district), topic), CELL_CLAIMS, turn);
}

function practicesOf(district: string, { wording }: Turn): string {
  return wording.topics[0]?.question(shortDistrict(district)) ?? '';
}

function figureFindings(district: string, { name = '', most }: { name?: string; most: number }, turn: Turn): Finding[] {
  const facts = figuresOf(turn.parts.service.facts(district)).filter(({ indicator }) => indicator.includes(name));
  return facts
    .slice(0, most)
    .map((fact) => findingOf(fact, turn))
    .filter((finding) => finding !== null);
}

/** A district's figures of what every one of the districts has figures of. */
function sharedFigures(district: string, districts: readonly string[], turn: Turn): Finding[] {
  const namesOf = (name: string): Set<string> =>
    new Set(figuresOf(turn.parts.service.facts(name)).map(({ indicator }) => indicator));
  const others = districts.filter((name) => name !== district).map(namesOf);
  return figuresOf(turn.parts.service.facts(district))
    .filter(({ indicator }) => others.every((names) => names.has(indicator)))
    .slice(0, SHARED_FIGURES)
    .map((fact) => findingOf(fact, turn))
    .filter((finding) => finding !== null);
}

async function askedFindings(question: string, most: number, { parts: { service } }: Turn): Promise<Finding[]> {
  const answer = await service.answer({ text: question, history: [] });
  return answer.status === 'answered' ? findingsOf(answer, most) : [];
}
