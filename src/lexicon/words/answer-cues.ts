// Things that a question asks for by name (职业, 籍贯, 原因), and the words by which a sentence shows that it says just that.
// Data: data/answer-cues.tsv. It compares words; it chooses nothing.
import { readLexicon } from './data-files.ts';

/** A thing that can be asked for: how questions name it, and how sentences tell it. */
interface AnswerCue {
  readonly asked: RegExp;
  readonly told: RegExp;
}

function cuesFrom(lines: readonly string[]): AnswerCue[] {
  return lines.map((line) => {
    const [asked = '', told = ''] = line.split('\t');
    return { asked: new RegExp(asked, 'u'), told: new RegExp(told, 'u') };
  });
}

const CUES: readonly AnswerCue[] = cuesFrom(readLexicon('answer-cues.tsv'));
const INTERROGATIVE = /为什么|为何|什么|甚么|啥|哪|谁|何|怎|如何|多少|几|多[大长高久]/gu;
/** Maximal distance between the word that asks and what it asks for, in UTF-16 units. */
const BEFORE = 7;
const BEHIND = 5;

/**
 * Returns patterns of sentences that tell what a folded question asks for; none if it names nothing known.
 * @example cuesOf('王某的职业是什么')[0]?.test('王某,演员') // => true
 */
export function cuesOf(folded: string): RegExp[] {
  const around = [...folded.matchAll(INTERROGATIVE)].map(({ 0: word, index }) =>
    folded.slice(Math.max(0, index - BEFORE), index + word.length + BEHIND),
  );
  return CUES.filter(({ asked }) => around.some((text) => asked.test(text))).map(({ told }) => told);
}
