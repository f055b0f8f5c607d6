import { textHashOf } from '../domain/article.js';
import { dayOf } from '../domain/dates.js';
import type { Id } from '../domain/identity.js';
import type { Extraction } from '../extraction/extraction.js';
import type { Desk } from '../repository/desk.js';
import type { Repository } from '../repository/repository.js';
import type { IngestedSource } from '../repository/source-log.js';
import { checkDocument } from './document-problem.js';
import type { Extractor } from './extractor.js';
import { joinUtterances } from './identity/join-utterances.js';
import { noteReading } from './note-reading.js';
import { articleIdOf, draftOf } from './record/article-draft.js';
import { recordOf } from './record/record-of.js';
import { revisedClaims, storeRevision } from './revise.js';
import type { SourceDocument } from './source-document.js';

export const IngestOutcome = { CREATED: 'CREATED', REVISED: 'REVISED', UNCHANGED: 'UNCHANGED' } as const;
export type IngestOutcome = keyof typeof IngestOutcome;

/** What became of a document. */
export interface Ingested {
  readonly articleId: Id<'Article'>;
  readonly outcome: IngestOutcome;
}

/** A document with what was found in it; without, where the store had the same text already. */
export interface ReadDocument {
  readonly document: SourceDocument;
  readonly found: Extraction | null;
}

/** Takes documents into a store: reads them, finds out who says what in them, and stores them, each whole or not at all. */
export class Ingest {
  readonly #repository: Repository;
  readonly #extractor: Extractor;
  readonly #clock: () => Date;

  constructor(repository: Repository, extractor: Extractor, clock: () => Date = () => new Date()) {
    this.#repository = repository;
    this.#extractor = extractor;
    this.#clock = clock;
  }

  /**
   * Throws a DocumentProblem where the document cannot be an article. Answers after the commit. Once the signal is aborted
   * nothing more is read, and what was not begun to be stored is not stored.
   */
  async article(document: SourceDocument, actor: string, signal?: AbortSignal): Promise<Ingested> {
    const read = await this.read(document, signal);
    signal?.throwIfAborted();
    return this.store(read, actor);
  }

  /** Finds out who says what in a document; stores nothing. Throws a DocumentProblem. */
  async read(document: SourceDocument, signal?: AbortSignal): Promise<ReadDocument> {
    checkDocument(document, this.#clock());
    if (await this.#isStored(document)) return { document, found: null };
    return { document, found: await this.#extract(document, signal) };
  }

  /** Stores a document that was read, in one transaction; with the last of a source, also that it was ingested. */
  async store({ document, found }: ReadDocument, actor: string, source?: IngestedSource): Promise<Ingested> {
    const articleId = articleIdOf(document);
    // What was there when the document was read may have been revised since.
    const extraction = found ?? ((await this.#isStored(document)) ? null : await this.#extract(document));
    if (extraction === null && source === undefined) return { articleId, outcome: 'UNCHANGED' };
    return this.#repository.write(async (desk) => {
      if (source !== undefined) await desk.noteIngested(source);
      const outcome = extraction === null ? 'UNCHANGED' : await put(desk, document, extraction, actor);
      return { articleId, outcome };
    });
  }

  #extract({ text, publishedAt }: SourceDocument, signal?: AbortSignal): Promise<Extraction> {
    return this.#extractor.extract(text, dayOf(publishedAt), signal);
  }

  /** Whether the store has the document’s article with this text. */
  async #isStored(document: SourceDocument): Promise<boolean> {
    const { articles, revisions } = this.#repository;
    const [article] = await articles.byIds([articleIdOf(document)]);
    if (article === undefined) return false;
    const [revision] = await revisions.byIds([article.currentRevisionId]);
    return revision?.textHash === textHashOf(document.text);
  }
}

async function put(desk: Desk, document: SourceDocument, found: Extraction, actor: string): Promise<IngestOutcome> {
  const articleId = articleIdOf(document);
  const [stored] = await desk.articleFiles([articleId]);
  if (stored?.revision.textHash === textHashOf(document.text)) return 'UNCHANGED';
  const draft = draftOf(document, desk.at, stored?.revision);
  const { record: alone, candidates } = await recordOf(draft, found, desk.known);
  const record = await joinUtterances(alone, desk);
  if (stored === undefined) await desk.storeArticles([record]);
  else await storeRevision(desk, stored, record, await revisedClaims(desk, stored, record));
  await desk.addIdentityCandidates(candidates);
  await noteReading(desk, 'INGEST', actor, articleId);
  return stored === undefined ? 'CREATED' : 'REVISED';
}
