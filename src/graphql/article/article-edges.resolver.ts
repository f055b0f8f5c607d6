import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Place } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import type { Organization, Person } from '../../domain/speaker.js';
import type { Edge } from '../connection/connection.js';
import type { RequestContext } from '../context.js';
import { TextSpanObject } from '../text/text-span.object.js';
import { ArticleOrganizationEdge, ArticlePersonEdge, ArticlePlaceEdge } from './article.connection.js';

type SubjectEdge<Subject> = Edge<Subject, Id<'Article'>>;

@Resolver(() => ArticlePersonEdge)
export class ArticlePersonEdgeResolver {
  @FieldResolver(() => [TextSpanObject], {
    description: 'Where the article names the person, in the order of the text.',
  })
  mentions(@Root() { ownerId, node }: SubjectEdge<Person>, @Ctx() { loaders }: RequestContext) {
    return loaders.mentions.load({ articleId: ownerId, subjectId: node.id });
  }
}

@Resolver(() => ArticleOrganizationEdge)
export class ArticleOrganizationEdgeResolver {
  @FieldResolver(() => [TextSpanObject], {
    description: 'Where the article names the organization, in the order of the text.',
  })
  mentions(@Root() { ownerId, node }: SubjectEdge<Organization>, @Ctx() { loaders }: RequestContext) {
    return loaders.mentions.load({ articleId: ownerId, subjectId: node.id });
  }
}

@Resolver(() => ArticlePlaceEdge)
export class ArticlePlaceEdgeResolver {
  @FieldResolver(() => [TextSpanObject], {
    description: 'Where the article names the place, in the order of the text.',
  })
  mentions(@Root() { ownerId, node }: SubjectEdge<Place>, @Ctx() { loaders }: RequestContext) {
    return loaders.mentions.load({ articleId: ownerId, subjectId: node.id });
  }
}
