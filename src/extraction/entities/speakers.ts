import type { Document, Token } from '../document.js';
import type { Attribution } from '../extraction.js';
import { KIN } from '../language/english/kinship.js';
import { INSTITUTIONS } from '../language/english/organizations.js';
import { ISSUED_DOCUMENTS, SOURCE_KINDS } from '../language/english/source-nouns.js';
import { HONORIFICS, SHORT_TITLES, TOGETHER_NOUNS } from '../language/english/titles.js';
import { isOrdinal, speakerMeantBy } from './antecedents.js';
import { nameInPhrase } from './apposition.js';
import type { Appearance, Entry, OrganizationEntry, SourceEntry, SpeakerEntry } from './cast.js';
import { mentionOf } from './descriptions.js';
import { authorOf } from './documents.js';
import { FARTHEST_SENTENCE, personMeantBy } from './pronouns.js';
import { type Meaning, NOBODY, oneOf, type Reading } from './reading.js';
import { antecedentOf, isRelative } from './relative-clauses.js';
import { relativeDescribed, relativeMeant, relativeOf, relativeOfNamed } from './relatives.js';
import { subjectOfRunOn } from './run-on-sources.js';
import { sharedSubject, speakersOfParticiple } from './shared-subjects.js';
import { endOfDescription, nounPhraseAt, tokensIn } from './source-phrase.js';
import { unnamedSource } from './unnamed-sources.js';

/** Finds who speaks in every attribution, in the order of the text, and with it the sources that have no name. */
export function readSpeakers(reading: Reading, attributions: readonly Attribution[]): void {
  const placed = attributions
    .map((attribution) => ({ attribution, at: tokensIn(reading.document, anchorOf(attribution)).firstToken }))
    .sort((a, b) => a.at - b.at);
  let ordinalsTo = 0;
  for (const { attribution, at } of placed) {
    settleOrdinals(reading, ordinalsTo, at + 2);
    ordinalsTo = Math.max(ordinalsTo, at + 2);
    const meaning = meaningOf(reading, attribution);
    reading.meanings.set(attribution, meaning);
    const sentence = reading.document.tokens[at]?.sentence;
    if (sentence !== undefined && meaning.speakers.length > 0) {
      const outer = reading.enclosing.get(attribution);
      const carried = outer !== undefined && reading.meanings.get(outer)?.speakers[0]?.type === 'ORGANIZATION';
      reading.spoken.push({ sentence, speakers: meaning.speakers, nested: outer !== undefined, carried });
    }
  }
}

function anchorOf({ source, cue, content }: Attribution) {
  return source[0] ?? cue[0] ?? content[0] ?? { start: 0, end: 0 };
}

function meaningOf(reading: Reading, attribution: Attribution): Meaning {
  const [source] = attribution.source;
  if (source === undefined) return meaningOfSharedSubject(reading, attribution);
  const { firstToken, endToken } = tokensIn(reading.document, source);
  const last = subjectOfRunOn(reading, attribution, { firstToken, endToken });
  if (last !== undefined) return oneOf([last]);
  const speakers = new Set<SpeakerEntry>();
  let at = skipOpening(reading.document, firstToken, endToken);
  let first: Meaning | undefined;
  while (at < endToken && speakers.size < 8) {
    const item = readItem(reading, attribution, at, endToken);
    first ??= item.meaning;
    for (const speaker of item.meaning.speakers) speakers.add(speaker);
    const next = nextItem(reading, item.endToken, endToken);
    if (next === undefined || item.meaning.speakers.length === 0) break;
    at = next;
  }
  return speakers.size > 1 ? { speakers: [...speakers], candidates: [] } : (first ?? NOBODY);
}

/** Who speaks where a verb has no subject of its own: whoever the sentence has speak before, or its subject. */
function meaningOfSharedSubject(reading: Reading, attribution: Attribution): Meaning {
  const spoken = speakersOfParticiple(reading, attribution);
  if (spoken.length > 0) return { speakers: spoken, candidates: [] };
  const subject = sharedSubject(reading, attribution);
  return subject === undefined ? NOBODY : readItem(reading, attribution, subject.at, subject.endToken).meaning;
}

function skipOpening({ tokens }: Document, firstToken: number, endToken: number): number {
  let at = firstToken;
  while (at < endToken - 1 && opensSource(tokens[at], tokens[at + 1])) at++;
  return at;
}

/** Marks and prepositions before a speaker, and “Rev.” where it has been taken for the end of a sentence. */
function opensSource(token: Token | undefined, next: Token | undefined): boolean {
  if (token === undefined || /^(?:PUNCT|ADP|CCONJ)$/u.test(token.pos)) return true;
  return next?.text === '.' && (HONORIFICS.has(token.lower) || SHORT_TITLES.has(token.lower));
}

/** Where another speaker begins behind “and”, or behind a comma in a list of names that has an “and” in it. */
function nextItem({ document: { tokens }, cast }: Reading, from: number, endToken: number): number | undefined {
  const [token, next] = [tokens[from], tokens[from + 1]];
  if (token === undefined || next === undefined || from + 1 >= endToken) return undefined;
  if (token.text === ',' && next.text === 'and') return startsSpeaker(cast.at(from + 2)) ? from + 2 : undefined;
  if (token.text === 'and' || token.text === '&') {
    return startsSpeaker(cast.at(from + 1)) || /^(?:DET|NOUN|ADJ)$/u.test(next.pos) ? from + 1 : undefined;
  }
  const isList =
    token.text === ',' && tokens.slice(from, Math.min(endToken, from + 24)).some(({ text }) => text === 'and');
  return isList && cast.at(from + 1)?.entry.type === 'PERSON' ? from + 1 : undefined;
}

function startsSpeaker(appearance: Appearance | undefined): boolean {
  return appearance !== undefined && appearance.entry.type !== 'PLACE';
}

interface Item {
  readonly meaning: Meaning;
  readonly endToken: number;
}

/** One speaker of a source, and where the words for it end. */
function readItem(reading: Reading, attribution: Attribution, at: number, endToken: number): Item {
  const { document } = reading;
  const token = document.tokens[at];
  if (token === undefined) return { meaning: NOBODY, endToken };
  if (isRelative(document, token)) return relativeItem(reading, token, endToken);
  const next = document.tokens[at + 1];
  const isPronounAlone = at + 1 >= endToken || !/^(?:NOUN|ADJ|PROPN)$/u.test(next?.pos ?? '');
  const pronoun = isPronounAlone ? speakerMeantBy(reading, token, attribution) : undefined;
  if (pronoun !== undefined) return { meaning: pronoun, endToken: at + 1 };
  const named = namedAt(reading, at, endToken);
  if (named !== undefined) return named;
  const together = readTogether(reading, at, endToken);
  if (together !== undefined) return together;
  return describedAt(reading, at, endToken) ?? { meaning: NOBODY, endToken };
}

/** “Her brother, who …” */
function relativeItem(reading: Reading, pronoun: Token, endToken: number): Item {
  const antecedent = antecedentOf(reading, pronoun);
  if (antecedent === undefined) return { meaning: NOBODY, endToken };
  const { firstToken, endToken: end } = antecedent;
  const item = namedAt(reading, firstToken, end) ?? describedAt(reading, firstToken, end);
  return { meaning: item?.meaning ?? NOBODY, endToken };
}

/** A name, or a description that has been settled, where a source begins. */
function namedAt(reading: Reading, at: number, endToken: number): Item | undefined {
  const { document, cast, open } = reading;
  const together = cast.togetherAt(at);
  if (together !== undefined) return { meaning: { speakers: together, candidates: [] }, endToken };
  const employed = employedAt(reading, at, endToken);
  if (employed !== undefined) return speakerItem(employed.entry, employed.endToken);
  const nameAt = document.tokens[at]?.pos === 'DET' && cast.at(at) === undefined && !open.has(at) ? at + 1 : at;
  const candidates = open.get(nameAt);
  if (candidates !== undefined) return { meaning: oneOf(candidates), endToken };
  const appearance = cast.at(nameAt);
  if (appearance === undefined || appearance.firstToken < at - 3) return undefined;
  return ownerOrName(reading, appearance, endToken);
}

/** A name that is the speaker, one whose sister, report, … is, or neither where it only says which officials are meant. */
function ownerOrName(reading: Reading, appearance: Appearance, endToken: number): Item | undefined {
  const after = appearance.endToken < endToken ? reading.document.tokens[appearance.endToken] : undefined;
  if (after === undefined) return speakerItem(appearance.entry, appearance.endToken);
  if (/^[’']s?$/u.test(after.text)) return ownedBy(reading, appearance, endToken);
  const modifies = /^(?:NOUN|ADJ|PROPN|NUM)$/u.test(after.pos) || /^[-‐‑]$/u.test(after.text);
  return modifies ? undefined : speakerItem(appearance.entry, appearance.endToken);
}

/** “The Echo’s Ada Quill” */
function employedAt({ document, cast }: Reading, at: number, endToken: number): Appearance | undefined {
  const mark = document.tokens.slice(at, Math.min(endToken, at + 5)).find(({ text }) => /^[’']s$/u.test(text));
  const behind = mark === undefined || mark.index + 1 >= endToken ? undefined : cast.at(mark.index + 1);
  return behind?.entry.type === 'PERSON' && behind.firstToken === (mark?.index ?? 0) + 1 ? behind : undefined;
}

function speakerItem(entry: Entry, endToken: number): Item | undefined {
  return entry.type === 'PLACE' ? undefined : { meaning: oneOf([entry]), endToken };
}

/** “Malk’s sister”, “the Tide Office’s report”, “Quill’s” alone. */
function ownedBy(reading: Reading, owner: Appearance, endToken: number): Item | undefined {
  const phrase = nounPhraseAt(reading.document, owner.endToken + 1, endToken);
  if (owner.endToken + 1 >= endToken || phrase === undefined) return speakerItem(owner.entry, endToken);
  const kin = KIN.get(phrase.head.lower);
  if (kin !== undefined && owner.entry.type === 'PERSON') {
    const relative = relativeOf(owner.entry, phrase.head.lower);
    if (relative !== undefined) return { meaning: oneOf([relative]), endToken };
  }
  return ISSUED_DOCUMENTS.has(phrase.head.lower) ? speakerItem(owner.entry, endToken) : undefined;
}

/** A description that no name settles: kin, a document, somebody unnamed; or with a name behind it in apposition. */
function describedAt(reading: Reading, at: number, endToken: number): Item | undefined {
  const phrase = nounPhraseAt(reading.document, at, endToken);
  const first = reading.document.tokens[at];
  if (phrase === undefined || first === undefined) return undefined;
  const apposed = nameInPhrase(reading, phrase);
  if (apposed !== undefined) return speakerItem(apposed.entry, apposed.endToken);
  if (/^(?:VERB|AUX)$/u.test(phrase.head.pos) || /^(?:nobody|none|you|there|this|that)$/u.test(phrase.head.lower))
    return { meaning: NOBODY, endToken };
  const named =
    relativeMeant(reading, first, phrase.head) ??
    relativeOfNamed(reading, phrase, endToken) ??
    relativeDescribed(reading, first, phrase.head) ??
    authorMeant(reading, first, phrase.head) ??
    institutionMeant(reading, first, phrase.head);
  if (named !== undefined) return { meaning: oneOf([named]), endToken };
  return {
    meaning: unnamedSource(reading.document, reading.cast, phrase),
    endToken: endOfDescription(reading.document, phrase),
  };
}

/** Whose “the statement” or “his letter” is, where the text says so. */
function authorMeant({ document, cast }: Reading, first: Token, noun: Token): SpeakerEntry | undefined {
  if (/^(?:the|this|that)$/u.test(first.lower)) return authorOf(document, cast, noun);
  const isTheirs = /^(?:his|her|its|their)$/u.test(first.lower) && SOURCE_KINDS.get(noun.lower) === 'DOCUMENT';
  return isTheirs ? personMeantBy(first, cast, []) : undefined;
}

/** “The union”, where the text has named one and no other. */
function institutionMeant({ cast }: Reading, first: Token, noun: Token): OrganizationEntry | undefined {
  if (first.lower !== 'the' || noun.index !== first.index + 1 || !INSTITUTIONS.has(noun.lower)) return undefined;
  const [only, another] = cast.organizationsWith(noun.lower);
  return another === undefined ? only : undefined;
}

/** “Both”, “both leaders”, “the two”: each of the last two who have been named. */
function readTogether(reading: Reading, at: number, endToken: number): Item | undefined {
  const { document, cast } = reading;
  const [first, second] = [document.tokens[at], document.tokens[at + 1]];
  if (first === undefined) return undefined;
  const isBoth = first.lower === 'both' || (/^(?:the|these|those)$/u.test(first.lower) && second?.lower === 'two');
  const noun = document.tokens[endToken - 1];
  if (!isBoth || noun === undefined || endToken - at > 4) return undefined;
  const isAlone = noun.lower === 'both' || noun.lower === 'two';
  if (!isAlone && !TOGETHER_NOUNS.has(noun.lower) && !TOGETHER_NOUNS.has(noun.text)) return undefined;
  const meant = lastNamed(
    reading,
    first,
    /^(?:countr|compan|firm|nation|state|agenc|minist|government|part|side)/u.test(noun.lower),
  );
  if (meant.length < 2) return undefined;
  if (meant.length > 2) return { meaning: { speakers: [], candidates: meant }, endToken };
  if (!isAlone) cast.mentionTogether(meant, mentionOf(document, at, endToken));
  return { meaning: { speakers: meant, candidates: [] }, endToken };
}

/** The people, or the organizations, of the nearest sentences that name two at least. */
function lastNamed({ cast }: Reading, { sentence, index }: Token, things: boolean): SpeakerEntry[] {
  const found = new Set<SpeakerEntry>();
  for (let back = 0; back <= FARTHEST_SENTENCE && found.size < 2; back++) {
    for (const { entry, firstToken } of cast.mentionsIn(sentence - back).slice(0, 40)) {
      if (firstToken < index && entry.type === (things ? 'ORGANIZATION' : 'PERSON')) found.add(entry);
    }
  }
  return [...found];
}

/** Settles “the first” and “the second” between two sources that are described alike. */
function settleOrdinals(reading: Reading, from: number, to: number): void {
  const { document, cast } = reading;
  for (let at = from; at < to; at++) {
    const token = document.tokens[at];
    if (token === undefined || !isOrdinal(reading, token)) continue;
    const [first, second] = lastPair(cast.sources);
    const meant = /^(?:first|former)$/u.test(token.lower) ? first : second;
    if (meant !== undefined) cast.mention(meant, mentionOf(document, at - 1, at + 1));
  }
}

function lastPair(sources: readonly SourceEntry[]): readonly SourceEntry[] {
  const last = sources.at(-1);
  const alike = sources.slice(-8).filter(({ head, plural }) => head === last?.head && !plural);
  return alike.length === 2 ? alike : [];
}
