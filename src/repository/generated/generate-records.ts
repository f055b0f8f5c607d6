import type { ArticleRecord } from '../../domain/record.js';
import { ARTICLES_A_STORY, beginsPass, publicationTime } from './calendar.js';
import { LANGUAGES } from './languages/languages.js';
import { Random } from './random.js';
import { type Publication, recordOf } from './record/record-of.js';
import { castOf, type Story, storyOf } from './story.js';
import { World } from './world/world.js';
import { Recall } from './writing/recall.js';
import { writeArticle } from './writing/write-article.js';

export interface GenerateOptions {
  /** How many articles; those of a smaller number are the first of those of a larger one. */
  readonly articles: number;
  /** Which of the possible corpora; a whole number from 0 on. */
  readonly seed: number;
}

/** How many per cent of the articles have no address. */
const WITHOUT_ADDRESS = 7;

/**
 * An invented corpus: news of an archipelago that does not exist, as much of it as is asked for, in which everything that a
 * record can say occurs about as often as in real news. The same options give the same records, wherever and whenever. All
 * that is kept between two articles is the people who are well known and the statements of the last articles.
 */
export function* generateRecords({ articles, seed }: GenerateOptions): Generator<ArticleRecord> {
  const world = new World();
  const recall = new Recall();
  let story = storyOf(0, seed, world);
  for (let number = 0; number < articles; number++) {
    if (number % ARTICLES_A_STORY === 0) {
      story = storyOf(number, seed, world);
      if (beginsPass(story.number)) recall.forget();
    }
    const random = new Random('article', seed, number);
    const language = random.weighted(LANGUAGES);
    const assignment = { language, story, cast: castOf(story, number, world, random), world, recall, random };
    const publication = publicationOf(story, number, seed, world, random);
    const { record, recalled } = recordOf(writeArticle(assignment), publication, assignment);
    recall.remember(recalled);
    yield record;
  }
}

function publicationOf(story: Story, number: number, seed: number, world: World, random: Random): Publication {
  const publishedAt = publicationTime(story.day, random);
  const month = publishedAt.toISOString().slice(0, 7).replace('-', '/');
  return {
    outlet: random.pickRanked(world.outlets),
    publishedAt,
    path: random.chance(WITHOUT_ADDRESS) ? null : `${month}/${seed}-${number + 1}`,
  };
}
