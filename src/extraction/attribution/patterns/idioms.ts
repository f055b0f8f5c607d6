import type { Stretch } from '../../../domain/span.js';
import { FORMS_OF_BE } from '../../language/english/clause-words.js';
import {
  ADDRESSING_PARTICIPLES,
  ADJECTIVES_OF_THOUGHT,
  IMPERSONAL_PARTICIPLES,
  NOUNS_OF_A_VIEW,
  REPORTING_ADVERBS,
  REPORTING_NOUNS,
} from '../../language/english/idioms.js';
import type { PatternAttribution, Place } from './attributed.js';
import { subjectBefore, subjectBehind, type UnitRange } from './noun-phrases.js';
import { contentOf, stretchOf } from './stretches.js';
import type { UnitSentence } from './units.js';

/** Who says what, by the units of a sentence. */
interface Idiom {
  readonly pattern: string;
  readonly source: UnitRange | null;
  readonly cue: UnitRange;
  readonly content: readonly UnitRange[];
}

type FindIdiom = (sentence: UnitSentence, at: number) => Idiom | null;

/** Reports that are no verb with its subject: “in her view”, “as he put it”, “reportedly”, “is certain that”. */
export function idioms(sentence: UnitSentence, { text }: Place): PatternAttribution[] {
  return sentence.flatMap((unit, at) => {
    const find = FINDERS.get(unit.lower);
    const idiom = find?.(sentence, at) ?? null;
    return idiom === null ? [] : attributionOf(idiom, sentence, text);
  });
}

/** Which idiom a word can belong to. */
const FINDERS: ReadonlyMap<string, FindIdiom> = new Map([
  ...entries(NOUNS_OF_A_VIEW, inView),
  ...entries(REPORTING_ADVERBS, adverb),
  ...entries(ADJECTIVES_OF_THOUGHT, adjective),
  ...entries(REPORTING_NOUNS, noun),
  ...entries(['quoted'], quotedAsSaying),
  ...entries(['put'], asPut),
  ...entries([...IMPERSONAL_PARTICIPLES, ...ADDRESSING_PARTICIPLES, 'confirmed', 'denied'], participle),
  ...entries(['to'], toSomebody),
]);

function entries(words: Iterable<string>, find: FindIdiom): [string, FindIdiom][] {
  return [...words].map((word) => [word, find]);
}

/** “In Mallow’s view, …”, “was, in Rask’s words, “…””; “His words: “…”” */
function inView(sentence: UnitSentence, at: number): Idiom | null {
  const possessive = possessiveBefore(sentence, at);
  if (possessive === null) return null;
  const cue = { start: at, end: at + 1 };
  if (sentence[at + 1]?.lower === ':' && sentence[at + 2]?.quotation != null) {
    return {
      pattern: 'possessive words: quotation',
      source: possessive,
      cue,
      content: [{ start: at + 2, end: at + 3 }],
    };
  }
  if (sentence[possessive.start - 1]?.lower !== 'in' || sentence[at + 1]?.lower !== ',') return null;
  const content = [
    { start: 0, end: possessive.start - 1 },
    { start: at + 2, end: sentence.length },
  ];
  return { pattern: 'in possessive view', source: possessive, cue, content };
}

/** “her” or “Ines Corder’s” before a noun; the source with its mark of possession. */
function possessiveBefore(sentence: UnitSentence, noun: number): UnitRange | null {
  const before = sentence[noun - 1];
  if (before === undefined) return null;
  if (/^(?:his|her|their|its|my|our|your)$/u.test(before.lower)) return { start: noun - 1, end: noun };
  if (!/^(?:'s|’s|'|’)$/u.test(before.lower)) return null;
  const owner = subjectBefore(sentence, noun - 1);
  return owner === null ? null : { start: owner.start, end: noun };
}

/** “The ferryman reportedly swam ashore.” */
function adverb(sentence: UnitSentence, at: number): Idiom {
  const content = [
    { start: 0, end: at },
    { start: at + 1, end: sentence.length },
  ];
  return { pattern: 'reporting adverb', source: null, cue: { start: at, end: at + 1 }, content };
}

/** “Vell is certain that …” */
function adjective(sentence: UnitSentence, at: number): Idiom | null {
  if (sentence[at + 1]?.lower !== 'that') return null;
  let start = at;
  while (start > 0 && sentence[start - 1]?.token.pos === 'ADV') start--;
  if (!FORMS_OF_BE.has(sentence[start - 1]?.lower ?? '')) return null;
  const source = subjectBefore(sentence, start - 1);
  if (source === null || /^(?:it|there|this|that)$/u.test(sentence[source.start]?.lower ?? '')) return null;
  const content = [{ start: at + 1, end: sentence.length }];
  return { pattern: 'source is adjective that clause', source, cue: { start: start - 1, end: at + 1 }, content };
}

/** “Corder’s warning that …”, “repeated her promise that …” */
function noun(sentence: UnitSentence, at: number): Idiom | null {
  if (sentence[at + 1]?.lower !== 'that')
    return NOUNS_OF_A_VIEW.has(sentence[at]?.lower ?? '') ? inView(sentence, at) : null;
  const possessive = possessiveBefore(sentence, at);
  if (possessive === null) return null;
  const content = [{ start: at + 1, end: sentence.length }];
  const verb = possessive.start - 1;
  const pronoun = possessive.end - possessive.start === 1;
  const subject = pronoun && sentence[verb]?.token.pos === 'VERB' ? subjectBefore(sentence, verb) : null;
  if (subject !== null)
    return {
      pattern: 'source cue possessive noun that clause',
      source: subject,
      cue: { start: verb, end: at + 1 },
      content,
    };
  return { pattern: 'possessive noun that clause', source: possessive, cue: { start: at, end: at + 1 }, content };
}

/** “was quoted as saying that …” */
function quotedAsSaying(sentence: UnitSentence, at: number): Idiom | null {
  if (sentence[at + 1]?.lower !== 'as' || sentence[at + 2]?.lower !== 'saying') return null;
  const start = FORMS_OF_BE.has(sentence[at - 1]?.lower ?? '') ? at - 1 : at;
  const source = subjectBefore(sentence, start);
  const from = sentence[at + 3]?.lower === ',' ? at + 4 : at + 3;
  const content = [{ start: from, end: sentence.length }];
  return start === at || source === null
    ? null
    : { pattern: 'source quoted as saying', source, cue: { start, end: at + 3 }, content };
}

/** “The ice is, as Sedge put it, “no road”.” */
function asPut(sentence: UnitSentence, at: number): Idiom | null {
  const source = sentence[at + 1]?.lower === 'it' ? subjectBefore(sentence, at) : null;
  if (source === null || sentence[source.start - 1]?.lower !== 'as') return null;
  const content = [
    { start: 0, end: source.start - 1 },
    { start: at + 2, end: sentence.length },
  ];
  return { pattern: 'as source put it', source, cue: { start: at, end: at + 2 }, content };
}

/** “The lighthouse, it was said, …”, “residents were told to …”, “that it was open was confirmed by Brill” */
function participle(sentence: UnitSentence, at: number): Idiom | null {
  if (!FORMS_OF_BE.has(sentence[at - 1]?.lower ?? '')) return null;
  const follows = sentence[at + 1]?.lower;
  if (follows === 'by' && sentence[0]?.lower === 'that') {
    const source = subjectBehind(sentence, at + 2);
    const cue = { start: at - 1, end: at + 2 };
    return source === null
      ? null
      : { pattern: 'that clause, passive cue by source', source, cue, content: [{ start: 0, end: at - 1 }] };
  }
  if (sentence[at - 2]?.lower === 'it') return impersonal(sentence, at);
  const to = follows === 'to' || follows === 'that';
  if (!to || !ADDRESSING_PARTICIPLES.has(sentence[at]?.lower ?? '') || subjectBefore(sentence, at - 1) === null)
    return null;
  const content = [{ start: at + 1, end: sentence.length }];
  return { pattern: 'addressee, passive cue', source: null, cue: { start: at - 1, end: at + 1 }, content };
}

function impersonal(sentence: UnitSentence, at: number): Idiom | null {
  if (!IMPERSONAL_PARTICIPLES.has(sentence[at]?.lower ?? '')) return null;
  const cue = { start: at - 2, end: at + 1 };
  if (sentence[at + 1]?.lower === 'that') {
    return {
      pattern: 'it was said that clause',
      source: null,
      cue,
      content: [{ start: at + 1, end: sentence.length }],
    };
  }
  if (sentence[at - 3]?.lower !== ',' || sentence[at + 1]?.lower !== ',') return null;
  const content = [
    { start: 0, end: at - 3 },
    { start: at + 2, end: sentence.length },
  ];
  return { pattern: 'phrase, it was said, clause', source: null, cue, content };
}

/** “To Vell, the market is “a roof in search of a crowd”.” */
function toSomebody(sentence: UnitSentence, at: number): Idiom | null {
  if (at > 0 || !sentence.some(({ quotation }) => quotation !== null)) return null;
  const source = subjectBehind(sentence, 1, false);
  if (source === null || sentence[source.end]?.lower !== ',' || sentence[source.end - 1]?.token.pos !== 'PROPN')
    return null;
  return {
    pattern: 'to source, clause',
    source,
    cue: { start: 0, end: 1 },
    content: [{ start: source.end + 1, end: sentence.length }],
  };
}

function attributionOf(
  { pattern, source, cue, content }: Idiom,
  sentence: UnitSentence,
  text: string,
): PatternAttribution[] {
  const spans = (ranges: readonly UnitRange[]): Stretch[] =>
    ranges.flatMap(({ start, end }) => stretchOf(sentence, start, end) ?? []);
  const words = contentOf(text, spans(content));
  return words.length === 0
    ? []
    : [{ pattern, source: source === null ? [] : spans([source]), cue: spans([cue]), content: words }];
}
