// The one district whose reports hold what a question names, where it names no district itself: the subject of a chat moves on to it.

import type { Question, WordVectors } from '../types.ts';
import { ownNames } from '../understand/own-name.ts';
import { placeWords } from '../understand/spoken.ts';
import { leadsBack } from '../understand/turn-words.ts';
import { understandings } from '../understand/understand.ts';
import type { AnswerContext } from './answer-context.ts';

/** The one district whose reports hold the name in a question; null: none named, or it stands in reports on several. */
async function districtNaming(text: string, { retriever, library, districts }: AnswerContext, vectors: WordVectors) {
  const [understood] = understandings(
    { text, history: [] },
    {
      districts,
      weigh: (word) => vectors.rarity(word),
      knows: (word) => vectors.has(word),
      occurs: (word) => retriever.occurs(word),
    },
  );
  if (leadsBack(understood.matching)) return null;
  for (const name of ownNames(understood, (word) => vectors.has(word))) {
    const naming = await retriever.reportsNaming(name);
    const [district = null, ...others] = new Set([...naming].map((id) => library.reports.get(id)?.district ?? null));
    if (district !== null && others.length === 0) return district;
  }
  return null;
}

/**
 * Returns a question whose chat speaks of the districts that its turns were on: each earlier turn that names a thing of one district
 * alone names the district too, and a question that does so itself takes nothing over.
 */
export async function onOwnDistricts(
  question: Question,
  context: AnswerContext,
  vectors: WordVectors,
): Promise<Question> {
  if (question.history.length === 0) return question;
  if ((await districtNaming(question.text, context, vectors)) !== null) return { ...question, history: [] };
  const history: string[] = [];
  for (const text of question.history) {
    const district = await districtNaming(text, context, vectors);
    history.push(district === null ? text : `${placeWords([district])}${text}`);
  }
  return { ...question, history };
}
