import { describe, expect, test } from 'vitest';
import { Ingest } from '../../src/ingest/ingest-article.js';
import type { SourceDocument } from '../../src/ingest/source-document.js';
import { MemoryRepository } from '../../src/repository/memory/memory-repository.js';
import { WHOLE_STORE } from '../../src/repository/repository.js';
import { whole } from '../contract/pages.js';
import { INLINE } from '../support/inline-extractor.js';

/*
 * Whom names mean across articles. Each case is a few articles, one after the other, in each of which somebody says the
 * first thing that is said; who that is stands as a letter for each article: the same letter is the same person, “-” is
 * nobody in particular, “~” a source without a name. “?” behind them: some two of the people are kept as a pair that may be
 * one, for an editor to decide.
 */

type Case = readonly [speakers: string, ...articles: string[]];

const SAYS = 'said on Monday that the pier is closed.';

const SAME_NAME: readonly Case[] = [
  // A full name means the one who has it when a role backs it, ...
  ['AA', `Harbour Master Ada Gull ${SAYS}`, `Harbour Master Ada Gull ${SAYS}`],
  ['AA', `Harbour Master Ada Gull ${SAYS}`, `Ada Gull, the harbour master, ${SAYS}`],
  ['AA', `Harbour Master Ada Gull ${SAYS}`, `Ada Gull, harbour master of Corrany, ${SAYS}`],
  ['AA', `Mayor Oskar Malk ${SAYS}`, `Oskar Malk, the mayor of Skerry, ${SAYS}`],
  ['AA', `Mayor Oskar Malk ${SAYS}`, `Oskar Malk, mayor of Skerry, ${SAYS}`],
  // ... whatever case and accents, ...
  ['AA', `Mayor Zoë Brandt ${SAYS}`, `Mayor Zoe Brandt ${SAYS}`],
  // ... when somebody named beside does, ...
  ['AA', `Ada Gull ${SAYS} Bram Tern agreed with her.`, `Ada Gull ${SAYS} Bram Tern was there.`],
  [
    'AA',
    `Mayor Ada Gull ${SAYS} Her deputy, Bram Tern, was there.`,
    `Ada Gull, a professor, ${SAYS} Bram Tern was there.`,
  ],
  // ... and when nothing speaks against it.
  ['AA', `Ada Gull ${SAYS}`, `Ada Gull ${SAYS}`],
  ['AA', `Ada Gull ${SAYS}`, `Mayor Ada Gull ${SAYS}`],
  ['AA', `Mayor Ada Gull ${SAYS}`, `Ada Gull ${SAYS}`],
  ['AAA', `Mayor Ada Gull ${SAYS}`, `Ada Gull ${SAYS}`, `Mayor Ada Gull ${SAYS}`],
  // Other roles and nothing shared: somebody else, and an editor is asked.
  ['AB?', `Mayor Ada Gull ${SAYS}`, `Ada Gull, a professor, ${SAYS}`],
  ['AB?', `Ada Gull, a dentist, ${SAYS}`, `Ada Gull, a pilot, ${SAYS}`],
  ['ABA?', `Mayor Ada Gull ${SAYS}`, `Ada Gull, a professor, ${SAYS}`, `Mayor Ada Gull ${SAYS}`],
  ['ABB?', `Mayor Ada Gull ${SAYS}`, `Ada Gull, a professor, ${SAYS}`, `Professor Ada Gull ${SAYS}`],
  ['ABC?', `Mayor Ada Gull ${SAYS}`, `Ada Gull, a professor, ${SAYS}`, `Ada Gull, a pilot, ${SAYS}`],
  // Of two who have the name, a third article that says nothing more means nobody in particular.
  ['AB-?', `Mayor Ada Gull ${SAYS}`, `Ada Gull, a professor, ${SAYS}`, `Ada Gull ${SAYS}`],
];

const OTHER_NAMES: readonly Case[] = [
  ['AB', `Ada Gull ${SAYS}`, `Ida Gull ${SAYS}`],
  ['AB', `Mayor Ada Gull ${SAYS}`, `Mayor Ida Gull ${SAYS}`],
  ['AB', `Ada Gull ${SAYS}`, `Ada Tern ${SAYS}`],
  ['AB', `Kim Jong Un ${SAYS}`, `Kim Yo Jong ${SAYS}`],
  ['AB', `North Korean leader Kim Jong Un ${SAYS}`, `Kim Yo Jong, the sister of Kim Jong Un, ${SAYS}`],
  ['ABA', `Kim Jong Un ${SAYS}`, `Kim Yo Jong ${SAYS}`, `Kim Jong Un ${SAYS}`],
  ['AB', `Oskar Malk ${SAYS}`, `Oskar Malk Lund ${SAYS}`],
];

const SURNAMES: readonly Case[] = [
  // A bare surname makes nobody and joins nobody, not even the only one who has it.
  ['-', `Gull ${SAYS}`],
  ['A-', `Ada Gull ${SAYS}`, `Gull ${SAYS}`],
  ['A-', `Mayor Ada Gull ${SAYS}`, `Gull ${SAYS}`],
  ['AB-', `Ada Gull ${SAYS}`, `Ida Gull ${SAYS}`, `Gull ${SAYS}`],
  ['--', `Gull ${SAYS}`, `Gull ${SAYS}`],
  ['-A', `Gull ${SAYS}`, `Ada Gull ${SAYS}`],
  ['A-', `Kim Jong Un ${SAYS}`, `Kim ${SAYS}`],
  // In an article that has the full name, too, the surname is theirs.
  ['AA', `Ada Gull ${SAYS}`, `Gull ${SAYS} Ada Gull was asked about it.`],
  ['AB', `Ada Gull ${SAYS}`, `Ida Gull was in the harbour. Gull ${SAYS}`],
  // With a title it means the one of the surname who has the title, ...
  ['AA', `Mayor Ada Gull ${SAYS}`, `Mayor Gull ${SAYS}`],
  ['ABA', `Mayor Ada Gull ${SAYS}`, `Professor Ida Gull ${SAYS}`, `Mayor Gull ${SAYS}`],
  ['ABB', `Mayor Ada Gull ${SAYS}`, `Professor Ida Gull ${SAYS}`, `Professor Gull ${SAYS}`],
  // ... of several nobody in particular, ...
  ['AB-', `Mayor Ada Gull ${SAYS}`, `Mayor Ida Gull ${SAYS}`, `Mayor Gull ${SAYS}`],
  // ... and of none somebody new, who goes by it.
  ['A', `Mayor Gull ${SAYS}`],
  ['AA', `Mayor Gull ${SAYS}`, `Mayor Gull ${SAYS}`],
  ['AB?', `Professor Ada Gull ${SAYS}`, `Mayor Gull ${SAYS}`],
  ['AB?', `Mayor Gull ${SAYS}`, `Mayor Ada Gull ${SAYS}`],
];

const SOURCES: readonly Case[] = [
  ['~~', `A senior official ${SAYS}`, `A senior official ${SAYS}`],
  ['A~', `Harbour Master Ada Gull ${SAYS}`, `The harbour master ${SAYS}`],
  ['~A', `A harbour official, who asked not to be named, ${SAYS}`, `Harbour Master Ada Gull ${SAYS}`],
];

function documentOf(text: string, number: number): SourceDocument {
  return {
    ...{ title: 'A story', text, publisher: 'The Harbour Courier', url: `https://courier.example/${number}` },
    ...{ publishedAt: new Date('2021-05-06T10:00:00Z'), publishedPrecision: 'TIME', language: 'en' },
    ...{ bylines: [], topics: [] },
  };
}

/** Who speaks in each article first, and whether a pair is left to an editor. */
async function speakersOf(articles: readonly string[]): Promise<string> {
  const store = new MemoryRepository();
  const ingest = new Ingest(store, INLINE);
  const letters = new Map<string, string>();
  let speakers = '';
  for (const [number, text] of articles.entries()) {
    const { articleId } = await ingest.article(documentOf(text, number), 'desk');
    const [page] = await store.statements.pages('article', [articleId], whole('POSITION_ASC'));
    const statement = page?.rows[0]?.node;
    if (statement === undefined) throw new Error(`Nobody says anything in “${text}”.`);
    const { speakerId, speakerStatus } = statement;
    if (speakerId !== null && speakerStatus === 'NAMED' && !letters.has(speakerId)) {
      letters.set(speakerId, 'ABCDEF'.charAt(letters.size));
    }
    speakers += speakerStatus === 'UNNAMED' ? '~' : (letters.get(speakerId ?? '') ?? '-');
  }
  const candidates = await store.identityCandidates.counts('all', [WHOLE_STORE], undefined);
  await store.close();
  return candidates[0] === 0 ? speakers : `${speakers}?`;
}

describe.each([
  ['the same full name', SAME_NAME],
  ['other names', OTHER_NAMES],
  ['surnames', SURNAMES],
  ['sources without a name', SOURCES],
])('whom %s mean across articles', (_, cases) => {
  test.each(cases)('%s: %s %s %s', async (expected, ...articles) => {
    expect(await speakersOf(articles.filter((text) => text !== undefined))).toBe(expected);
  });
});
