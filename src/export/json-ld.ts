import type { Speaker } from '../domain/speaker.js';
import type { Statement } from '../domain/statement.js';
import { type ListedArticle, speakerLabel, uriOf } from './articles.js';

/** What a node of JSON-LD may hold. */
type Node = Readonly<Record<string, unknown>>;

export const JSON_LD_CONTEXT = 'https://schema.org';

/**
 * An article and what is said in it in the vocabulary of schema.org: a `NewsArticle`; a `Quotation` for what is quoted, a
 * `Claim` for what is reported in other words; and a `ClaimReview` where an editor has reviewed whether the article
 * reports it so. That is no judgement of whether the claim is true.
 */
export function jsonLdNodes(listed: ListedArticle): Node[] {
  const { statements } = listed;
  const reviews = statements.filter(({ provenance }) => provenance.reviewedAt !== null);
  return [
    newsArticle(listed),
    ...statements.map((statement) => statementNode(listed, statement)),
    ...reviews.map((statement) => claimReview(listed, statement)),
  ];
}

function newsArticle({ article, revision, publisher }: ListedArticle): Node {
  const { id, title, url, bylines, publishedAt, language } = article;
  return {
    ...{ '@type': 'NewsArticle', '@id': uriOf(id), headline: title, ...(url !== null && { url }) },
    datePublished: publishedAt.toISOString(),
    dateModified: revision.storedAt.toISOString(),
    author: bylines.map((name) => ({ '@type': 'Person', name })),
    publisher: {
      ...{ '@type': 'NewsMediaOrganization', '@id': uriOf(publisher.id), name: publisher.name },
      ...(publisher.homepage !== null && { url: publisher.homepage }),
    },
    ...(language !== 'und' && { inLanguage: language }),
    ...{ wordCount: article.wordCount, articleBody: revision.text },
  };
}

function statementNode(listed: ListedArticle, statement: Statement): Node {
  const { id, kind, text, speakerId, said } = statement;
  const speaker = speakerId === null ? undefined : listed.speakers.get(speakerId);
  const common = {
    '@id': uriOf(id),
    text,
    ...(said?.to && { dateCreated: said.to }),
    ...(speaker !== undefined && { author: speakerNode(speaker) }),
  };
  const article = { '@id': uriOf(listed.article.id) };
  if (kind === 'DIRECT') return { '@type': 'Quotation', ...common, isPartOf: article };
  return { '@type': 'Claim', ...common, appearance: article };
}

function speakerNode(speaker: Speaker): Node {
  const named = { '@id': uriOf(speaker.id), name: 'description' in speaker ? speaker.description : speaker.name };
  if ('organizationKind' in speaker) {
    const type = speaker.organizationKind === 'GOVERNMENT' ? 'GovernmentOrganization' : 'Organization';
    return { '@type': type, ...named, ...(speaker.wikidata !== null && { sameAs: speaker.wikidata }) };
  }
  if ('description' in speaker) return { '@type': speaker.plural ? 'Organization' : 'Person', ...named };
  return { '@type': 'Person', ...named, ...(speaker.wikidata !== null && { sameAs: speaker.wikidata }) };
}

function claimReview(listed: ListedArticle, statement: Statement): Node {
  const { id, text, provenance } = statement;
  const speaker = speakerLabel(listed, statement);
  return {
    ...{ '@type': 'ClaimReview', '@id': `${uriOf(id)}:review`, itemReviewed: { '@id': uriOf(id) } },
    claimReviewed: speaker === null ? text : `${speaker}: ${text}`,
    author: { '@type': 'Person', name: provenance.reviewedBy },
    datePublished: provenance.reviewedAt?.toISOString(),
    reviewRating: { '@type': 'Rating', alternateName: provenance.review },
    reviewAspect: 'Whether the article reports it so',
  };
}
