import type { Document, Token, TokenRange } from '../document.js';
import type { Gender } from '../language/english/titles.js';
import { partitionPoint } from '../partition-point.js';
import type { Cast, PersonEntry } from './cast.js';
import { FARTHEST_SENTENCE, fits, genderOfPronoun, kinOwnedBy } from './pronouns.js';

/** Which of several people of one name is meant, where the words around it say so; `speaksAt` tells where sources begin. */
export function chooseNamesake(
  document: Document,
  cast: Cast,
  run: TokenRange & { readonly sentence: number },
  people: readonly PersonEntry[],
  speaksAt: (token: number) => boolean,
): PersonEntry | undefined {
  const apart = people.filter((person) => !isKinNamedBeside(document, cast, run, person));
  if (apart.length === 1) return apart[0];
  const introduced = apart.filter(({ mentions: [first] }) => first !== undefined && first.firstToken < run.firstToken);
  if (introduced.length === 1) return introduced[0];
  const among = introduced.length > 0 ? introduced : apart;
  return (
    byOwnPronoun(document, run, among) ??
    byGoingOn(document, cast, run, among, speaksAt) ??
    byPronouns(document, cast, run, among) ??
    byNearness(document, cast, run, among) ??
    bySpeaking(document, run, among, speaksAt)
  );
}

/** How far behind a name a pronoun that can only mean it is looked for. */
const FARTHEST_OWN_PRONOUN = 30;

/**
 * The one whose gender the pronoun has that goes on with the name as a subject: “Malk himself”, “Malk said when she was
 * asked about him”, “Malk demanded a count, as he always has”.
 */
function byOwnPronoun(
  { tokens }: Document,
  { endToken, sentence }: TokenRange & { readonly sentence: number },
  people: readonly PersonEntry[],
): PersonEntry | undefined {
  const reflexive = genderOfPronoun(tokens[endToken]?.lower ?? '');
  if (reflexive !== undefined && reflexive !== null) return fittingOnly(people, reflexive);
  for (const token of tokens.slice(endToken, endToken + FARTHEST_OWN_PRONOUN)) {
    if (token.sentence !== sentence || /^[“"«]$/u.test(token.text)) return undefined;
    const opens = /^(?:when|as|while|before|after|although|because|since|where)$/u.test(
      tokens[token.index - 1]?.lower ?? '',
    );
    if (!opens || !/^(?:he|she)$/u.test(token.lower)) continue;
    return fittingOnly(people, token.lower === 'he' ? 'MALE' : 'FEMALE');
  }
  return undefined;
}

/** The only one whose gender is known to be this or, where nobody’s is, not known to be another. */
function fittingOnly(people: readonly PersonEntry[], gender: Gender): PersonEntry | undefined {
  const known = people.filter((person) => person.gender === gender);
  if (known.length > 0) return known.length === 1 ? known[0] : undefined;
  const fitting = people.filter((person) => fits(person, gender));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Verbs by which somebody goes on who has spoken in the sentence before. */
const GOING_ON: ReadonlySet<string> = new Set(['added', 'adds', 'adding', 'continued', 'continues', 'concluded']);

/** Whoever spoke in the sentence before, by name or as “he” or “she”: “She praised the pier. It would be open soon, Malk added.” */
function byGoingOn(
  document: Document,
  cast: Cast,
  { firstToken, endToken, sentence }: TokenRange & { readonly sentence: number },
  people: readonly PersonEntry[],
  speaksAt: (token: number) => boolean,
): PersonEntry | undefined {
  const { tokens, sentences } = document;
  const beside = [tokens[endToken], tokens[firstToken - 1]];
  if (!speaksAt(firstToken) || !beside.some((token) => token?.pos === 'VERB' && GOING_ON.has(token.lower))) {
    return undefined;
  }
  const before = sentences[sentence - 1];
  const spoke = before && tokens.slice(before.firstToken, before.endToken).findLast(({ index }) => speaksAt(index));
  if (spoke === undefined) return undefined;
  const gender = genderOfPronoun(spoke.lower);
  if (gender !== undefined && gender !== null) return fittingOnly(people, gender);
  return people.find((person) => cast.at(spoke.index)?.entry === person);
}

/** How far before a name the source can begin that it stands in: “her cousin Runa Malk”. */
const LONGEST_INTRODUCTION = 4;
/** How many mentions of somebody are looked at. */
const MOST_MENTIONS = 60;
/** How far back a pronoun that speaks may mean one of them. */
const FARTHEST_SPEAKER = 400;

/**
 * The only one of them who has spoken so far, where the name speaks again; nobody where “he” or “she” has spoken and can
 * have been another.
 */
function bySpeaking(
  { tokens }: Document,
  { firstToken, endToken }: TokenRange,
  people: readonly PersonEntry[],
  speaksAt: (token: number) => boolean,
): PersonEntry | undefined {
  if (!speaksAt(firstToken)) return undefined;
  const isSpeaking = (at: number) =>
    tokens.slice(Math.max(0, at - LONGEST_INTRODUCTION), at + 1).some(({ index }) => speaksAt(index));
  const spoke = people.filter(({ mentions }) =>
    mentions
      .slice(0, MOST_MENTIONS)
      .some((mention) => mention.firstToken < firstToken && isSpeaking(mention.firstToken)),
  );
  const [only, another] = spoke;
  if (only === undefined || another !== undefined) return undefined;
  const before = tokens.slice(Math.max(0, firstToken - FARTHEST_SPEAKER), firstToken);
  const isOpen = before.some(({ index, lower }) => {
    const gender = genderOfPronoun(lower);
    return gender !== undefined && speaksAt(index) && people.some((person) => person !== only && fits(person, gender));
  });
  if (isOpen) return undefined;
  return isToldTo(tokens, endToken, only) ? people.find((person) => person !== only && people.length === 2) : only;
}

/** Whether the pronoun behind a name and its verb can mean somebody, who then is another: “Malk had told her”. */
function isToldTo(tokens: readonly Token[], end: number, { gender }: PersonEntry): boolean {
  let at = end;
  while (tokens[at]?.pos === 'AUX' || tokens[at]?.pos === 'ADV') at++;
  const told = tokens[at + 1];
  const isTold = tokens[at]?.pos === 'VERB' && told !== undefined && /^(?:him|her)$/u.test(told.lower);
  return isTold && gender !== null && genderOfPronoun(told.lower) === gender;
}

/** How far before a name the comma of an apposition stands: right before it or its “Mr”. */
const LONGEST_TITLE = 2;

/** “Malk’s sister, Runa Malk”, “Runa Malk, Mr Malk’s younger sister”: the one is not the other. */
function isKinNamedBeside(
  { tokens }: Document,
  cast: Cast,
  { firstToken, endToken }: TokenRange,
  person: PersonEntry,
): boolean {
  const kin = kinOwnedBy(tokens, endToken);
  if (kin === undefined) return false;
  const behind = kin.index + 1 + (tokens[kin.index + 1]?.text === ',' ? 1 : 0);
  const comma = tokens
    .slice(Math.max(0, firstToken - LONGEST_TITLE), firstToken + 1)
    .findLast(({ text }) => text === ',');
  const before = comma === undefined ? undefined : cast.at(comma.index - 1);
  return cast.at(behind)?.entry === person || before?.entry === person;
}

/** The one whose gender the pronouns of the sentence have, or those that begin the next one. */
function byPronouns(
  document: Document,
  cast: Cast,
  { firstToken, sentence }: TokenRange & { readonly sentence: number },
  people: readonly PersonEntry[],
): PersonEntry | undefined {
  const here = document.sentences[sentence];
  const next = document.sentences[sentence + 1];
  if (here === undefined) return undefined;
  const ofOthers = (gender: Gender) =>
    cast
      .mentionsIn(sentence)
      .some(({ entry }) => entry.type === 'PERSON' && !people.includes(entry) && entry.gender === gender);
  const genders = gendersIn(unquoted(document, here)).filter((gender) => !ofOthers(gender));
  if (genders.length > 0) return onlyOf(people, genders);
  if (next === undefined || next.paragraph !== here.paragraph || firstToken < here.firstToken) return undefined;
  return onlyOf(people, gendersIn(unquoted(document, next)));
}

/** The words of a sentence that stand outside marks: pronouns in them are the speaker’s. */
function unquoted({ tokens, quotations }: Document, { firstToken, endToken }: TokenRange): readonly Token[] {
  const words = tokens.slice(firstToken, Math.min(endToken, firstToken + LONGEST_SENTENCE));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return words;
  const marked = quotations
    .slice(partitionPoint(quotations, ({ outer }) => outer.end <= first.start))
    .slice(0, MOST_QUOTATIONS);
  return words.filter((word) => !marked.some(({ inner }) => inner.start <= word.start && word.end <= inner.end));
}

const LONGEST_SENTENCE = 80;
const MOST_QUOTATIONS = 8;

function gendersIn(tokens: readonly Token[]): Gender[] {
  const genders = tokens.map(({ lower }) => genderOfPronoun(lower));
  return [...new Set(genders.filter((gender) => gender === 'FEMALE' || gender === 'MALE'))];
}

function onlyOf(people: readonly PersonEntry[], genders: readonly Gender[]): PersonEntry | undefined {
  const fitting = people.filter(({ gender }) => gender !== null && genders.includes(gender));
  return genders.length === 1 && fitting.length === 1 ? fitting[0] : undefined;
}

/**
 * The only one of them whom the paragraph has named so far; where it has named none, the only one whom the text has
 * called by the bare surname before.
 */
function byNearness(
  document: Document,
  cast: Cast,
  { firstToken, sentence }: TokenRange & { readonly sentence: number },
  people: readonly PersonEntry[],
): PersonEntry | undefined {
  const paragraph = document.sentences[sentence]?.paragraph;
  const named = new Set<PersonEntry>();
  for (let at = sentence; at > sentence - FARTHEST_SENTENCE && document.sentences[at]?.paragraph === paragraph; at--) {
    for (const { entry, firstToken: mentioned } of cast.mentionsIn(at)) {
      if (entry.type === 'PERSON' && mentioned < firstToken && people.includes(entry)) named.add(entry);
    }
  }
  const recent = new Set([sentence - 1, sentence - 2].flatMap((at) => cast.mentionsIn(at).map(({ entry }) => entry)));
  const isOpen = people.filter((person) => recent.has(person)).length > 1;
  const usual = isOpen ? [] : people.filter(({ aliases }) => aliases.size > 0);
  const near = named.size > 0 ? [...named] : usual;
  return near.length === 1 ? near[0] : undefined;
}
