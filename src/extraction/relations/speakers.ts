import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { ExtractedStatement, Extraction } from '../extraction.js';
import { contains, lemmasOf, stem, tokensWithin } from './statement-places.js';

/** Those who speak in a text, named or not. */
export type Cast = Pick<Extraction, 'people' | 'organizations' | 'unnamedSources'>;

/** What is known of those who speak in a text, for telling whom a statement is about. */
export class Speakers {
  readonly mentions: ReadonlyMap<string, readonly Stretch[]>;
  /** By what each person is called that holds a post, in lower case. */
  readonly posts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly persons: ReadonlySet<string>;
  readonly #document: Document;
  readonly #documents: ReadonlySet<string>;
  /** The words that name for whom each speaks: “minister of ports” speaks for the ministry. */
  readonly #offices: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(document: Document, { people, organizations, unnamedSources }: Cast) {
    this.#document = document;
    this.mentions = new Map([...people, ...organizations, ...unnamedSources].map((one) => [one.id, one.mentions]));
    this.posts = new Map(people.map(({ id, roles }) => [id, new Set(roles.flatMap(({ title }) => postOf(title)))]));
    this.persons = new Set(
      [...people, ...unnamedSources.filter(({ kind }) => kind !== 'DOCUMENT')].map(({ id }) => id),
    );
    this.#documents = new Set(unnamedSources.filter(({ kind }) => kind === 'DOCUMENT').map(({ id }) => id));
    this.#offices = new Map([
      ...people.map(({ id, roles }) => [id, new Set(roles.flatMap(({ title }) => wordsOf(title)))] as const),
      ...[...organizations, ...unnamedSources].map(
        ({ id, mentions }) => [id, this.#wordsOf(mentions.slice(0, 1))] as const,
      ),
    ]);
  }

  /** Whether a statement is about a speaker who is no document, or about what the speaker speaks for. */
  isAbout({ content }: ExtractedStatement, speaker: string | null): boolean {
    if (speaker === null || this.#documents.has(speaker)) return false;
    if ((this.mentions.get(speaker) ?? []).some((mention) => contains(content, mention))) return true;
    const spokenOf = this.#wordsOf(content);
    return [...(this.#offices.get(speaker) ?? [])].some((word) => spokenOf.has(word));
  }

  #wordsOf(spans: readonly Stretch[]): Set<string> {
    return lemmasOf(
      spans.flatMap((span) => tokensWithin(this.#document, span)).filter(({ pos }) => pos === 'NOUN' || pos === 'ADJ'),
    );
  }
}

/** “Captain” in “captain of the ferry”. */
function postOf(title: string): string[] {
  const words =
    title
      .toLowerCase()
      .split(/\s(?:of|at|for)\s/u)[0]
      ?.split(/\s/u) ?? [];
  return words.slice(-1);
}

function wordsOf(title: string): string[] {
  return title.split(/[^\p{L}]+/u).flatMap((word) => (word.length > 3 ? [stem(word)] : []));
}
