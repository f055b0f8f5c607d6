import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { runService } from '../support/running-service.js';

/*
 * Whole stories, from the raw text to the answers of the API: who is in them, who said which quoted words through whom,
 * who stays unnamed, and whose figures are disputed. The stories in stories/ tell of one affair in the ways in which
 * newspapers and agencies tell of such things; what has to come out of each stands beside it.
 */

interface Expected {
  readonly title: string;
  /** All that the article names, and no one else. */
  readonly people: readonly string[];
  readonly siblings: readonly [string, string];
  /** Who speaks the quoted words that have these in them. */
  readonly words: Readonly<Record<string, string>>;
  /** Speakers of a chain, from the outermost down. */
  readonly chain: readonly string[];
  /** Single officials without a name, with how many statements each has made at least. */
  readonly officials: Readonly<Record<string, number>>;
  readonly zero: { readonly by: string; readonly place: string; readonly disputedBy: readonly string[] };
  readonly counts: readonly { readonly value: number; readonly place: string; readonly asOf: string }[];
  /** On what day the words were said that have these in them. */
  readonly said: Readonly<Record<string, string>>;
}

const STORIES = new URL('./stories/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, STORIES), 'utf8');
const STORY_NAMES = readdirSync(STORIES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

const INGEST = `mutation ($input: IngestArticleInput!) {
  ingestArticle(input: $input) { outcome userErrors { message } article { id } }
}`;

const STORY = `query ($id: ID!) {
  article(id: $id) {
    people(first: 50) { nodes { name relationships { kind person { name } } } }
    statements(first: 100) {
      nodes {
        text
        saidAt
        speaker { ...name }
        quotations { span { text } wordsOf { speaker { ...name } } }
        chain { speaker { ...name } }
      }
    }
    statistics(first: 100) {
      nodes {
        value asOf disputed place { name } claimedBy { ...name } disputedBy { speaker { ...name } }
      }
    }
  }
}
fragment name on Named { displayName ... on UnnamedSource { id plural sourceKind } }`;

interface Speaker {
  readonly displayName: string;
  readonly id?: string;
  readonly plural?: boolean;
  readonly sourceKind?: string;
}

interface Story {
  readonly people: {
    readonly nodes: readonly {
      readonly name: string;
      readonly relationships: readonly { readonly kind: string; readonly person: { readonly name: string } }[];
    }[];
  };
  readonly statements: {
    readonly nodes: readonly {
      readonly text: string;
      readonly saidAt: string | null;
      readonly speaker: Speaker | null;
      readonly quotations: readonly {
        readonly span: { readonly text: string };
        readonly wordsOf: { readonly speaker: Speaker | null } | null;
      }[];
      readonly chain: readonly { readonly speaker: Speaker | null }[];
    }[];
  };
  readonly statistics: {
    readonly nodes: readonly {
      readonly value: number;
      readonly asOf: string | null;
      readonly disputed: boolean;
      readonly place: { readonly name: string } | null;
      readonly claimedBy: Speaker | null;
      readonly disputedBy: readonly { readonly speaker: Speaker | null }[];
    }[];
  };
}

async function told(name: string, { title }: Expected): Promise<Story> {
  const service = await runService({ records: [] });
  onTestFinished(() => service.stop());
  const input = {
    text: read(`${name}.txt`),
    title,
    publisher: 'The Herring Post',
    publishedAt: '2020-03-23T18:00:00Z',
  };
  const { data } = await service.askAs({ name: 'reporter', scopes: ['ingest'] }, INGEST, { input });
  expect(data.ingestArticle).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  const answer = await service.ask(STORY, { id: data.ingestArticle.article.id });
  expect(answer.errors).toBeUndefined();
  return answer.data.article;
}

/** The speakers of the quotations that have some words in them. */
function speakersOf({ statements }: Story, words: string): string[] {
  const quotations = statements.nodes.flatMap((statement) => statement.quotations);
  const fitting = quotations.filter(({ span }) => span.text.includes(words));
  return [...new Set(fitting.map(({ wordsOf }) => wordsOf?.speaker?.displayName ?? 'nobody'))];
}

function daysOf({ statements }: Story, words: string): string[] {
  const fitting = statements.nodes.filter(({ text, saidAt }) => text.includes(words) && saidAt !== null);
  return [...new Set(fitting.map(({ saidAt }) => saidAt ?? ''))];
}

/** How many statements each single official has made who has no name. */
function officialsOf({ statements }: Story): Record<string, number> {
  const speakers = statements.nodes.flatMap(({ speaker }) => speaker ?? []);
  const officials = speakers.filter(({ plural, sourceKind }) => plural === false && sourceKind === 'OFFICIAL');
  const grouped = Map.groupBy(officials, ({ id }) => id);
  return Object.fromEntries([...grouped.values()].map((group) => [group[0]?.displayName ?? '', group.length]));
}

const sorted = (names: Iterable<string>) => [...names].sort();

test.each(STORY_NAMES)('the story “%s” is told by its answers', async (name) => {
  const expected: Expected = parse(read(`${name}.yaml`));
  const story = await told(name, expected);

  expect.soft(sorted(story.people.nodes.map((person) => person.name))).toEqual(sorted(expected.people));
  const [one, other] = expected.siblings;
  for (const [person, sibling] of [
    [one, other],
    [other, one],
  ]) {
    const relationships = story.people.nodes.find((node) => node.name === person)?.relationships ?? [];
    const siblings = relationships.filter(({ kind }) => kind === 'SIBLING').map((each) => each.person.name);
    expect.soft(siblings, `siblings of ${person}`).toEqual([sibling]);
  }
  for (const [words, speaker] of Object.entries(expected.words))
    expect.soft(speakersOf(story, words), words).toEqual([speaker]);
  const chains = story.statements.nodes.map(({ chain }) => chain.map(({ speaker }) => speaker?.displayName ?? null));
  expect.soft(chains).toContainEqual(expected.chain);
  const officials = officialsOf(story);
  expect.soft(sorted(Object.keys(officials))).toEqual(sorted(Object.keys(expected.officials)));
  for (const [official, least] of Object.entries(expected.officials))
    expect.soft(officials[official], official).toBeGreaterThanOrEqual(least);
  for (const [words, day] of Object.entries(expected.said)) expect.soft(daysOf(story, words), words).toEqual([day]);

  const { by, place, disputedBy } = expected.zero;
  const zero = story.statistics.nodes.filter(({ value }) => value === 0);
  expect.soft(zero).toMatchObject([{ claimedBy: { displayName: by }, place: { name: place }, disputed: true }]);
  const doubters = zero.flatMap((figure) => figure.disputedBy.map(({ speaker }) => speaker?.displayName ?? 'nobody'));
  expect.soft(sorted(doubters)).toEqual(sorted(disputedBy));
  for (const count of expected.counts)
    expect
      .soft(story.statistics.nodes.map(({ value, asOf, place: where }) => ({ value, asOf, place: where?.name })))
      .toContainEqual(count);
});
