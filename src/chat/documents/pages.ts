// Documents from chat: a brief of a district or a topic, districts compared, asked for by command, by button or in words.
import type { BriefLength, BriefSubject } from '../../documents.ts';
import type { Refused } from '../../types.ts';
import { askQuestion } from '../asking/asking.ts';
import { districtButtons } from '../asking/browsing.ts';
import { shortDistrict } from '../asking/place.ts';
import { districtNamed, districtsOf, handleOf } from '../asking/places.ts';
import type { Button, Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import { briefDocument } from './brief-document.ts';
import { comparisonDocument } from './comparison-document.ts';
import { addressOf, LENGTHS, type LengthName, lengthIn } from './document-query.ts';
import { documentReply } from './document-reply.ts';

const MAX_LISTED = 12;
const MAX_COMPARED = 50;
const MAX_TOPIC_CHARACTERS = 40;
/** Requests that a document of the reports' own words meets. */
const MET_BY_DOCUMENTS: ReadonlySet<string> = new Set(['draft', 'everything', 'summary']);

/** `/brief DISTRICT-or-TOPIC [length]`: what the reports say of it on a page, each line with its source. */
export function briefCommand(argument: string, turn: Turn): Reply | Promise<Reply> {
  const { length, rest } = lengthIn(argument);
  const named = districtsNamed(rest, turn);
  if (named.districts.length > 1) return compare(named, turn);
  const [district] = named.districts;
  if (district === undefined) return topicOrChoice(named.topic, length, turn);
  return brief(named.topic === '' ? { kind: 'district', district } : onTopic(named.topic, [district]), length, turn);
}

const onTopic = (topic: string, districts: readonly string[]): BriefSubject => ({
  kind: 'topic',
  topic: topic.slice(0, MAX_TOPIC_CHARACTERS),
  districts,
});

/** A topic's brief where reports speak of it; else the choice of a district. */
function topicOrChoice(topic: string, length: BriefLength | null, turn: Turn): Reply {
  if (
    topic !== '' &&
    turn.parts.service.brief({ subject: onTopic(topic, []), length: LENGTHS.short }).reports.length > 0
  )
    return brief(onTopic(topic, []), length, turn);
  const districts = districtsOf(turn.parts.service.reports());
  return { ...say(turn, turn.wording.whichBrief), buttons: districtButtons('brief', districts) };
}

/** A pressed `brief:HANDLE` or `brief:HANDLE:LENGTH`; the handle is of a district or of a topic. */
export async function pressBrief([handle = '', size = '']: readonly string[], turn: Turn): Promise<Reply> {
  const { service } = turn.parts;
  const length = Object.hasOwn(LENGTHS, size) ? LENGTHS[size as LengthName] : null;
  const district = districtsOf(service.reports()).find((name) => handleOf(name) === handle);
  if (district !== undefined) return brief({ kind: 'district', district }, length, turn);
  const topic = (await service.topics()).find(({ name }) => handleOf(name) === handle);
  return topic === undefined ? note(turn, turn.wording.gone) : brief(onTopic(topic.name, []), length, turn);
}

function brief(subject: BriefSubject, length: BriefLength | null, turn: Turn): Reply {
  const { wording, parts } = turn;
  const wanted = { kind: 'brief', subject, length: length ?? LENGTHS.page } as const;
  const document = briefDocument(parts.service.brief(wanted), { wording, now: parts.now() });
  const districts =
    subject.kind === 'district' ? [subject.district] : subject.kind === 'topic' ? subject.districts : [];
  const buttons = lengthButtons(subject, wanted.length, turn);
  return documentReply(document, { districts, address: addressOf(wanted), buttons }, turn);
}

/** A button for each other length. */
function lengthButtons(subject: BriefSubject, length: BriefLength, { wording }: Turn): Button[] {
  if (subject.kind === 'report' || (subject.kind === 'topic' && subject.districts.length > 0)) return [];
  const handle = handleOf(subject.kind === 'district' ? subject.district : subject.topic);
  const names = Object.keys(LENGTHS) as LengthName[];
  return names
    .filter((name) => LENGTHS[name] !== length)
    .map((name) => ({ label: wording.documents.sizes[name], token: `brief:${handle}:${name}` }));
}

/** The districts that words name, and what else they say. */
interface Named {
  readonly districts: readonly string[];
  readonly topic: string;
}

function districtsNamed(argument: string, { parts }: Turn): Named {
  const all = districtsOf(parts.service.reports());
  const words = argument.split(/[\s、，,]+|和|与|\bvs\b|\band\b/iu).filter((word) => word !== '');
  const named = words.map((word) => districtNamed(word, all));
  return {
    districts: [...new Set(named.filter((name) => name !== null))],
    topic: words.filter((_, index) => named[index] === null).join(' '),
  };
}

/** `/compare A B [topic]`: figures, practices, results and problems of districts side by side, each cell with its source. */
export function compareCommand(argument: string, turn: Turn): Reply {
  const named = districtsNamed(argument, turn);
  if (named.districts.length >= 2) return compare(named, turn);
  const all = districtsOf(turn.parts.service.reports());
  return say(turn, turn.wording.compareUsage, ...all.slice(0, MAX_LISTED).map((name) => `· ${name}`));
}

function compare({ districts, topic }: Named, turn: Turn): Reply {
  const { wording, parts } = turn;
  const wanted = {
    kind: 'comparison',
    districts: districts.slice(0, MAX_COMPARED),
    topic,
    columns: undefined,
    isTurned: false,
  } as const;
  const document = comparisonDocument(parts.service.comparison(wanted), { wording, now: parts.now(), isTurned: false });
  return documentReply(document, { districts: wanted.districts, address: addressOf(wanted), buttons: [] }, turn);
}

/** `/topic NAME`: what each district's reports say of it. */
export function topicCommand(argument: string, turn: Turn): Reply {
  const { length, rest } = lengthIn(argument.trim());
  if (rest === '') return say(turn, turn.wording.topicUsage);
  return brief(onTopic(rest, []), length, turn);
}

/**
 * Answers a question; a text that asks for a summary, for material or for all there is gets a brief of the district or topic that it
 * names, or a comparison of its districts; so does one that names districts and asks nothing of them (介绍一下柳溪区).
 */
export async function askOrBrief(text: string, turn: Turn): Promise<Reply> {
  const reply = await askQuestion(text, turn);
  const answer = reply.shown?.answer;
  if (answer?.status !== 'refused') return reply;
  const request = isForDocuments(answer) ? answer : await requestBeside(text, turn);
  return request === null ? reply : ((await documentFor(text, request, turn)) ?? reply);
}

function isForDocuments({ reason, rule, interpretation: { districts } }: Refused): boolean {
  if (reason === 'empty') return districts.length > 0;
  return reason === 'request' && MET_BY_DOCUMENTS.has(rule ?? '');
}

/** The request that a text makes beside a length that it asks for (总结柳溪区，只要数据); null where it makes none. */
async function requestBeside(text: string, { parts }: Turn): Promise<Refused | null> {
  const { length, rest } = lengthIn(text);
  if (length === null || rest === '') return null;
  const answer = await parts.service.answer({ text: rest, history: [] });
  return answer.status === 'refused' && isForDocuments(answer) ? answer : null;
}

/** The document that a refused text asks for; null where it names nothing to write of. */
async function documentFor(text: string, { interpretation, reason, rule }: Refused, turn: Turn): Promise<Reply | null> {
  const { service } = turn.parts;
  const held = districtsOf(service.reports());
  const districts = interpretation.districts.filter((name) => held.includes(name));
  const asked = lengthIn(text);
  const length =
    asked.length ?? (rule === 'everything' && /数字|数据|指标|figures/u.test(text) ? LENGTHS.figures : null);
  const topic = reason === 'empty' ? '' : await topicNamed(text, districts, turn);
  const [district, ...others] = districts;
  if (others.length > 0) return compare({ districts, topic }, turn);
  if (topic !== '') return brief(onTopic(topic, districts), length, turn);
  const only = district ?? (held.length === 1 ? held[0] : undefined);
  return only === undefined ? null : brief({ kind: 'district', district: only }, length, turn);
}

/** The topic that a text names, the longest name of those that reports speak of; names of districts say nothing of it. */
async function topicNamed(text: string, districts: readonly string[], { parts }: Turn): Promise<string> {
  const bare = districts.reduce((rest, name) => rest.replaceAll(name, '').replaceAll(shortDistrict(name), ''), text);
  const names = (await parts.service.topics()).map(({ name }) => name).filter((name) => bare.includes(name));
  return names.sort((a, b) => b.length - a.length)[0] ?? '';
}
