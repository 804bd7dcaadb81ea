// The sound of Chinese characters, without tones. The dictionary is large: it is loaded at the first call, not before.
import { createRequire } from 'node:module';
import { once } from './once.ts';

type Speak = (text: string, options: { toneType: 'none'; type: 'array'; v: true }) => string[];

function loadSpeak(): Speak {
  const library: { pinyin: Speak } = createRequire(import.meta.url)('pinyin-pro');
  return library.pinyin;
}

const speak = once(loadSpeak);

/** Returns the syllables of a text, one for each character, without tones. @example syllablesOf('渭滨') // => ['wei', 'bin'] */
export function syllablesOf(text: string): string[] {
  return speak()(text, { toneType: 'none', type: 'array', v: true });
}

/** Sounds that many speakers and keyboards do not tell apart: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in. */
function blur(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/([aei]n)g$/, '$1');
}

/** Compares how two equally long texts sound: `same` (tones aside), `near` (zh/z, n/ng … confused) or `different`. */
export function compareSound(left: string, right: string): 'same' | 'near' | 'different' {
  const [these, those] = [syllablesOf(left), syllablesOf(right)];
  if (these.length !== those.length) return 'different';
  if (these.every((syllable, index) => syllable === those[index])) return 'same';
  return these.every((syllable, index) => blur(syllable) === blur(those[index] ?? '')) ? 'near' : 'different';
}
