// Puts off costly work until it is first needed. What is kept never changes afterwards.

/** Returns a function that makes its value at the first call and returns the same value ever after. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Returns a function that makes its value once for each key, and keeps it as long as the key is kept. */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const kept = made.get(key) ?? { value: make(key) };
    made.set(key, kept);
    return kept.value;
  };
}

/**
 * Returns a pure function of a text that remembers its last results, so that callers need not hand them round.
 * @param most results kept, ≥ 1; when there are more, all are forgotten
 */
export function remembering<Value>(make: (text: string) => Value, most: number): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const kept = made.get(text);
    if (kept !== undefined) return kept;
    if (made.size >= most) made.clear();
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
