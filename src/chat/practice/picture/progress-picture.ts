// `/progress`: one’s own numbers, drawn where the channel can show pictures; `/progress all`: how the whole group does, for those who
// train it, with the hardest items; nobody is named.
import { type GroupLine, groupLines, hardestItems } from '../../../quiz/learning/statistics.ts';
import { clip, shortDistrict } from '../../asking/place.ts';
import type { Block, Reply } from '../../reply.ts';
import { say, type Turn } from '../../turn.ts';
import { progressCommand, progressFor } from '../habits.ts';
import { isExaminer } from '../learner.ts';
import { tidyCards } from '../tidy.ts';
import { progressSvg } from './progress-svg.ts';
import { renderSvg } from './render.ts';

const MAX_LINES = 20;
const MAX_HARD = 5;
const MAX_QUESTION_CHARACTERS = 80;
const GROUP = /^(?:all|group|全体|全部|集体)$/iu;

/** True if `/progress` asks for the group's. */
function asksForGroup(argument: string): boolean {
  return GROUP.test(argument.trim().normalize('NFKC'));
}

/** Returns the group's progress, weakest first; a denial for roles that may not see it. */
function groupProgress(turn: Turn): Reply {
  const { wording, parts } = turn;
  if (!isExaminer(turn)) return say(turn, wording.roleForbids);
  tidyCards(turn);
  const answers = parts.state.learning.history.all(parts.now());
  if (answers.length === 0) return say(turn, wording.groupNothing);
  const [all] = groupLines(answers, () => '');
  const districts = groupLines(answers, ({ district }) =>
    district === null ? wording.noDistrict : shortDistrict(district),
  );
  const topics = groupLines(answers, ({ topic }) => topic);
  const hardest = hardestItems(answers, parts.service.items(), MAX_HARD).map(({ item, learners, difficulty }) =>
    wording.groupHard({ question: clip(item.question, MAX_QUESTION_CHARACTERS), learners, share: difficulty }),
  );
  const blocks: [Block, ...Block[]] = [
    { kind: 'headline', text: all === undefined ? wording.groupNothing : wording.groupAll(all) },
    listOf(wording.byDistrict, districts, turn),
    listOf(wording.byTopic, topics, turn),
    ...(hardest.length > 0 ? [{ kind: 'text', text: [wording.groupHardest, ...hardest].join('\n') } as const] : []),
  ];
  return { language: turn.speaker.language, blocks, buttons: [] };
}

function listOf(title: string, lines: readonly GroupLine[], { wording }: Turn): Block {
  return { kind: 'text', text: [title, ...lines.slice(0, MAX_LINES).map(wording.groupLine)].join('\n') };
}

const MAX_CAPTION_CHARACTERS = 1_024;

/** `/progress all`: the group's, in words. `/progress`: one's own, by district and topic, in words and as a picture. */
export async function progressWithPicture(argument: string, turn: Turn): Promise<Reply> {
  if (asksForGroup(argument)) return groupProgress(turn);
  const reply = progressCommand(argument, turn);
  if (!turn.showsPictures) return reply;
  const progress = progressFor(turn);
  if (progress.all.answers === 0) return reply;
  const districts = progress.districts.map((line) => ({
    ...line,
    name: line.name === null ? null : shortDistrict(line.name),
  }));
  const png = await renderSvg(progressSvg({ ...progress, districts }, turn.wording.picture));
  const [first] = reply.blocks;
  return { ...reply, picture: { name: 'progress.png', png, caption: first.text.slice(0, MAX_CAPTION_CHARACTERS) } };
}
