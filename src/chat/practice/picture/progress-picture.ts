// `/progress` where the channel can show pictures: the same numbers, drawn.
import { shortDistrict } from '../../asking/place.ts';
import type { Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { asksForGroup, groupProgress } from '../group-progress.ts';
import { progressCommand, progressFor } from '../habits.ts';
import { progressSvg } from './progress-svg.ts';
import { renderSvg } from './render.ts';

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
