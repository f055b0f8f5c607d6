import type { Stretch } from '../../../src/domain/span.js';
import type { PredictedRelation } from '../../../src/extraction/evaluation/attribution-match.js';

/** An invented text in which relations are marked by the words that they have. */
export const TEXT =
  'Ada Quill said the pier will hold, and Bo Larch denied that “the bell is cracked”. The tide is late, she added. Nobody laughed.';

/** The spans of words that stand once in the text. */
export function spans(...words: readonly string[]): Stretch[] {
  return words.map((part) => {
    const start = TEXT.indexOf(part);
    if (start === -1 || TEXT.includes(part, start + 1)) throw new Error(`“${part}” has to stand in the text once.`);
    return { start, end: start + part.length };
  });
}

/** A relation of source, cue and content, each of one span, or of none where it is empty. */
export function relation(source: string, cue: string, content: string, confidence = 0.5): PredictedRelation {
  const role = (words: string) => (words === '' ? [] : spans(words));
  return { source: role(source), cue: role(cue), content: role(content), confidence };
}
