import type { Document, Token, TokenRange } from '../document.js';
import { KIN } from '../language/english/kinship.js';
import type { Gender } from '../language/english/titles.js';
import type { Cast, PersonEntry } from './cast.js';
import { FARTHEST_SENTENCE, genderOfPronoun } from './pronouns.js';

/** Which of several people of one name is meant, where the words around it say so. */
export function chooseNamesake(
  document: Document,
  cast: Cast,
  run: TokenRange & { readonly sentence: number },
  people: readonly PersonEntry[],
): PersonEntry | undefined {
  const apart = people.filter((person) => !isKinNamedBehind(document, cast, run, person));
  if (apart.length === 1) return apart[0];
  const introduced = apart.filter(({ mentions: [first] }) => first !== undefined && first.firstToken < run.firstToken);
  if (introduced.length === 1) return introduced[0];
  const among = introduced.length > 0 ? introduced : apart;
  return byPronouns(document, cast, run, among) ?? byNearness(document, cast, run, among);
}

/** “Malk’s sister, Runa Malk”: the first is not the second. */
function isKinNamedBehind({ tokens }: Document, cast: Cast, { endToken }: TokenRange, person: PersonEntry): boolean {
  if (!/^[’']s?$/u.test(tokens[endToken]?.text ?? '') || !KIN.has(tokens[endToken + 1]?.lower ?? '')) return false;
  const at = endToken + 2 + (tokens[endToken + 2]?.text === ',' ? 1 : 0);
  return cast.at(at)?.entry === person;
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
  const genders = gendersIn(document.tokens.slice(here.firstToken, here.endToken)).filter(
    (gender) => !ofOthers(gender),
  );
  if (genders.length > 0) return onlyOf(people, genders);
  if (next === undefined || next.paragraph !== here.paragraph || firstToken < here.firstToken) return undefined;
  return onlyOf(people, gendersIn(document.tokens.slice(next.firstToken, next.endToken)));
}

function gendersIn(tokens: readonly Token[]): Gender[] {
  const genders = tokens.slice(0, 80).map(({ lower }) => genderOfPronoun(lower));
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
