import type { Document, TokenRange } from '../document.js';
import { FEMALE_NAMES, MALE_NAMES } from '../language/english/given-names.js';
import { TITLE_NOUNS } from '../language/english/titles.js';
import type { Appearance, Cast, Entry, OrganizationEntry, PersonEntry } from './cast.js';
import { type DescriptionIndex, mentionOf } from './descriptions.js';
import type { NamedRun } from './name-kinds.js';

/** A mention of a person, with the title that the name has in it. */
export interface PersonMention {
  readonly person: PersonEntry;
  readonly appearance: Appearance;
  readonly title: TokenRange | null;
}

/** Where those who speak begin in the sources, and where the sources end. */
export interface SpeakingTokens {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** What settling the names of a text needs, and what it has settled so far. */
export class Naming {
  readonly document: Document;
  readonly cast: Cast;
  readonly descriptions: DescriptionIndex;
  /** Organizations by the first letters of their names. */
  readonly acronyms = new Map<string, OrganizationEntry>();
  /** The mentions of people, in the order in which they were settled. */
  readonly personMentions: PersonMention[] = [];
  readonly #speaking: SpeakingTokens;

  constructor(document: Document, cast: Cast, descriptions: DescriptionIndex, speaking: SpeakingTokens) {
    this.document = document;
    this.cast = cast;
    this.descriptions = descriptions;
    this.#speaking = speaking;
  }

  /** Whether a run names who speaks, and does not only say which officials or voters do. */
  speaks({ firstToken, endToken, sentence, kind }: NamedRun): boolean {
    const after = this.document.tokens[endToken];
    const modifies =
      after?.sentence === sentence && (/^(?:NOUN|ADJ|PROPN)$/u.test(after.pos) || /^[-‐‑]$/u.test(after.text));
    const before = this.document.tokens[firstToken - 1];
    const adds = kind === 'PLACE' && /^[,(–-]$/u.test(before?.text ?? '');
    // Where the source ends, a verb follows, whatever it looks like: “North Velland claims”.
    const isWhole = this.#speaking.starts.has(firstToken) && this.#speaking.ends.has(endToken);
    return isWhole || (this.#speaking.starts.has(firstToken) && !modifies && !adds);
  }

  /** Whether a source begins at a token. */
  readonly speaksAt = (token: number): boolean => this.#speaking.starts.has(token);

  /** A name in brackets is the short form of the one before it: “(KCNA)”. */
  isBracketed({ firstToken, endToken }: NamedRun): boolean {
    return this.document.tokens[firstToken - 1]?.text === '(' && this.document.tokens[endToken]?.text === ')';
  }

  /** Adds a mention of a person, with a title right before it: “union president Cato Wrenfield”. */
  mentionPerson(person: PersonEntry, run: NamedRun): void {
    const before = run.title === null ? this.descriptions.ending.get(run.firstToken) : undefined;
    const isTitle = before !== undefined && before.determiner === 'BARE' && TITLE_NOUNS.has(before.head.lower);
    const opening = isTitle ? before.firstToken : run.firstToken;
    const firstToken = isTitle ? (this.cast.at(opening)?.firstToken ?? opening) : opening;
    if (run.name !== person.name) person.aliases.add(run.name);
    const givenName = person.name.split(/[\s-]/u, 1)[0] ?? '';
    if (FEMALE_NAMES.has(givenName)) person.gender ??= 'FEMALE';
    if (MALE_NAMES.has(givenName)) person.gender ??= 'MALE';
    const appearance = { ...mentionOf(this.document, firstToken, run.endToken), entry: person };
    this.cast.mention(person, appearance);
    this.personMentions.push({
      person,
      appearance,
      title: isTitle ? { firstToken, endToken: run.firstToken } : run.title,
    });
  }

  /** Adds a mention of an organization or a place, with its article. */
  mention(entry: Entry, run: NamedRun, endToken = run.endToken): void {
    const before = this.document.tokens[run.firstToken - 1];
    const hasThe = before?.lower === 'the' && before.sentence === run.sentence;
    this.cast.mention(entry, mentionOf(this.document, hasThe ? run.firstToken - 1 : run.firstToken, endToken));
  }

  /** Leaves open whom a run means. */
  leaveOpen({ firstToken, endToken }: NamedRun, candidates: readonly PersonEntry[]): void {
    this.cast.unsettled.push({ ...mentionOf(this.document, firstToken, endToken), candidates });
  }
}

export function wordCount({ name }: NamedRun): number {
  return name.split(/\s+/u).length;
}
