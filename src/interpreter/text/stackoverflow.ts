// The end of JavaScript's own stack, which comes before CPython's where a program is nested deeply enough.
//
// Each engine says it in its own words: V8 and JavaScriptCore with a RangeError, SpiderMonkey with an InternalError.

export function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof Error && /call stack|recursion/i.test(thrown.message);
}
