import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Article } from '../../domain/article.js';
import type { Id } from '../../domain/identity.js';
import type { Person, Relationship, Role } from '../../domain/speaker.js';
import type { CoSpeaker } from '../../repository/repository.js';
import { connect, type Edge } from '../connection/connection.js';
import { listSize, PageArguments, ShortListArguments } from '../connection/page-arguments.js';
import type { RequestContext } from '../context.js';
import { CostOf } from '../cost.js';
import { Needs } from '../needs.js';
import { OrganizationObject } from '../organization/organization.object.js';
import { StatementConnection } from '../statement/statement.connection.js';
import { StatementListArguments } from '../statement/statement-list-arguments.js';
import { TextSpanObject } from '../text/text-span.object.js';
import { PersonArticleConnection, PersonArticleEdge } from './person.connection.js';
import { CoSpeakerObject, PersonObject, RelationshipObject, RoleObject } from './person.object.js';

@Resolver(() => PersonObject)
export class PersonResolver {
  @FieldResolver(() => String, { description: 'One label for whatever this is: the canonical name.' })
  @Needs<Person>('name')
  displayName(@Root() { name }: Person) {
    return name;
  }

  @FieldResolver(() => [RoleObject], { description: 'What articles say the person is or was.' })
  @Needs<Person>()
  roles(@Root() { id }: Person, @Ctx() { loaders }: RequestContext) {
    return loaders.rolesOfPerson.load(id);
  }

  @FieldResolver(() => [RelationshipObject], { description: 'Who other people are to this one.' })
  @Needs<Person>()
  relationships(@Root() { id }: Person, @Ctx() { loaders }: RequestContext) {
    return loaders.relationshipsOfPerson.load(id);
  }

  @FieldResolver(() => StatementConnection, {
    description: 'What the person is reported to have said or written, the latest first.',
  })
  @Needs<Person>()
  statements(@Root() { id }: Person, @Args() args: StatementListArguments, @Ctx() { loaders }: RequestContext) {
    return connect(
      { field: 'Person.statements', loader: loaders.statementsOfSpeaker, ownerId: id, ...args.list },
      args,
    );
  }

  @FieldResolver(() => StatementConnection, { description: 'What is said about the person, the latest first.' })
  @Needs<Person>()
  statementsAbout(@Root() { id }: Person, @Args() args: StatementListArguments, @Ctx() { loaders }: RequestContext) {
    return connect(
      { field: 'Person.statementsAbout', loader: loaders.statementsAbout, ownerId: id, ...args.list },
      args,
    );
  }

  @FieldResolver(() => PersonArticleConnection, { description: 'The articles that name the person, the latest first.' })
  @Needs<Person>()
  articles(@Root() { id }: Person, @Args() page: PageArguments, @Ctx() { loaders }: RequestContext) {
    const loader = loaders.articlesOfSubject;
    return connect({ field: 'Person.articles', loader, ownerId: id, order: 'PUBLISHED_AT_DESC' }, page);
  }

  @FieldResolver(() => [CoSpeakerObject], {
    description: 'Who else is quoted in the articles that quote the person, those with the most articles first.',
  })
  @Needs<Person>()
  @CostOf(10)
  quotedAlongside(@Root() { id }: Person, @Args() list: ShortListArguments, @Ctx() { loaders }: RequestContext) {
    return loaders.coSpeakersOfPerson.load(id, listSize(list));
  }
}

@Resolver(() => CoSpeakerObject)
export class CoSpeakerResolver {
  @FieldResolver(() => PersonObject, { description: 'The other person.' })
  person(@Root() { personId }: CoSpeaker, @Ctx() { loaders }: RequestContext) {
    return loaders.personById.load(personId);
  }
}

@Resolver(() => RoleObject)
export class RoleResolver {
  @FieldResolver(() => OrganizationObject, { nullable: true, description: 'Where the person has the role.' })
  organization(@Root() { organizationId }: Role, @Ctx() { loaders }: RequestContext) {
    return organizationId && loaders.organizationById.load(organizationId);
  }
}

@Resolver(() => RelationshipObject)
export class RelationshipResolver {
  @FieldResolver(() => PersonObject, { description: 'The other person.' })
  person(@Root() { otherId }: Relationship, @Ctx() { loaders }: RequestContext) {
    return loaders.personById.load(otherId);
  }
}

@Resolver(() => PersonArticleEdge)
export class PersonArticleEdgeResolver {
  @FieldResolver(() => [TextSpanObject], {
    description: 'Where the article names the person, in the order of the text.',
  })
  mentions(@Root() { ownerId, node }: Edge<Article, Id<'Person'>>, @Ctx() { loaders }: RequestContext) {
    return loaders.mentions.load({ articleId: node.id, subjectId: ownerId });
  }
}
