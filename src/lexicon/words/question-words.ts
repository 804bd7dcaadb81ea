// Takes out of a question the words that only ask or only join. Data: data/question-words.txt, data/function-words.txt.
import { wordSpans } from '../../text/tokens.ts';
import { readLexicon } from './data-files.ts';

const QUESTION_WORDS = readLexicon('question-words.txt').sort((a, b) => b.length - a.length);
const QUESTION_PATTERN = new RegExp(QUESTION_WORDS.join('|'), 'gu');
const FUNCTION_WORDS = new Set(readLexicon('function-words.txt'));

const blank = (text: string): string => ' '.repeat(text.length);

/**
 * Returns a folded question with the words that only ask or join blanked out, unit for unit, so that no false neighbours arise.
 * @example contentOf('泉山区有多少个项目') // => '泉山区    项目'
 */
export function contentOf(folded: string): string {
  let content = folded.replace(QUESTION_PATTERN, blank);
  for (const { start, end, word } of wordSpans(content)) {
    if (FUNCTION_WORDS.has(word)) content = content.slice(0, start) + blank(word) + content.slice(end);
  }
  return content;
}
