import type { Topic } from '../domain/article.js';
import { dayOf } from '../domain/dates.js';
import { type AnyId, type Id, isId } from '../domain/identity.js';
import type { RevisedClaims } from '../domain/revision/revise-article.js';
import type { Extraction } from '../extraction/extraction.js';
import type { ArticleFile, Desk } from '../repository/desk.js';
import { isSameField } from '../repository/fields.js';
import type { Repository } from '../repository/repository.js';
import { namesIn } from './difference-names.js';
import { type Difference, differencesOf } from './differences.js';
import type { Extractor } from './extractor.js';
import { joinUtterances } from './identity/join-utterances.js';
import { noteReading } from './note-reading.js';
import { redraftOf } from './record/article-draft.js';
import { type ReadArticle, recordOf } from './record/record-of.js';
import { revisedClaims, storeRevision } from './revise.js';

/** Why an article is not read again. */
export const SkipReason = { RETRACTED: 'RETRACTED', COMPILED_BY_HAND: 'COMPILED_BY_HAND' } as const;
export type SkipReason = keyof typeof SkipReason;

/** What reading a stored article again gives. */
export type Reextracted =
  | { readonly outcome: 'SKIPPED'; readonly articleId: Id<'Article'>; readonly reason: SkipReason }
  | {
      readonly outcome: 'DIFFERENT' | 'SAME';
      readonly articleId: Id<'Article'>;
      readonly title: string;
      readonly differences: readonly Difference[];
      /** What whoever and whatever the differences name is called, by its id. */
      readonly names: ReadonlyMap<string, string>;
    };

/** An article with what the engine finds in its current text. */
export interface ReadAgain {
  readonly articleId: Id<'Article'>;
  readonly revisionId: Id<'ArticleRevision'>;
  readonly found: Extraction;
}

export interface ReextractionOptions {
  /** By whose name the changes go. */
  readonly actor: string;
  /** Whether the new reading is stored; otherwise it is only compared. */
  readonly apply: boolean;
}

/**
 * Reads stored articles again, by the engine that is here now: shows what would differ, or stores it, each article whole or
 * not at all. What people made, confirmed, corrected or rejected stays, as it does when a text is revised.
 */
export class Reextraction {
  readonly #repository: Repository;
  readonly #extractor: Extractor;
  readonly #options: ReextractionOptions;

  constructor(repository: Repository, extractor: Extractor, options: ReextractionOptions) {
    this.#repository = repository;
    this.#extractor = extractor;
    this.#options = options;
  }

  /** Finds out who says what in a stored article; stores nothing. */
  async read(articleId: Id<'Article'>): Promise<ReadAgain> {
    const { articles, revisions } = this.#repository;
    const [article] = await articles.byIds([articleId]);
    const [revision] = article === undefined ? [] : await revisions.byIds([article.currentRevisionId]);
    if (article === undefined || revision === undefined) throw new TypeError(`There is no article ${articleId}.`);
    const found = await this.#extractor.extract(revision.text, dayOf(article.publishedAt));
    return { articleId, revisionId: revision.id, found };
  }

  /** Compares what was read with what is stored, and stores it where that is asked for. */
  async finish(read: ReadAgain): Promise<Reextracted> {
    const done = await this.#repository.write((desk) => this.#finishAt(desk, read));
    // Its text was revised while it was read.
    return done ?? this.finish(await this.read(read.articleId));
  }

  async #finishAt(desk: Desk, { articleId, revisionId, found }: ReadAgain): Promise<Reextracted | undefined> {
    const [stored] = await desk.articleFiles([articleId]);
    if (stored === undefined || stored.revision.id !== revisionId) return undefined;
    const reason = reasonToSkip(stored);
    if (reason !== undefined) return { outcome: 'SKIPPED', articleId, reason };
    const { record: alone, candidates } = await readAnew(desk, stored, found);
    const record = await joinUtterances(alone, desk);
    const claims = await revisedClaims(desk, stored, record);
    const differences = differencesOf(stored, claims);
    const names = await namesIn(differences, desk, { ...record, statements: claims.statements });
    if (this.#options.apply && doesChange(stored, claims)) {
      await storeRevision(desk, stored, record, claims);
      await desk.addIdentityCandidates(candidates);
      await noteReading(desk, 'REEXTRACT', this.#options.actor, articleId);
    }
    const outcome = differences.length === 0 ? 'SAME' : 'DIFFERENT';
    return { outcome, articleId, title: stored.article.title, differences, names };
  }
}

function reasonToSkip({ article, statements, statistics }: ArticleFile): SkipReason | undefined {
  if (article.retraction !== null) return 'RETRACTED';
  const isByHand = [...statements, ...statistics].some(({ provenance }) => provenance.origin === 'SEED');
  return isByHand ? 'COMPILED_BY_HAND' : undefined;
}

/** The record of a stored article, made of what is found in its text now. */
async function readAnew(desk: Desk, stored: ArticleFile, found: Extraction): Promise<ReadArticle> {
  const [publisher] = await desk.read('Publisher', [stored.article.publisherId]);
  if (publisher === undefined) throw new TypeError(`${stored.article.id} has no publisher.`);
  return recordOf(
    redraftOf(stored, { publisher, topics: await topicsOf(desk, stored), at: desk.at }),
    found,
    desk.known,
  );
}

/** What the article is about, in the order in which it is shown. */
async function topicsOf(desk: Desk, { appearances }: ArticleFile): Promise<Topic[]> {
  const inOrder = appearances.toSorted((a, b) => a.position - b.position);
  const ids = inOrder.map(({ subjectId }) => subjectId).filter((id) => isId(id, 'Topic'));
  return (await desk.read('Topic', ids)).filter((topic) => topic !== undefined);
}

/** Whether there is something to store, be it only that a newer engine finds the same. */
function doesChange(stored: ArticleFile, { unnamedSources, ...revised }: RevisedClaims): boolean {
  return (
    revised.removedRelationIds.length > 0 ||
    !hasAll(stored.statements, revised.statements) ||
    !hasAll(stored.statistics, revised.statistics) ||
    !hasAll(stored.relations, revised.relations) ||
    unnamedSources.some(({ id }) => !stored.unnamedSources.some((source) => source.id === id))
  );
}

function hasAll(stored: readonly { readonly id: AnyId }[], revised: readonly { readonly id: AnyId }[]): boolean {
  const known = new Map(stored.map((record) => [record.id, record]));
  return revised.every((record) => isSameField(known.get(record.id), record));
}
