import type { Stretch } from '../../../domain/span.js';
import type { PatternAttribution, Place } from './attributed.js';
import { subjectBehind, type UnitRange } from './noun-phrases.js';
import { contentOf, stretchOf } from './stretches.js';
import type { UnitSentence } from './units.js';

/** What is said “according to” somebody. */
export function accordingTo(sentence: UnitSentence, place: Place): PatternAttribution[] {
  return sentence.flatMap((unit, at) => {
    if (unit.lower !== 'according' || sentence[at + 1]?.lower !== 'to') return [];
    const phrase = citedSource(sentence, at);
    if (
      phrase === null ||
      /^(?:plan|plans|schedule|tradition|custom|need|taste|rank|size|age)$/u.test(sentence[phrase.start]?.lower ?? '')
    )
      return [];
    const source = stretchOf(sentence, phrase.start, phrase.end);
    const cue = stretchOf(sentence, at, at + 2);
    const found = citedContent(sentence, at, phrase.end);
    const content = contentOf(place.text, found.content);
    if (source === null || cue === null || content.length === 0) return [];
    return [{ pattern: found.pattern, source: [source], cue: [cue], content }];
  });
}

function citedContent(
  sentence: UnitSentence,
  at: number,
  end: number,
): { pattern: string; content: (Stretch | null)[] } {
  if (at === 0 || (at === 1 && sentence[0]?.token.pos === 'CCONJ')) {
    return { pattern: 'according to source, clause', content: [stretchOf(sentence, end, sentence.length)] };
  }
  const before = stretchOf(sentence, openingOf(sentence, at), at);
  const comma = sentence[at - 1]?.lower === ',' && sentence[end]?.lower === ',';
  const verbless = sentence
    .slice(0, at)
    .every(({ token, quotation }) => quotation === null && token.pos !== 'VERB' && token.pos !== 'AUX');
  return comma && verbless
    ? { pattern: 'phrase, according to source, clause', content: [before, stretchOf(sentence, end, sentence.length)] }
    : { pattern: 'clause, according to source', content: [before] };
}

/** The beginning of the clause that is cited, at the sentence’s or behind “, and” and “, but”. */
function openingOf(sentence: UnitSentence, at: number): number {
  for (let start = at - 1; start > 0; start--) {
    const lower = sentence[start]?.lower ?? '';
    if (lower === ';' || (/^(?:but|while)$/u.test(lower) && sentence[start - 1]?.lower === ',')) return start + 1;
  }
  return 0;
}

/** Who is cited; at the beginning of a sentence all up to the comma: “According to minutes kept by the guild, …”. */
function citedSource(sentence: UnitSentence, at: number): UnitRange | null {
  const phrase = subjectBehind(sentence, at + 2, at > 1);
  if (phrase === null || at > 1 || !/^(?:VERB|ADP|SCONJ)$/u.test(sentence[phrase.end]?.token.pos ?? '')) return phrase;
  const comma = sentence.findIndex(({ lower }, i) => lower === ',' && i > phrase.end);
  return comma < 0 ? null : { start: phrase.start, end: comma };
}
