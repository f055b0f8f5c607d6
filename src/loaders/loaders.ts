import type { Id } from '../domain/identity.js';
import type { SearchExpression } from '../domain/search/expression.js';
import type { Phrase } from '../domain/search/phrase.js';
import { type Series, seriesKey } from '../domain/series.js';
import type { SpeakerId } from '../domain/speaker.js';
import type {
  AppearanceKey,
  CarriedFigure,
  ComparisonRequest,
  PointRequest,
  Repository,
  StatementCountRequest,
} from '../repository/repository.js';
import type { SearchQuery, SearchRequest } from '../repository/search.js';
import { ArgumentLoader } from './argument-loader.js';
import { BatchLoader, type BatchObserver, type Watchable } from './batch-loader.js';
import { listLoader } from './list-loader.js';
import { nodeLoader } from './node-loader.js';
import { askTogether } from './shared-look-up.js';

/** One family for each relationship: how its loader is made from the repository and the request's signal. */
const FAMILIES = {
  articleById: ({ articles }: Repository, signal: AbortSignal) => nodeLoader(articles, signal),
  revisionById: ({ revisions }: Repository, signal: AbortSignal) => nodeLoader(revisions, signal),
  publisherById: ({ publishers }: Repository, signal: AbortSignal) => nodeLoader(publishers, signal),
  topicById: ({ topics }: Repository, signal: AbortSignal) => nodeLoader(topics, signal),
  placeById: ({ places }: Repository, signal: AbortSignal) => nodeLoader(places, signal),
  personById: ({ people }: Repository, signal: AbortSignal) => nodeLoader(people, signal),
  organizationById: ({ organizations }: Repository, signal: AbortSignal) => nodeLoader(organizations, signal),
  unnamedSourceById: ({ unnamedSources }: Repository, signal: AbortSignal) => nodeLoader(unnamedSources, signal),
  statementById: ({ statements }: Repository, signal: AbortSignal) => nodeLoader(statements, signal),
  utteranceById: ({ utterances }: Repository, signal: AbortSignal) => nodeLoader(utterances, signal),
  relationById: ({ relations }: Repository, signal: AbortSignal) => nodeLoader(relations, signal),
  metricById: ({ metrics }: Repository, signal: AbortSignal) => nodeLoader(metrics, signal),
  statisticById: ({ statistics }: Repository, signal: AbortSignal) => nodeLoader(statistics, signal),
  changeById: ({ changes }: Repository, signal: AbortSignal) => nodeLoader(changes, signal),

  allPublishers: ({ publishers }: Repository, signal: AbortSignal) => listLoader(publishers, 'all', signal),
  allTopics: ({ topics }: Repository, signal: AbortSignal) => listLoader(topics, 'all', signal),
  allPlaces: ({ places }: Repository, signal: AbortSignal) => listLoader(places, 'all', signal),
  allOrganizations: ({ organizations }: Repository, signal: AbortSignal) => listLoader(organizations, 'all', signal),
  allMetrics: ({ metrics }: Repository, signal: AbortSignal) => listLoader(metrics, 'all', signal),
  allIdentityCandidates: ({ identityCandidates }: Repository, signal: AbortSignal) =>
    listLoader(identityCandidates, 'all', signal),
  allArticles: ({ articles }: Repository, signal: AbortSignal) => listLoader(articles, 'all', signal),
  articlesOfPublisher: ({ articles }: Repository, signal: AbortSignal) => listLoader(articles, 'publisher', signal),
  articlesOfSubject: ({ articles }: Repository, signal: AbortSignal) => listLoader(articles, 'subject', signal),
  revisionsOfArticle: ({ revisions }: Repository, signal: AbortSignal) => listLoader(revisions, 'article', signal),
  topicsOfArticle: ({ topics }: Repository, signal: AbortSignal) => listLoader(topics, 'article', signal),
  placesOfArticle: ({ places }: Repository, signal: AbortSignal) => listLoader(places, 'article', signal),
  allChanges: ({ changes }: Repository, signal: AbortSignal) => listLoader(changes, 'all', signal),
  allPeople: ({ people }: Repository, signal: AbortSignal) => listLoader(people, 'all', signal),
  peopleOfArticle: ({ people }: Repository, signal: AbortSignal) => listLoader(people, 'article', signal),
  organizationsOfArticle: ({ organizations }: Repository, signal: AbortSignal) =>
    listLoader(organizations, 'article', signal),
  allStatements: ({ statements }: Repository, signal: AbortSignal) => listLoader(statements, 'all', signal),
  statementsOfArticle: ({ statements }: Repository, signal: AbortSignal) => listLoader(statements, 'article', signal),
  statementsOfSpeaker: ({ statements }: Repository, signal: AbortSignal) => listLoader(statements, 'speaker', signal),
  statementsAbout: ({ statements }: Repository, signal: AbortSignal) => listLoader(statements, 'subject', signal),
  statementsOfUtterance: ({ statements }: Repository, signal: AbortSignal) =>
    listLoader(statements, 'utterance', signal),
  childrenOfStatement: ({ statements }: Repository, signal: AbortSignal) => listLoader(statements, 'parent', signal),
  disputersOfStatistic: ({ statements }: Repository, signal: AbortSignal) =>
    listLoader(statements, 'statistic', signal),
  relationsFrom: ({ relations }: Repository, signal: AbortSignal) => listLoader(relations, 'from', signal),
  relationsTo: ({ relations }: Repository, signal: AbortSignal) => listLoader(relations, 'to', signal),
  allStatistics: ({ statistics }: Repository, signal: AbortSignal) => listLoader(statistics, 'all', signal),
  statisticsOfArticle: ({ statistics }: Repository, signal: AbortSignal) => listLoader(statistics, 'article', signal),
  statisticsOfPlace: ({ statistics }: Repository, signal: AbortSignal) => listLoader(statistics, 'place', signal),
  statisticsOfStatement: ({ statistics }: Repository, signal: AbortSignal) =>
    listLoader(statistics, 'statement', signal),
  statisticsInConflict: ({ statistics }: Repository, signal: AbortSignal) => listLoader(statistics, 'conflict', signal),
  statisticsAtPoint: ({ statistics }: Repository, signal: AbortSignal) => listLoader(statistics, 'point', signal),

  coSpeakersOfPerson: (repository: Repository, signal: AbortSignal) =>
    new ArgumentLoader((people: readonly Id<'Person'>[], size: number) =>
      repository.coSpeakersOf(people, size, signal),
    ),
  comparisonsOfStatistic: (repository: Repository, signal: AbortSignal) =>
    new ArgumentLoader((figures: readonly Id<'Statistic'>[], request: ComparisonRequest) =>
      repository.comparisonsOf(figures, request, signal),
    ),
  seriesOfMetric: (repository: Repository, signal: AbortSignal) =>
    new ArgumentLoader((metrics: readonly Id<'Metric'>[], size: number) => repository.seriesOf(metrics, size, signal)),
  pointsOfSeries: (repository: Repository, signal: AbortSignal) =>
    new ArgumentLoader((series: readonly Series[], request: PointRequest) =>
      repository.pointsOf(series, request, signal),
    ),
  seriesHasFigures: (repository: Repository, signal: AbortSignal) =>
    new BatchLoader((series: readonly Series[]) => repository.hasFigures(series, signal), seriesKey),
  statisticIsDisputed: (repository: Repository, signal: AbortSignal) => {
    const identify = ({ id }: CarriedFigure) => id;
    const load = (figures: readonly CarriedFigure[], asker: AbortSignal) => repository.areDisputed(figures, asker);
    const question = { words: 'is disputed', load, identify };
    return new BatchLoader(
      (figures: readonly CarriedFigure[]) => askTogether(repository, question, figures, signal),
      identify,
    );
  },
  statementCounts: (repository: Repository, signal: AbortSignal) =>
    new BatchLoader(
      (requests: readonly StatementCountRequest[]) =>
        Promise.all(requests.map((request) => repository.countStatements(request, signal))),
      (request) => JSON.stringify(request),
    ),
  searchPage:
    ({ search }: Repository, signal: AbortSignal) =>
    (request: SearchRequest) =>
      search.page(request, signal),
  searchCount:
    ({ search }: Repository, signal: AbortSignal) =>
    (query: SearchQuery) =>
      search.count(query, signal),

  quotationFrequencies:
    ({ quotations }: Repository, signal: AbortSignal) =>
    (phrases: readonly Phrase[]) =>
      quotations.frequencies(phrases, signal),
  quotationCandidates:
    ({ quotations }: Repository, signal: AbortSignal) =>
    (groups: readonly SearchExpression[], speakerId: SpeakerId | null) =>
      quotations.candidates(groups, speakerId, signal),

  articleBySlug: ({ articles }: Repository, signal: AbortSignal) =>
    new BatchLoader((slugs: readonly string[]) => articles.by('slug', slugs, signal)),
  articleByUrl: ({ articles }: Repository, signal: AbortSignal) =>
    new BatchLoader((urls: readonly string[]) => articles.by('url', urls, signal)),
  personBySlug: ({ people }: Repository, signal: AbortSignal) =>
    new BatchLoader((slugs: readonly string[]) => people.by('slug', slugs, signal)),
  organizationBySlug: ({ organizations }: Repository, signal: AbortSignal) =>
    new BatchLoader((slugs: readonly string[]) => organizations.by('slug', slugs, signal)),

  rolesOfPerson: (repository: Repository, signal: AbortSignal) =>
    new BatchLoader((people: readonly Id<'Person'>[]) => repository.rolesOf(people, signal)),
  relationshipsOfPerson: (repository: Repository, signal: AbortSignal) =>
    new BatchLoader((people: readonly Id<'Person'>[]) => repository.relationshipsOf(people, signal)),
  unresolvedOfArticle: (repository: Repository, signal: AbortSignal) =>
    new BatchLoader((articles: readonly Id<'Article'>[]) => repository.unresolvedOf(articles, signal)),
  chainOfStatement: (repository: Repository, signal: AbortSignal) =>
    new BatchLoader((statements: readonly Id<'Statement'>[]) => repository.chainsOf(statements, signal)),
  mentions: (repository: Repository, signal: AbortSignal) =>
    new BatchLoader(
      (keys: readonly AppearanceKey[]) => repository.mentionsOf(keys, signal),
      ({ articleId, subjectId }) => `${articleId} ${subjectId}`,
    ),
};

type Families = typeof FAMILIES;

/** The loaders of one request: each is made when it is first asked for, and remembers what it loaded until the request ends. */
export type Loaders = { readonly [Name in keyof Families]: ReturnType<Families[Name]> };

/** With an observer, who is told of each batch that they load. */
export function createLoaders(repository: Repository, signal: AbortSignal, observer?: BatchObserver): Loaders {
  return new LazyLoaders(repository, signal, observer) as unknown as Loaders;
}

class LazyLoaders {
  readonly repository: Repository;
  readonly signal: AbortSignal;
  readonly observer: BatchObserver | undefined;
  /** Those that were asked for, by their names. */
  readonly made: Record<string, unknown> = {};

  constructor(repository: Repository, signal: AbortSignal, observer: BatchObserver | undefined) {
    this.repository = repository;
    this.signal = signal;
    this.observer = observer;
  }
}

// A request pays only for the loaders that it uses.
for (const [name, make] of Object.entries(FAMILIES)) {
  Object.defineProperty(LazyLoaders.prototype, name, {
    get(this: LazyLoaders) {
      this.made[name] ??= watched(name, make(this.repository, this.signal), this.observer);
      return this.made[name];
    },
  });
}

function watched<Loader extends object>(name: string, loader: Loader, observer: BatchObserver | undefined): Loader {
  if (observer !== undefined && 'watch' in loader) {
    const watchable: Watchable = loader as Loader & Watchable;
    watchable.watch = (keys, load) => observer(name, keys, load);
  }
  return loader;
}
