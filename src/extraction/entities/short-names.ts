import { nameKey } from '../../domain/names.js';
import type { TokenRange } from '../document.js';
import { FEMALE_NAMES, MALE_NAMES } from '../language/english/given-names.js';
import { WORLD } from '../language/english/places.js';
import { genderOfTitle, HONORIFICS, SHORT_TITLES } from '../language/english/titles.js';
import type { OrganizationEntry, PersonEntry } from './cast.js';
import { mentionOf } from './descriptions.js';
import { hasArticle, isKnownPlace, type NamedRun } from './name-kinds.js';
import { chooseNamesake } from './namesakes.js';
import { type Naming, wordCount } from './naming.js';
import { halvesOfCountries, isPlaced, namesOfPlaces } from './place-names.js';

/** Settles the runs that may stand for full names, in the order of the text: surnames, short forms, places. */
export function settleShortNames(naming: Naming, runs: readonly NamedRun[]): void {
  const places = namesOfPlaces(naming, runs);
  const halves = halvesOfCountries(runs);
  for (const run of runs) {
    if (run.kind === 'OTHER' || run.kind === 'TITLE' || naming.isBracketed(run)) continue;
    if (settleHalf(naming, run, halves.get(run.name)) || settleAlias(naming, run) || settleFamily(naming, run))
      continue;
    if (run.kind === 'PERSON' && run.title !== null) settleTitled(naming, run, run.title);
    else settleBare(naming, run, places.has(run.name));
  }
}

/** The country as a state where it speaks or has spoken, otherwise as a place. */
function settleHalf(naming: Naming, run: NamedRun, country: string | undefined): boolean {
  const { cast, document } = naming;
  if (country === undefined || !hasArticle(document, run)) return false;
  const isOwner = /^[’']s?$/u.test(document.tokens[run.endToken]?.text ?? '');
  const speaks = naming.speaks(run) && !isOwner && !isPlaced(naming, run);
  const state = cast.organizationNamed(country) ?? (speaks ? cast.organization(country, 'GOVERNMENT') : undefined);
  if (state === undefined) naming.mention(cast.place(country), run);
  else {
    state.aliases.add(run.name);
    naming.mention(state, run);
  }
  return true;
}

/** “Wilma Tarn, known as Magpie” */
function settleAlias(naming: Naming, run: NamedRun): boolean {
  const [known, as] = naming.document.tokens.slice(Math.max(0, run.firstToken - 2), run.firstToken);
  if (as?.lower !== 'as' || !/^(?:known|nicknamed)$/u.test(known?.lower ?? '')) return false;
  const named = naming.cast
    .mentionsIn(run.sentence)
    .findLast(({ entry, firstToken }) => firstToken < run.firstToken && entry.type === 'PERSON');
  if (named?.entry.type !== 'PERSON') return false;
  naming.cast.namePerson(named.entry, run.name);
  naming.mentionPerson(named.entry, run);
  return true;
}

/** “The Clintons”, “both Askels”: two people of one surname. */
function settleFamily({ cast, document }: Naming, run: NamedRun): boolean {
  if (run.kind !== 'UNKNOWN' || !/[^s]s$/u.test(run.name) || cast.peopleNamed(run.name).length > 0) return false;
  const family = cast.peopleNamed(run.name.slice(0, -1));
  const before = document.tokens[run.firstToken - 1];
  if (family.length !== 2 || before === undefined || !/^(?:the|both)$/u.test(before.lower)) return false;
  cast.mentionTogether(family, mentionOf(document, run.firstToken - 1, run.endToken));
  return true;
}

/** “President Obama”, of whom there may be a full name; “Harbour Master Tolly”, who is introduced by it. */
function settleTitled(naming: Naming, run: NamedRun, title: TokenRange): void {
  const last = naming.document.tokens.slice(title.firstToken, title.endToken).findLast(({ text }) => text !== '.');
  const word = last?.lower.replace(/\.$/u, '') ?? '';
  const gender = HONORIFICS.get(word) ?? genderOfTitle(word);
  const named = naming.cast.peopleNamed(run.name);
  const sure = named.filter((person) => gender !== null && person.gender === gender);
  const fitting = sure.length > 0 ? sure : named.filter((person) => gender === null || person.gender === null);
  const role = SHORT_TITLES.get(word) ?? word;
  const withRole = fitting.filter((person) => person.roles.some(({ head }) => head === role));
  const meant = withRole.length > 0 ? withRole : fitting;
  if (meant.length > 0) settleNamesake(naming, run, meant);
  else if (HONORIFICS.has(word) && hasArticle(naming.document, run)) naming.leaveOpen(run, []);
  else naming.mentionPerson(naming.cast.person(run.name), run);
}

function settleBare(naming: Naming, run: NamedRun, isPlace: boolean): void {
  const { cast } = naming;
  const people = isKnownPlace(run.name) && isPlaced(naming, run) ? [] : cast.peopleNamed(run.name);
  const organization = people.length > 0 ? undefined : organizationFor(naming, run, isPlace);
  if (people.length > 0) settleNamesake(naming, run, people);
  else if (organization !== undefined) {
    if (run.name !== organization.name) organization.aliases.add(run.name);
    naming.mention(organization, run);
  } else if (run.kind === 'PERSON') naming.mentionPerson(cast.person(run.name), run);
  else if (run.kind === 'PLACE' || isPlace || isPlaced(naming, run)) settlePlace(naming, run);
  else if (naming.speaks(run)) settleSpeaker(naming, run);
}

function settleNamesake(naming: Naming, run: NamedRun, people: readonly PersonEntry[]): void {
  const chosen =
    people.length === 1 ? people[0] : chooseNamesake(naming.document, naming.cast, run, people, naming.speaksAt);
  if (chosen === undefined) naming.leaveOpen(run, people);
  else naming.mentionPerson(chosen, run);
}

/** The organization whose name, short form, first word (unless that is a place) or, behind “the”, last word a run is. */
function organizationFor(
  { document, cast, acronyms }: Naming,
  run: NamedRun,
  isPlace: boolean,
): OrganizationEntry | undefined {
  const known = cast.organizationNamed(run.name) ?? acronyms.get(run.name);
  if (known !== undefined || isPlace || run.kind === 'PLACE' || wordCount(run) > 1) return known;
  const key = nameKey(run.name);
  const isEnd = hasArticle(document, run);
  const meant = cast.organizationsWith(run.name).filter(({ name }) => {
    const whole = nameKey(name);
    return whole.startsWith(`${key} `) || (isEnd && whole.endsWith(` ${key}`));
  });
  return meant.length === 1 ? meant[0] : undefined;
}

/** A place, or where it speaks, the government in it. */
function settlePlace(naming: Naming, run: NamedRun): void {
  if (!naming.speaks(run) || isPlaced(naming, run)) {
    naming.mention(naming.cast.place(run.name), run);
    return;
  }
  const country = WORLD.capitals.get(run.name) ?? countryOf(naming, run.name);
  const name = country === undefined ? run.name : `Government of ${country}`;
  naming.mention(naming.cast.organization(name, 'GOVERNMENT'), run);
}

/** The country whose capital the text says that this is: “Vellby, the capital of Corvania”. */
function countryOf({ document, cast }: Naming, name: string): string | undefined {
  for (const { endToken } of cast.placeNamed(name)?.mentions.slice(0, 3) ?? []) {
    const [comma, the, capital, of] = document.tokens.slice(endToken, endToken + 4).map(({ lower }) => lower);
    const country = cast.at(endToken + 4)?.entry;
    if (comma === ',' && the === 'the' && capital === 'capital' && of === 'of' && country?.type === 'PLACE') {
      return country.name;
    }
  }
  return undefined;
}

/** A single word that speaks, of which nothing else is known. */
function settleSpeaker(naming: Naming, run: NamedRun): void {
  const { cast } = naming;
  const isOrganization = /^\p{Lu}{2,}$/u.test(run.name) || hasArticle(naming.document, run);
  const isGivenName = FEMALE_NAMES.has(run.name) || MALE_NAMES.has(run.name);
  if (cast.placeNamed(run.name) !== undefined || isSpokenOfAsIt(naming, run)) settlePlace(naming, run);
  else if (isOrganization) naming.mention(cast.organization(run.name, 'OTHER'), run);
  else if (isGivenName || isInHeadline(naming, run)) naming.mentionPerson(cast.person(run.name), run);
  else naming.leaveOpen(run, []);
}

/** Whether “it” or “its” goes on with it, or it does something to another name, as states do. */
function isSpokenOfAsIt({ document: { tokens } }: Naming, { endToken, sentence }: NamedRun): boolean {
  for (const { index, lower, ...token } of tokens.slice(endToken, endToken + 14)) {
    if (token.sentence !== sentence || /^(?:he|she|his|her|him)$/u.test(lower)) return false;
    if (/^(?:it|its|itself)$/u.test(lower)) return true;
    if (lower === 'of' && /^\p{Lu}/u.test(tokens[index - 1]?.text ?? '')) return true;
  }
  return false;
}

/** A paragraph that ends without a stop is a headline, and introduces whom it names. */
function isInHeadline({ document }: Naming, { firstToken }: NamedRun): boolean {
  const paragraph = document.paragraphs[document.tokens[firstToken]?.paragraph ?? 0];
  const last = paragraph === undefined ? undefined : document.tokens[paragraph.endToken - 1];
  return last !== undefined && !/^[.!?…"”’']/u.test(last.text);
}
