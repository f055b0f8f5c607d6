import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ArticleQuery } from './article/article.query.js';
import { ArticleResolver } from './article/article.resolver.js';
import {
  ArticleOrganizationEdgeResolver,
  ArticlePersonEdgeResolver,
  ArticlePlaceEdgeResolver,
} from './article/article-edges.resolver.js';
import { ArticleRevisionResolver } from './article/article-revision.resolver.js';
import { authChecker } from './authorization.js';
import { ChangeQuery } from './change/change.query.js';
import { ChangeResolver } from './change/change.resolver.js';
import { CreateMutation } from './editing/create.mutation.js';
import { MergePeopleMutation } from './editing/merge-people.mutation.js';
import { RelateMutation } from './editing/relate.mutation.js';
import { RetractMutation } from './editing/retract.mutation.js';
import { ReviewMutation } from './editing/review.mutation.js';
import { SplitPersonMutation } from './editing/split-person.mutation.js';
import { UndoMutation } from './editing/undo.mutation.js';
import { UpdatePersonMutation } from './editing/update-person.mutation.js';
import { IdentityCandidateResolver } from './identity/identity-candidate.resolver.js';
import { IngestMutation } from './ingest/ingest.mutation.js';
import { makeLean } from './lean-resolvers.js';
import { MetricQuery } from './metric/metric.query.js';
import { MetricResolver } from './metric/metric.resolver.js';
import { NodeQuery } from './node/node.query.js';
import { OrganizationQuery } from './organization/organization.query.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { PersonQuery } from './person/person.query.js';
import {
  CoSpeakerResolver,
  PersonArticleEdgeResolver,
  PersonResolver,
  RelationshipResolver,
  RoleResolver,
} from './person/person.resolver.js';
import { PlaceQuery } from './place/place.query.js';
import { PlaceResolver } from './place/place.resolver.js';
import { PublisherQuery } from './publisher/publisher.query.js';
import { PublisherResolver } from './publisher/publisher.resolver.js';
import { QuotationCheckQuery } from './quotation/quotation-check.query.js';
import { QuotationMatchResolver } from './quotation/quotation-match.resolver.js';
import { ReferenceResolver } from './reference/reference.resolver.js';
import { StatementRelationResolver } from './relation/statement-relation.resolver.js';
import { SearchQuery } from './search/search.query.js';
import { SearchEdgeResolver } from './search/search.resolver.js';
import { SeriesQuery } from './series/series.query.js';
import { SeriesPointResolver, SeriesResolver } from './series/series.resolver.js';
import { StatementQuery } from './statement/statement.query.js';
import { QuotationResolver, StatementResolver } from './statement/statement.resolver.js';
import { StatementCountsQuery } from './statement/statement-counts.query.js';
import { StatisticQuery } from './statistic/statistic.query.js';
import { StatisticResolver } from './statistic/statistic.resolver.js';
import { TextSpanResolver } from './text/text-span.resolver.js';
import { TopicQuery } from './topic/topic.query.js';
import { TopicResolver } from './topic/topic.resolver.js';
import { UnnamedSourceResolver } from './unnamed-source/unnamed-source.resolver.js';
import { UtteranceResolver } from './utterance/utterance.resolver.js';

const RESOLVERS = [
  NodeQuery,
  ArticleQuery,
  PersonQuery,
  OrganizationQuery,
  StatementQuery,
  StatisticQuery,
  PublisherQuery,
  TopicQuery,
  PlaceQuery,
  MetricQuery,
  SeriesQuery,
  StatementCountsQuery,
  SearchQuery,
  QuotationCheckQuery,
  ChangeQuery,
  RetractMutation,
  ReviewMutation,
  CreateMutation,
  RelateMutation,
  UpdatePersonMutation,
  UndoMutation,
  IngestMutation,
  MergePeopleMutation,
  SplitPersonMutation,
  IdentityCandidateResolver,
  ArticleResolver,
  ArticleRevisionResolver,
  ArticlePersonEdgeResolver,
  ArticleOrganizationEdgeResolver,
  ArticlePlaceEdgeResolver,
  PublisherResolver,
  TopicResolver,
  PlaceResolver,
  PersonResolver,
  CoSpeakerResolver,
  RoleResolver,
  RelationshipResolver,
  PersonArticleEdgeResolver,
  OrganizationResolver,
  UnnamedSourceResolver,
  StatementResolver,
  QuotationResolver,
  QuotationMatchResolver,
  StatementRelationResolver,
  ReferenceResolver,
  UtteranceResolver,
  StatisticResolver,
  MetricResolver,
  SeriesResolver,
  SeriesPointResolver,
  SearchEdgeResolver,
  TextSpanResolver,
  ChangeResolver,
] as const;

/** The GraphQL schema with its resolvers. They hold no state: what they answer from comes in the RequestContext. */
export function createSchema(): GraphQLSchema {
  const schema = createWrappedSchema();
  makeLean(schema);
  return schema;
}

/** The schema as type-graphql makes it, each resolver in a wrapper: what the benchmark gives to peers. */
export function createWrappedSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    authChecker,
    // Arguments are checked where they are read, so that the error can name them.
    validate: false,
    // It would ask the schema about itself at each start; tests look whether it is valid.
    skipCheck: true,
  });
  // type-graphql makes the root types itself and leaves them without a word.
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'Where every question begins.';
  if (mutation) mutation.description = 'Where everything that writes begins. Several are made one after the other.';
  return schema;
}
