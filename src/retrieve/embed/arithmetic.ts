// Arithmetic on vectors of one length.

/** Sum of the products of two vectors of one length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}

/** Adds a multiple of a vector to another, in place. */
export function addScaled(target: Float32Array, vector: Float32Array, factor: number): void {
  for (let d = 0; d < target.length; d++) target[d] = (target[d] as number) + factor * (vector[d] as number);
}

/** Brings a vector to length 1 in place; false (and untouched) if it is zero. */
export function normalise(vector: Float32Array): boolean {
  const length = Math.sqrt(dot(vector, vector));
  if (length < 1e-12) return false;
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] as number) / length;
  return true;
}
