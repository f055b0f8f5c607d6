import {
  type ArticleRevision,
  articleId,
  type Publisher,
  publisherId,
  revisionId,
  type Topic,
  textHashOf,
  topicId,
  wordCountOf,
} from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import type { Provenance } from '../../domain/provenance.js';
import type { ArticleRecord } from '../../domain/record.js';
import { type Stretch, spanAt, type TextSpan } from '../../domain/span.js';
import { ENGINE_VERSION } from '../../extraction/version.js';
import type { ArticleFile } from '../../repository/desk.js';
import type { SourceDocument } from '../source-document.js';

/** An article before anything is read out of it. */
export interface ArticleDraft {
  readonly publisher: Publisher;
  readonly article: ArticleRecord['article'];
  readonly revision: ArticleRecord['revision'];
  readonly topics: readonly Topic[];
  /** What the records that the engine makes say of themselves. */
  readonly provenance: Provenance;
}

/** The name under which the engine's records say who made them. */
const AGENT = 'onrecord';

/** How long a title may be that is made of the first sentence, in UTF-16 units. */
const LONGEST_TITLE = 200;

/** The article of a document; with `after`, its next revision. `at` is when it is recorded. */
export function draftOf(document: SourceDocument, at: Date, after?: ArticleRevision): ArticleDraft {
  const { publisher: publisherName, url, text, language } = document;
  const publisher = { id: publisherId(publisherName), name: publisherName, homepage: null };
  const id = after?.articleId ?? articleId(publisher.id, url, text);
  const number = (after?.number ?? 0) + 1;
  const title = document.title ?? firstSentence(text);
  const revision = {
    ...{ id: revisionId(id, number), articleId: id, number, title },
    ...{ text, textHash: textHashOf(text), reason: null },
  };
  return {
    publisher,
    article: {
      ...{ id, title, url, publisherId: publisher.id, bylines: document.bylines },
      ...{ publishedAt: document.publishedAt, publishedPrecision: document.publishedPrecision },
      ...{ language, wordCount: wordCountOf(text, language), currentRevisionId: revision.id, retraction: null },
    },
    revision,
    topics: document.topics.map((name) => ({ id: topicId(name), name })),
    provenance: provenanceAt(at),
  };
}

/** A stored article as it is, to be read again. */
export function redraftOf(
  { article, revision }: Pick<ArticleFile, 'article' | 'revision'>,
  { publisher, topics, at }: Pick<ArticleDraft, 'publisher' | 'topics'> & { readonly at: Date },
): ArticleDraft {
  return { publisher, article, revision, topics, provenance: provenanceAt(at) };
}

function provenanceAt(at: Date): Provenance {
  return {
    ...{ origin: 'ENGINE', agent: AGENT, agentVersion: ENGINE_VERSION, recordedAt: at, confidence: null },
    ...{ review: 'UNREVIEWED', reviewedBy: null, reviewedAt: null },
  };
}

/** The identity that a document's article will have. */
export function articleIdOf({ publisher, url, text }: SourceDocument): Id<'Article'> {
  return articleId(publisherId(publisher), url, text);
}

export function spanOf({ revision }: Pick<ArticleDraft, 'revision'>, { start, end }: Stretch): TextSpan {
  return spanAt(revision, start, end);
}

/** The first sentence of a text, cut at a word where it is long. */
function firstSentence(text: string): string {
  const [paragraph = ''] = text.trim().split('\n');
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const sentence = (segmenter.segment(paragraph)[Symbol.iterator]().next().value?.segment ?? paragraph).trim();
  if (sentence.length <= LONGEST_TITLE) return sentence;
  const cut = sentence.slice(0, LONGEST_TITLE - 1);
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2))
    .toWellFormed()
    .trimEnd()}…`;
}
