import type { Token } from '../document.js';
import type { Attribution } from '../extraction.js';
import { ORGANIZATION_NOUNS } from '../language/english/organizations.js';
import { SOURCE_KINDS } from '../language/english/source-nouns.js';
import type { Gender } from '../language/english/titles.js';
import { partitionPoint } from '../partition-point.js';
import type { Appearance, PersonEntry, SpeakerEntry } from './cast.js';
import { authorOf, issuerOf } from './documents.js';
import {
  FARTHEST_SENTENCE,
  fits,
  fittingBefore,
  fittingBehind,
  genderOfPronoun,
  ownersOfKin,
  type Wanted,
} from './pronouns.js';
import { type Meaning, NOBODY, oneOf, type Reading } from './reading.js';
import { nounPhraseAt } from './source-phrase.js';
import { unnamedSource } from './unnamed-sources.js';

/** Who speaks where the source is a pronoun; undefined for any other word. */
export function speakerMeantBy(reading: Reading, pronoun: Token, attribution: Attribution): Meaning | undefined {
  const word = pronoun.lower;
  if (/^(?:i|we|my|our|me|us)$/u.test(word)) return enclosingSpeaker(reading, attribution);
  if (/^(?:it|its|itself)$/u.test(word)) return impersonal(reading, pronoun, attribution);
  if (/^(?:they|their|them)$/u.test(word)) return several(reading, pronoun);
  const gender = genderOfPronoun(word);
  return gender === undefined || gender === null ? undefined : personal(reading, pronoun, gender, attribution);
}

function enclosingSpeaker({ enclosing, meanings }: Reading, attribution: Attribution): Meaning {
  const outer = enclosing.get(attribution);
  return (outer === undefined ? undefined : meanings.get(outer)) ?? NOBODY;
}

/** Whether a pronoun stands in marks, in words that another statement quotes. */
function isQuoted({ document: { quotations } }: Reading, pronoun: Token, outer: Attribution): boolean {
  const behind = partitionPoint(quotations, ({ outer: marks }) => marks.start <= pronoun.start);
  return quotations
    .slice(Math.max(0, behind - 3), behind)
    .some(
      ({ inner }) =>
        inner.end >= pronoun.end &&
        outer.content.some(({ start, end }) => start <= inner.end && inner.start <= end && start <= pronoun.start),
    );
}

/** “He” and “she”: who reports it, somebody before in the sentence or the sentences before it, somebody behind. */
function personal(reading: Reading, pronoun: Token, gender: Gender, attribution: Attribution): Meaning {
  const outer = reading.enclosing.get(attribution);
  const outerSpeakers = outer === undefined ? [] : (reading.meanings.get(outer)?.speakers ?? []);
  const quoted = outer !== undefined && isQuoted(reading, pronoun, outer);
  const [outerSpeaker, another] = outerSpeakers;
  if (!quoted && outerSpeaker?.type === 'PERSON' && another === undefined && fits(outerSpeaker, gender)) {
    return settled([outerSpeaker], gender);
  }
  const owners = ownersOfKin(reading.document, reading.cast, pronoun);
  const excluded = quoted || isSpokenTo(reading, pronoun, gender) ? [...outerSpeakers, ...owners] : owners;
  const wanted = { gender, excluded, reported: attribution.content };
  const here = fittingBefore(reading.cast, pronoun.sentence, pronoun.index, wanted);
  if (here.length > 0 && !hasOrdinalBefore(reading, pronoun)) return inSentence(reading, pronoun, here, gender);
  const ahead = fittingBehind(reading.cast, pronoun.sentence, pronoun.index, wanted).slice(0, 1);
  if (here.length === 0 && ahead.length > 0 && opensSubordinate(reading, pronoun)) return settled(ahead, gender);
  for (let back = 0; back <= FARTHEST_SENTENCE; back++) {
    const found = inSentenceBefore(reading, pronoun, back, wanted);
    if (found.length > 0) return settled(found, gender);
  }
  return settled(ahead, gender);
}

/** “The mayor said she had warned him”: where nobody else can be “him”, the mayor is, and not “she”. */
function isSpokenTo({ document, cast }: Reading, { index, sentence }: Token, gender: Gender): boolean {
  const other = gender === 'FEMALE' ? 'MALE' : 'FEMALE';
  const spokenTo = document.tokens
    .slice(index + 1, index + 6)
    .some((token) => token.sentence === sentence && genderOfPronoun(token.lower) === other);
  if (!spokenTo) return false;
  const wanted = { gender: other, excluded: [], reported: [] } as const;
  return ![sentence, sentence - 1].some((at) => fittingBefore(cast, at, index, wanted).length > 0);
}

/** “The first was woken by it, he said” */
function hasOrdinalBefore(reading: Reading, { sentence, index }: Token): boolean {
  const first = Math.max(reading.document.sentences[sentence]?.firstToken ?? 0, index - 40);
  return reading.document.tokens.slice(first, index).some((token) => isOrdinal(reading, token));
}

function settled(found: readonly SpeakerEntry[], gender: Gender): Meaning {
  const [only] = found;
  if (found.length === 1 && only?.type === 'PERSON') only.gender ??= gender;
  return oneOf(found);
}

/** Several before the pronoun in its sentence: the one who speaks in it already, or the one it begins with. */
function inSentence(reading: Reading, pronoun: Token, here: readonly PersonEntry[], gender: Gender): Meaning {
  if (here.length === 1) return settled(here, gender);
  const spoke = lastSpeakers(reading, pronoun.sentence).filter((entry) => here.some((each) => each === entry));
  if (spoke.length === 1) return settled(spoke, gender);
  return oneOf(here);
}

/** Who spoke last in a sentence. */
export function lastSpeakers({ spoken }: Reading, sentence: number): readonly SpeakerEntry[] {
  for (let at = spoken.length - 1; at >= 0 && at >= spoken.length - 8; at--) {
    const each = spoken[at];
    if (each !== undefined && each.sentence < sentence) return [];
    if (each !== undefined && each.sentence === sentence && !each.nested) return each.speakers;
  }
  return [];
}

/** Who spoke last in a sentence in what an organization reports. */
function lastCarried({ spoken }: Reading, sentence: number): readonly SpeakerEntry[] {
  return spoken.slice(-8).findLast((each) => each.sentence === sentence && each.carried)?.speakers ?? [];
}

/** Whom a pronoun can mean in a sentence before: who spoke in it, or its people. */
function inSentenceBefore(reading: Reading, pronoun: Token, back: number, wanted: Wanted): readonly SpeakerEntry[] {
  const { excluded, gender } = wanted;
  const sentence = pronoun.sentence - back;
  const speakers = lastSpeakers(reading, sentence).filter((entry) => isSingle(entry) && !excluded.includes(entry));
  const fitting = speakers.filter((entry) => entry.type !== 'PERSON' || fits(entry, gender));
  if (fitting.length > 0) return fitting;
  // Whose words an agency carries goes on speaking: “Quill said in a statement carried by the agency … She added”.
  const carried = back === 0 ? [] : lastCarried(reading, sentence);
  const quoted = carried.filter((entry) => entry.type === 'PERSON' && fits(entry, gender) && !excluded.includes(entry));
  if (quoted.length > 0) return quoted;
  const mentioned = back === 0 ? [] : fittingBefore(reading.cast, sentence, pronoun.index, wanted);
  if (mentioned.length > 0) return mentioned;
  const last = reading.cast
    .mentionsIn(sentence)
    .findLast(
      ({ entry, end }) =>
        end <= pronoun.start && isSingle(entry) && entry.type === 'SOURCE' && !excluded.includes(entry),
    );
  return last?.entry.type === 'SOURCE' ? [last.entry] : [];
}

function isSingle(entry: Appearance['entry']): entry is SpeakerEntry {
  if (entry.type === 'PERSON') return true;
  return entry.type === 'SOURCE' && !entry.plural && entry.kind !== 'DOCUMENT' && !ORGANIZATION_NOUNS.has(entry.head);
}

/** “Although she had doubted it, Hilda Brandling …” */
function opensSubordinate({ document }: Reading, { sentence, index }: Token): boolean {
  const first = document.tokens[document.sentences[sentence]?.firstToken ?? 0];
  return first !== undefined && index - first.index <= 6 && /^(?:SCONJ|ADP)$/u.test(first.pos);
}

/** “It”: a document or an organization before it. */
function impersonal(reading: Reading, pronoun: Token, attribution: Attribution): Meaning {
  const outer = reading.enclosing.get(attribution);
  for (let back = 0; back <= FARTHEST_SENTENCE; back++) {
    const sentence = pronoun.sentence - back;
    const spoke = lastSpeakers(reading, sentence).filter(isThing);
    if (spoke.length > 0 && outer === undefined) return oneOf(spoke);
    const named = reading.cast
      .mentionsIn(sentence)
      .findLast(({ entry, end }) => end <= pronoun.start && isThing(entry));
    if (named !== undefined && isThing(named.entry)) return oneOf([named.entry]);
    const document = documentIn(reading, sentence, pronoun);
    if (document !== undefined) return document;
  }
  return NOBODY;
}

function isThing(entry: Appearance['entry']): entry is SpeakerEntry {
  return entry.type === 'ORGANIZATION' || (entry.type === 'SOURCE' && entry.kind === 'DOCUMENT');
}

/** A document that a sentence speaks of before a token, or its author; it becomes a source where “it” speaks. */
function documentIn({ document, cast }: Reading, sentence: number, pronoun: Token): Meaning | undefined {
  const { tokens, sentences } = document;
  const { firstToken = 0, endToken = 0 } = sentences[sentence] ?? {};
  const before = tokens.slice(firstToken, Math.min(endToken, pronoun.index));
  const isDocument = ({ lower, pos }: Token) => SOURCE_KINDS.get(lower) === 'DOCUMENT' && pos === 'NOUN';
  const verb = before.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const isSubject = before[0]?.pos === 'DET' && verb > 0 && isDocument(before[verb - 1] ?? pronoun);
  const noun = isSubject ? before[verb - 1] : before.findLast(isDocument);
  if (noun === undefined) return undefined;
  const author = isSubject ? authorOf(document, cast, noun) : issuerOf(document, cast, noun);
  if (author !== undefined) return oneOf([author]);
  let first = noun.index;
  while (first > firstToken && /^(?:ADJ|NOUN|PROPN)$/u.test(tokens[first - 1]?.pos ?? '')) first--;
  if (first > firstToken && tokens[first - 1]?.pos === 'DET') first--;
  const phrase = nounPhraseAt(document, first, noun.index + 1);
  return phrase === undefined ? undefined : unnamedSource(document, cast, phrase);
}

/** “They”: several who spoke before, or an organization; otherwise somebody whom the text does not name. */
function several(reading: Reading, pronoun: Token): Meaning {
  for (let back = 0; back <= 2; back++) {
    const sentence = pronoun.sentence - back;
    const spoke = lastSpeakers(reading, sentence);
    const plural = spoke.filter((entry) => entry.type === 'ORGANIZATION' || (entry.type === 'SOURCE' && entry.plural));
    if (plural.length > 0) return oneOf(plural.slice(0, 1));
    if (spoke.length > 1) return { speakers: spoke, candidates: [] };
    const named = reading.cast
      .mentionsIn(sentence)
      .findLast(({ entry, end }) => end <= pronoun.start && entry.type === 'SOURCE' && entry.plural);
    if (named?.entry.type === 'SOURCE') return oneOf([named.entry]);
  }
  const phrase = nounPhraseAt(reading.document, pronoun.index, pronoun.index + 1);
  return phrase === undefined ? NOBODY : unnamedSource(reading.document, reading.cast, phrase);
}

/** “The first”, “the second”, “the former”, “the latter”, without a noun: one of two who have spoken before. */
export function isOrdinal({ document: { tokens } }: Reading, { index, lower }: Token): boolean {
  if (!/^(?:first|second|former|latter)$/u.test(lower) || tokens[index - 1]?.lower !== 'the') return false;
  return /^(?:VERB|AUX|PUNCT)$/u.test(tokens[index + 1]?.pos ?? 'PUNCT');
}
