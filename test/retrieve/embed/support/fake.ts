// An embedder for tests of other parts: characters counted into a few dimensions. Not good, but exact and quick.

import type { Embedder } from '../../../../src/types.ts';

/** Counts characters by their code modulo `dimension` and brings the counts to length 1. */
export function fakeEmbedder(dimension = 16): Embedder {
  const embedOne = (text: string): Float32Array => {
    const vector = new Float32Array(dimension);
    for (const character of text.replace(/\s/g, '')) {
      const place = (character.codePointAt(0) ?? 0) % dimension;
      vector[place] = (vector[place] ?? 0) + 1;
    }
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  };
  return { id: `fake:${dimension}`, dimension, embed: async (texts) => texts.map(embedOne) };
}
