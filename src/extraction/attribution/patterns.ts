import type { Document } from '../document.js';
import type { PatternAttribution, Place } from './patterns/attributed.js';
import { accordingTo } from './patterns/cited.js';
import { idioms } from './patterns/idioms.js';
import { quotedBy } from './patterns/quoted.js';
import { reportClauses } from './patterns/report-clauses.js';
import { retoldBy } from './patterns/retold.js';
import { namedBeforeColon, signed } from './patterns/signed.js';
import { type UnitSentence, unitsOf } from './patterns/units.js';

export type { PatternAttribution } from './patterns/attributed.js';

/**
 * Attributions that rules find over words, parts of speech, quotation marks and a lexicon of cues. Spans are in PolNeAR’s
 * convention: content keeps “that”, the cue has its auxiliaries and adverbs, the source its apposition. Each names its rule.
 */
export function findByPatterns(document: Document): PatternAttribution[] {
  const paragraphs = unitsOf(document);
  return paragraphs.flatMap((sentences, paragraph) =>
    sentences.flatMap((units, sentence) => inSentence(units, { text: document.text, paragraphs, paragraph, sentence })),
  );
}

function inSentence(sentence: UnitSentence, place: Place): PatternAttribution[] {
  const clauses = reportClauses(sentence);
  return [
    ...namedBeforeColon(sentence, place),
    ...signed(sentence, place),
    ...clauses.flatMap((clause) => {
      const found = quotedBy(clause, sentence, place) ?? retoldBy(clause, sentence, place, clauses);
      if (found === undefined) return [];
      return [isHeadline(sentence, place) ? { ...found, pattern: `headline ${found.pattern}` } : found];
    }),
    ...accordingTo(sentence, place),
    ...idioms(sentence, place),
  ];
}

/** The first sentence of a text, where no full stop ends it. */
function isHeadline(sentence: UnitSentence, place: Place): boolean {
  return place.paragraph === 0 && place.sentence === 0 && place.paragraphs.length > 0 && !isStopped(sentence);
}

function isStopped(sentence: UnitSentence): boolean {
  const last = sentence.at(-1);
  return last === undefined || last.quotation !== null || /^[.!?…:]$/u.test(last.lower);
}
