import type { Document } from '../document.js';
import { OUTLETS } from '../language/english/clauses.js';
import {
  COMPANY_NOUNS,
  INSTITUTIONS,
  NEWSROOM_NOUNS,
  ORGANIZATION_NOUNS,
  SPECIFIC_INSTITUTIONS,
} from '../language/english/organizations.js';
import { TITLE_NOUNS } from '../language/english/titles.js';
import type { Cast, OrganizationEntry, PersonEntry, RoleEntry, SpeakerEntry } from './cast.js';
import { type Description, headWord, titleText } from './descriptions.js';
import { isKnownPlace, textOf } from './name-kinds.js';
import { FARTHEST_SENTENCE } from './pronouns.js';

/**
 * Finds whom “the minister”, “the company” and the like mean, and adds these mentions; gives all that stays open, names
 * included, by the first token.
 */
export function settleDescriptions(
  document: Document,
  cast: Cast,
  descriptions: readonly Description[],
  speaking: ReadonlySet<number>,
): ReadonlyMap<number, readonly SpeakerEntry[]> {
  const open = new Map(cast.unsettled.map(({ firstToken, candidates }) => [firstToken, candidates]));
  const introduced = new Map<string, Description>();
  for (const description of descriptions) {
    noteIntroduction(introduced, description);
    if (!canStandAlone(document, cast, description)) continue;
    const word = headWord(document, description.head);
    const meant = TITLE_NOUNS.has(word)
      ? officeHolders(document, cast, description, word, introduced.get(word))
      : organizationsMeant(document, cast, description, word);
    const [only] = meant;
    if (meant.length === 1 && only !== undefined) cast.mention(only, mentionOf(document, description, word));
    else if (meant.length > 1) {
      open.set(description.firstToken, meant);
      if (speaking.has(description.firstToken) || TITLE_NOUNS.has(word))
        cast.unsettled.push({ ...description, candidates: meant });
    }
  }
  return open;
}

/**
 * “The Korean Central News Agency, the state agency of North Korea,” names one and not two; in “it has not asked the
 * government of Corvania, the council said” no second comma closes an apposition.
 */
function isApposed(
  tokens: Document['tokens'],
  cast: Cast,
  { firstToken, endToken }: Pick<Description, 'firstToken' | 'endToken'>,
): boolean {
  const isBehindName = tokens[firstToken - 1]?.text === ',' && cast.at(firstToken - 2)?.entry.type === 'ORGANIZATION';
  return isBehindName && !/^(?:VERB|AUX)$/u.test(tokens[endToken]?.pos ?? '');
}

/** “The state news agency KCNA” names one and not two. */
function isBeforeItsName(cast: Cast, head: number, sentence: number): boolean {
  const behind = cast.at(head + 1);
  return behind?.entry.type === 'ORGANIZATION' && behind.firstToken === head + 1 && behind.sentence === sentence;
}

/** Only with “the”, not within a mention, and not before a name: “the mayor Ada Quill”. */
function canStandAlone(document: Document, cast: Cast, description: Description): boolean {
  const { determiner, firstToken, head, possessor, sentence } = description;
  const { tokens } = document;
  if (cast.at(head.index) !== undefined || isApposed(tokens, cast, description)) return false;
  if (isBeforeItsName(cast, head.index, sentence)) return false;
  if (determiner === 'BARE') {
    // A headline leaves the article out.
    const next = tokens[head.index + 1];
    return (
      INSTITUTIONS.has(head.lower) &&
      head.index === firstToken &&
      /^(?:VERB|AUX)$/u.test(next?.pos ?? '') &&
      next?.sentence === sentence
    );
  }
  // “The town’s fire brigade” is an institution, “her council” and “Quill’s council” may be anything.
  if (determiner === 'POSSESSIVE') return possessor?.pos === 'NOUN' && INSTITUTIONS.has(headWord(document, head));
  return determiner === 'DEFINITE';
}

function mentionOf(document: Document, description: Description, word: string): Description {
  if (TITLE_NOUNS.has(word)) return description;
  const endToken = endOfName(document, description);
  return { ...description, endToken, end: document.tokens[endToken - 1]?.end ?? description.end };
}

/** “Of Corvania” belongs to the name of a government, “of the mill” not to that of a council. */
function endOfName({ tokens }: Document, { complement, endToken }: Description): number {
  const isNamed = tokens[complement]?.lower === 'of' && /^\p{Lu}/u.test(tokens[complement + 1]?.text ?? '');
  return isNamed ? endToken : complement;
}

function noteIntroduction(introduced: Map<string, Description>, description: Description): void {
  if (description.determiner === 'INDEFINITE') introduced.set(description.head.lower, description);
}

/**
 * Whether somebody without a name has been brought in by the noun since somebody was given it as a role: “Runa Malk, a
 * party official, … A ministry official said so. The official added …”
 */
function isOvertaken(person: PersonEntry, { head }: Description, introduced: Description | undefined): boolean {
  if (introduced === undefined) return false;
  const given = person.roles.filter((role) => role.head === head.lower).map(({ span }) => span.start);
  return introduced.start > Math.max(-1, ...given.filter((start) => start < head.start));
}

/** Those whose role a description repeats, in the same or fewer words. */
function officeHolders(
  document: Document,
  cast: Cast,
  description: Description,
  word: string,
  introduced: Description | undefined,
): readonly PersonEntry[] {
  const words = telling(titleText(document, description));
  const isNew = document.tokens[description.firstTitleToken]?.lower === 'new';
  const isFormer = words.has('former');
  const holders = holdersOf(cast, word, words).filter(({ person }) => !isOvertaken(person, description, introduced));
  const inTime = holders.filter(({ role }) => /^former\b/iu.test(role.title) === isFormer);
  const known = inTime.filter(({ role }) => role.span.start <= description.start);
  const fitting = known.length > 0 ? known : inTime;
  if (isNew) return fitting.slice(-1).map(({ person }) => person);
  if (fitting.length > 0)
    return lastMentioned(
      cast,
      description,
      fitting.map(({ person }) => person),
    );
  return onlyPersonSpokenOf(document, cast, description, word);
}

interface Holder {
  readonly person: PersonEntry;
  readonly role: RoleEntry;
}

/** Those of whose role the words are; where there are none, the only one with the bare title, whatever “Vermont” adds. */
function holdersOf(cast: Cast, word: string, words: ReadonlySet<string>): readonly Holder[] {
  const all = cast
    .peopleWithRole(word)
    .flatMap((person) => person.roles.filter(({ head }) => head === word).map((role) => ({ person, role })));
  const exact = all.filter(({ role }) => repeats(words, new Set([word, ...telling(role.title)])));
  if (exact.length > 0) return exact;
  const [only, another] = all;
  const isBare = only !== undefined && another === undefined && telling(only.role.title).size === 1;
  return isBare && [...words].every((each) => each === word || isKnownPlace(capitalized(each))) ? [only] : [];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Of several, those whom the nearest of the sentences before names. */
function lastMentioned(
  cast: Cast,
  { sentence, start }: Description,
  people: readonly PersonEntry[],
): readonly PersonEntry[] {
  for (let at = sentence; people.length > 1 && at > sentence - FARTHEST_SENTENCE; at--) {
    const named = new Set(
      cast
        .mentionsIn(at)
        .filter((mention) => mention.end <= start)
        .map(({ entry }) => entry),
    );
    const near = people.filter((person) => named.has(person));
    if (near.length > 0) return near;
  }
  return people;
}

function telling(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word !== '' && !/^(?:of|the|a|an|for|and|to|then|only)$/u.test(word)));
}

function repeats(words: ReadonlySet<string>, title: ReadonlySet<string>): boolean {
  return [...words].every((word) => title.has(word) || word === 'new' || title.has(word.replace(/s$/u, '')));
}

/**
 * In a text about one person only, the subject of the sentence after one that this person is the subject of: “Hilda
 * Brandling has dug tunnels all her life. The chief engineer walked through it alone.”
 */
function onlyPersonSpokenOf(
  document: Document,
  cast: Cast,
  description: Description,
  word: string,
): readonly PersonEntry[] {
  const [person, another] = cast.people;
  const sentence = document.sentences[description.sentence];
  if (person === undefined || another !== undefined || sentence?.firstToken !== description.firstToken) return [];
  const before = document.sentences[description.sentence - 1];
  if (before === undefined || before.paragraph !== sentence.paragraph) return [];
  if (cast.at(before.firstToken)?.entry !== person) return [];
  cast.give(person, {
    title: titleText(document, description),
    head: word,
    organization: null,
    span: { start: document.tokens[description.firstTitleToken]?.start ?? description.start, end: description.end },
    sentence: description.sentence,
  });
  return [person];
}

function organizationsMeant(
  document: Document,
  cast: Cast,
  description: Description,
  word: string,
): readonly OrganizationEntry[] {
  if (!ORGANIZATION_NOUNS.has(word) && !INSTITUTIONS.has(word)) return [];
  const { firstTitleToken, determiner, start: from } = description;
  const endToken = endOfName(document, description);
  const words = document.tokens
    .slice(firstTitleToken, endToken)
    .filter(({ index }) => index !== description.head.index);
  const fitting = organizationsOfKind(cast, word).filter(({ name }) =>
    words.every(({ lower }) => name.toLowerCase().includes(lower)),
  );
  // A headline speaks of what the text names later.
  const named = fitting.filter(({ mentions: [first] }) => determiner === 'BARE' || (first?.start ?? 0) <= from);
  if (named.length === 1 && cast.organizationsWith(word).length > 0) return named;
  if (named.length > 0) return lastSubject(cast, description, named);
  const kind = INSTITUTIONS.get(word) ?? (words.length > 0 ? SPECIFIC_INSTITUTIONS.get(word) : undefined);
  if (
    kind === undefined ||
    words.some(({ lower }) => /^(?:next|new|future|previous|last|other|same|entire|whole)$/u.test(lower))
  )
    return [];
  return [organizationIn(cast, description) ?? cast.organization(textOf(document, firstTitleToken, endToken), kind)];
}

/** “The official TNA news agency” */
function organizationIn(cast: Cast, { firstTitleToken, head }: Description): OrganizationEntry | undefined {
  for (let at = firstTitleToken; at < head.index; at++) {
    const named = cast.at(at)?.entry;
    if (named?.type === 'ORGANIZATION' && OUTLETS.has(head.lower)) return named;
  }
  return undefined;
}

function organizationsOfKind(cast: Cast, word: string): readonly OrganizationEntry[] {
  const byName = cast.organizationsWith(word);
  if (byName.length > 0) return byName;
  if (COMPANY_NOUNS.has(word) || NEWSROOM_NOUNS.has(word)) return cast.organizationsOf('COMPANY');
  return word === 'agency' ? cast.organizationsOf('NEWS_AGENCY') : [];
}

/** Of several, the one that the sentence before names first. */
function lastSubject(
  cast: Cast,
  { sentence, firstToken }: Description,
  among: readonly OrganizationEntry[],
): readonly OrganizationEntry[] {
  for (let at = sentence; at >= sentence - 2; at--) {
    const first = cast
      .mentionsIn(at)
      .find((mention) => mention.firstToken < firstToken && among.some((each) => each === mention.entry));
    if (first?.entry.type === 'ORGANIZATION') return [first.entry];
  }
  return among.length > 1 ? among : [];
}
