// Names that people give themselves, as we repeat them: nothing in them acts, links or turns the line around.

const MAX_CHARACTERS = 60;
/** A dot or an at sign that would make a link of a name, and what stands for it. */
const LINKING = /(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu;

/**
 * Returns a display name in one line of at most 60 characters, without controls, marks of direction and half characters, and without what
 * a client would turn into a link; null where nothing is left.
 * @example displayName('李\u202e明 https://x.example') // => '李明 https：//x．example'
 */
export function displayName(name: string): string | null {
  const plain = name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const harmless = plain.replace(LINKING, '．').replaceAll('@', '＠').replaceAll('://', '：//');
  const kept = [...harmless].slice(0, MAX_CHARACTERS).join('').trim();
  return kept === '' ? null : kept;
}
