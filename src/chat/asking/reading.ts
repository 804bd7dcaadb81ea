// Tells a reading that mends damaged words from one that only adds what a relative date means. Pure: channels use it too.

/** Dates that a reading adds behind relative ones: 去年〔2016年〕. */
const ADDED_DATE = /〔[^〕]*〕/gu;

/** True if a reading mends words of its source, beyond resolving relative dates and joining lines. @param quote the words as they stand in the source */
export function isMended(quote: string, reading: string | null | undefined): boolean {
  if (reading === null || reading === undefined) return false;
  const bare = (text: string): string => text.replace(/\s+/gu, '');
  return bare(quote) !== bare(reading.replace(ADDED_DATE, ''));
}
