import type { Words } from './record-options.js';

/** Where words stand in a text; throws when they do not. */
export function find(text: string, words: Words): { readonly start: number; readonly end: number } {
  const { quote, occurrence } = typeof words === 'string' ? { quote: words, occurrence: 0 } : words;
  let start = text.indexOf(quote);
  for (let passed = 0; passed < occurrence && start >= 0; passed++) start = text.indexOf(quote, start + 1);
  if (start < 0 || quote === '') throw new Error(`The text does not say “${quote}” ${occurrence + 1} times.`);
  return { start, end: start + quote.length };
}

/** Where a name stands in a text, each time. */
export function occurrences(text: string, name: string): number[] {
  const starts: number[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) starts.push(start);
  return starts;
}
