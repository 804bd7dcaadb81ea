// What an embedder is. Data and interfaces only; `pick.ts` chooses an implementation.

/** Turns texts into vectors of one length, so that texts of like meaning lie close. */
export interface Embedder {
  /** Identity of the vector space: two embedders with the same id give comparable vectors. Stored beside every vector. */
  readonly id: string;
  /** Length of every vector, ≥ 1. */
  readonly dimension: number;
  /**
   * One vector per text, in order: of length 1, or all zero for a text of which the embedder knows nothing.
   * @throws AppError 'embedder/…' with the remedy, where the fault is the operator's to mend.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}
