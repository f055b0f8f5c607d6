import type { Place, Topic } from '../../domain/article.js';
import { ARTICLES_A_STORY, type DayNumber, dayOfStory } from './calendar.js';
import type { Series } from './figures.js';
import { Random } from './random.js';
import type { Measured } from './world/metrics.js';
import type { Organization } from './world/organizations.js';
import type { Character } from './world/people.js';
import type { World } from './world/world.js';

/** What several articles of the same days have in common, and by which they can be compared. */
export interface Story {
  readonly number: number;
  readonly day: DayNumber;
  readonly place: Place;
  readonly topics: readonly Topic[];
  readonly people: readonly Character[];
  readonly organization: Organization;
  readonly metrics: readonly Measured[];
}

/** Whom and what one article can name, the story’s first. */
export interface Cast {
  readonly people: readonly Character[];
  readonly organizations: readonly Organization[];
  readonly agency: Organization;
  readonly places: readonly Place[];
  readonly topics: readonly Topic[];
}

/** How many of a story’s figures are of its own place and metrics, in per cent. */
const OWN_FIGURES = 65;
/** How long ago the figures of other things may be from, in days. */
const OLDEST_FIGURE = 90;

export function storyOf(article: number, seed: number, world: World): Story {
  const number = Math.floor(article / ARTICLES_A_STORY);
  const random = new Random('story', seed, number);
  const first = number * ARTICLES_A_STORY;
  return {
    number,
    day: dayOfStory(number),
    place: random.pickRanked(world.places),
    topics: random.shuffled(world.topics).slice(0, 2),
    people: somePeople(3, world.peopleBefore(first), world, random),
    organization: world.organization(random.rank(world.organizationsBefore(first))),
    metrics: [random.pickRanked(world.metrics), random.pickRanked(world.metrics)],
  };
}

/** The story’s people, whoever enters the news with this article, and others. */
export function castOf(story: Story, article: number, world: World, random: Random): Cast {
  const before = world.peopleBefore(article);
  const newcomers = world.peopleBefore(article + 1) - before;
  const people = [
    ...story.people.slice(0, random.int(1, 3)),
    ...Array.from({ length: Math.min(newcomers, 2) }, (_, index) =>
      world.people.withNumber(before + newcomers - 1 - index),
    ),
    ...somePeople(random.int(4, 7), before, world, random),
  ];
  const organizations = world.organizationsBefore(article);
  return {
    people: [...new Set(people)],
    organizations: [
      story.organization,
      ...Array.from({ length: 2 }, () => world.organization(random.rank(organizations))),
    ],
    agency: world.agency(random.rank(5), organizations),
    places: [story.place, random.pickRanked(world.places), random.pickRanked(world.places)],
    topics: random.chance(30) ? [...new Set([...story.topics, random.pick(world.topics)])] : story.topics,
  };
}

/** A metric somewhere at some time, mostly that of the story. */
export function seriesOf(story: Story, cast: Cast, world: World, random: Random): Series {
  if (random.chance(OWN_FIGURES)) return { measured: random.pick(story.metrics), place: story.place, day: story.day };
  return {
    measured: random.pickRanked(world.metrics),
    place: random.pick(cast.places),
    day: story.day - random.int(0, OLDEST_FIGURE),
  };
}

function somePeople(count: number, size: number, world: World, random: Random): Character[] {
  return Array.from({ length: count }, () => world.people.withNumber(random.rank(size)));
}
