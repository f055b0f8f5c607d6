import { nameKey } from '../../domain/names.js';
import type { Stretch } from '../../domain/span.js';
import type { OrganizationKind, RelationshipKind, UnnamedSourceKind } from '../../domain/speaker.js';
import type { TokenRange } from '../document.js';
import { FAMILY_FIRST_NAMES } from '../language/english/given-names.js';
import type { Gender } from '../language/english/titles.js';

/** Where a text mentions somebody or something. */
export interface Mention extends Stretch, TokenRange {
  readonly sentence: number;
}

export interface RoleEntry {
  /** As printed, without article. */
  readonly title: string;
  /** The noun that it comes down to, in lower case: “minister”. */
  readonly head: string;
  readonly organization: OrganizationEntry | null;
  readonly span: Stretch;
  readonly sentence: number;
}

export interface RelationshipEntry {
  readonly kind: RelationshipKind;
  readonly to: PersonEntry;
  readonly span: Stretch;
}

export interface PersonEntry {
  readonly type: 'PERSON';
  name: string;
  readonly aliases: Set<string>;
  gender: Gender | null;
  readonly roles: RoleEntry[];
  readonly relationships: RelationshipEntry[];
  readonly mentions: Mention[];
}

export interface OrganizationEntry {
  readonly type: 'ORGANIZATION';
  name: string;
  readonly kind: OrganizationKind;
  readonly aliases: Set<string>;
  readonly mentions: Mention[];
}

export interface PlaceEntry {
  readonly type: 'PLACE';
  readonly name: string;
  readonly mentions: Mention[];
}

export interface SourceEntry {
  readonly type: 'SOURCE';
  readonly description: string;
  /** The noun that it comes down to, in the singular. */
  readonly head: string;
  readonly kind: UnnamedSourceKind;
  readonly plural: boolean;
  readonly affiliation: OrganizationEntry | null;
  readonly mentions: Mention[];
}

/** Who can speak. */
export type SpeakerEntry = PersonEntry | OrganizationEntry | SourceEntry;
export type Entry = SpeakerEntry | PlaceEntry;

/** A mention and who it is of. */
export interface Appearance extends Mention {
  readonly entry: Entry;
}

/** A name or title that the text does not settle. */
export interface Unsettled extends Mention {
  readonly candidates: readonly SpeakerEntry[];
}

/** How many people of one surname, or organizations of one short name, are told apart; more are no news text. */
const MOST_NAMESAKES = 16;

/** Everybody and everything that a text has been found to mention so far, with indexes to find them again. */
export class Cast {
  readonly people: PersonEntry[] = [];
  readonly organizations: OrganizationEntry[] = [];
  readonly places: PlaceEntry[] = [];
  readonly sources: SourceEntry[] = [];
  readonly unsettled: Unsettled[] = [];
  readonly #byKey = new Map<string, Entry>();
  readonly #byWord = new Map<string, PersonEntry[]>();
  readonly #byHead = new Map<string, OrganizationEntry[]>();
  readonly #byKind = new Map<OrganizationKind, OrganizationEntry[]>();
  readonly #byRole = new Map<string, PersonEntry[]>();
  readonly #bySentence = new Map<number, Appearance[]>();
  readonly #starts = new Map<Entry, Set<number>>();
  readonly #together = new Map<number, readonly SpeakerEntry[]>();
  readonly #byToken = new Map<number, Appearance>();

  /** The person of this name, accents, hyphens and middle names aside; a new one where there is none. */
  person(name: string): PersonEntry {
    const words = wordsOfName(name);
    const key = identityOf(name, words);
    const known = this.#byKey.get(key);
    if (known?.type === 'PERSON') {
      if (name === known.name) return known;
      if (wordsOfName(known.name).length >= words.length) known.aliases.add(name);
      else {
        known.aliases.add(known.name);
        known.name = name;
      }
      return known;
    }
    const person: PersonEntry = {
      type: 'PERSON',
      name,
      aliases: new Set(),
      gender: null,
      roles: [],
      relationships: [],
      mentions: [],
    };
    this.#byKey.set(key, person);
    this.people.push(person);
    for (const word of new Set([...words, nameKey(name.split(/\s+/u).at(-1) ?? '')])) addTo(this.#byWord, word, person);
    return person;
  }

  knowsPerson(name: string): boolean {
    return this.#byKey.has(identityOf(name, wordsOfName(name)));
  }

  /** Lets a person be found by one more name, which is no part of the first. */
  namePerson(person: PersonEntry, name: string): void {
    this.#byKey.set(`alias ${nameKey(name)}`, person);
  }

  /** Those whose family name this is, or where there are none, those whose given name it is. */
  peopleNamed(word: string): readonly PersonEntry[] {
    const known = this.#byKey.get(`alias ${nameKey(word)}`);
    if (known?.type === 'PERSON') return [known];
    const named = this.#byWord.get(nameKey(word)) ?? [];
    const byFamilyName = named.filter(({ name }) => isFamilyNameOf(name, word));
    return byFamilyName.length > 0 ? byFamilyName : named.filter(({ name }) => wordsOfName(name)[0] === nameKey(word));
  }

  /** The organization of exactly this name; a new one where there is none. */
  organization(name: string, kind: OrganizationKind): OrganizationEntry {
    const known = this.organizationNamed(name);
    if (known !== undefined) return known;
    const organization: OrganizationEntry = { type: 'ORGANIZATION', name, kind, aliases: new Set(), mentions: [] };
    this.organizations.push(organization);
    this.nameOrganization(organization, name);
    const words = nameKey(name).split(' ');
    for (const word of new Set(words)) addTo(this.#byHead, word, organization);
    addTo(this.#byKind, kind, organization);
    return organization;
  }

  organizationNamed(name: string): OrganizationEntry | undefined {
    const known = this.#byKey.get(`organization ${nameKey(name)}`);
    return known?.type === 'ORGANIZATION' ? known : undefined;
  }

  /** Lets an organization be found by one more name; the first to have it keeps it. */
  nameOrganization(organization: OrganizationEntry, name: string): void {
    const key = `organization ${nameKey(name)}`;
    if (!this.#byKey.has(key)) this.#byKey.set(key, organization);
    if (name !== organization.name) organization.aliases.add(name);
  }

  /** Those of whose name this is a word. */
  organizationsWith(word: string): readonly OrganizationEntry[] {
    return this.#byHead.get(nameKey(word)) ?? [];
  }

  place(name: string): PlaceEntry {
    const known = this.placeNamed(name);
    if (known !== undefined) return known;
    const place: PlaceEntry = { type: 'PLACE', name, mentions: [] };
    this.#byKey.set(`place ${nameKey(name)}`, place);
    this.places.push(place);
    return place;
  }

  organizationsOf(kind: OrganizationKind): readonly OrganizationEntry[] {
    return this.#byKind.get(kind) ?? [];
  }

  placeNamed(name: string): PlaceEntry | undefined {
    const known = this.#byKey.get(`place ${nameKey(name)}`);
    return known?.type === 'PLACE' ? known : undefined;
  }

  source(source: SourceEntry): SourceEntry {
    this.sources.push(source);
    return source;
  }

  give(person: PersonEntry, role: RoleEntry): void {
    const same = person.roles.some(({ title }) => title.toLowerCase() === role.title.toLowerCase());
    if (same || person.roles.length >= MOST_NAMESAKES) return;
    person.roles.push(role);
    addTo(this.#byRole, role.head, person);
  }

  /** Those who have a role that comes down to this noun. */
  peopleWithRole(head: string): readonly PersonEntry[] {
    return this.#byRole.get(head) ?? [];
  }

  mention(entry: Entry, mention: Mention): void {
    const starts = this.#starts.get(entry) ?? new Set<number>();
    if (starts.has(mention.start)) return;
    this.#starts.set(entry, starts.add(mention.start));
    entry.mentions.push(mention);
    const appearance = { ...mention, entry };
    const inSentence = this.#bySentence.get(mention.sentence) ?? [];
    this.#bySentence.set(mention.sentence, inSentence);
    let place = inSentence.length;
    while (place > 0 && (inSentence[place - 1]?.start ?? 0) > mention.start) place--;
    inSentence.splice(place, 0, appearance);
    for (let token = mention.firstToken; token < mention.endToken; token++) {
      if (!this.#byToken.has(token)) this.#byToken.set(token, appearance);
    }
  }

  /** Adds a mention of several at once: “both leaders”. */
  mentionTogether(entries: readonly SpeakerEntry[], mention: Mention): void {
    for (const entry of entries) this.mention(entry, mention);
    this.#together.set(mention.firstToken, entries);
  }

  /** Those whom the words mean together that begin at a token. */
  togetherAt(token: number): readonly SpeakerEntry[] | undefined {
    return this.#together.get(token);
  }

  /** The mentions in a sentence, in its order. */
  mentionsIn(sentence: number): readonly Appearance[] {
    return this.#bySentence.get(sentence) ?? [];
  }

  /** The mention that a token belongs to. */
  at(token: number): Appearance | undefined {
    return this.#byToken.get(token);
  }
}

function addTo<T>(index: Map<string, T[]>, key: string, value: T): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else if (values.length < MOST_NAMESAKES && !values.includes(value)) values.push(value);
}

/** The words of a name by which people are told apart: without accents, initials and “Jr.” */
function wordsOfName(name: string): string[] {
  const words = nameKey(name)
    .split(/[\s\-‐‑]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !/^(?:\p{L}\.?|\p{L}\.\p{L}\.|[js]r\.?|ii|iii|iv)$/u.test(word));
  return telling.length > 0 ? telling : words;
}

function identityOf(name: string, words: readonly string[]): string {
  const suffix = /\b[JS]r\.?$/u.exec(name)?.[0].charAt(0) ?? '';
  return `person ${isFamilyFirst(name) ? words.join(' ') : `${words[0]} ${words.at(-1)}`} ${suffix}`;
}

function isFamilyFirst(name: string): boolean {
  return FAMILY_FIRST_NAMES.has(name.split(/\s+/u, 1)[0] ?? '');
}

function isFamilyNameOf(name: string, word: string): boolean {
  const words = wordsOfName(name);
  const key = nameKey(word);
  return (
    words.at(-1) === key ||
    nameKey(name.split(/\s+/u).at(-1) ?? '') === key ||
    (isFamilyFirst(name) && words[0] === key)
  );
}
