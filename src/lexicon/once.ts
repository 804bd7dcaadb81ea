// Puts off costly work until it is first needed. What is kept never changes afterwards.

/** A function that makes its value at the first call and returns the same value ever after. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
