import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Entities, findEntities } from '../../src/extraction/entities/entities.js';
import { extract } from '../../src/extraction/extract.js';
import type { Attribution } from '../../src/extraction/extraction.js';
import { segment } from '../../src/extraction/segmentation.js';
import { compareWhoIsWho, expectedNames, expectedWhoIsWho, foundNames, foundWhoIsWho } from './compare-entities.js';
import { compareStatements } from './compare-statements.js';
import { type ExpectedStatement, type ExtractionCase, readCases } from './read-cases.js';

const CASES = readCases(fileURLToPath(new URL('cases/coreference.yaml', import.meta.url)));
const NAMED_CASES = CASES.map((each) => [each.name, each] as const);

/** Cases that fail where the attributions are given; at most a tenth of the group. */
const KNOWN_FAILURES: ReadonlySet<string> = new Set();

/** Cases that fail where the whole engine reads the text; at most a tenth of the group. */
const KNOWN_FAILURES_FROM_TEXT: ReadonlySet<string> = new Set([
  'two witnesses introduced with the same words, then “the first” and “the second”',
  'a surname that is also a common word and begins a sentence',
]);

/** A case’s statements by the attribution that they come from: one for those that share all their spans. */
function statementsByAttribution({ statements }: ExtractionCase): Map<Attribution, ExpectedStatement[]> {
  const bySpans = new Map<string, ExpectedStatement[]>();
  for (const statement of statements.values()) {
    const spans = JSON.stringify([statement.source, statement.cue, statement.content]);
    bySpans.set(spans, [...(bySpans.get(spans) ?? []), statement]);
  }
  return new Map(
    [...bySpans.values()].map((same) => {
      const { source = [], cue = [], content = [] } = same[0] ?? {};
      return [{ source, cue, content, confidence: 1 }, same];
    }),
  );
}

function compareSpeakers(
  each: ExtractionCase,
  given: Map<Attribution, ExpectedStatement[]>,
  found: Entities,
): string[] {
  const [expectedName, foundName] = [expectedNames(each), foundNames(found)];
  return [...given].flatMap(([attribution, statements]) => {
    const who = found.speakersOf(attribution);
    const saidBy = statements.flatMap(({ speaker }) => (speaker === null ? [] : [expectedName(speaker)]));
    const candidates = statements.flatMap((statement) => statement.candidates.map(expectedName));
    const expected = inWords(statements[0]?.status, saidBy, candidates);
    const got = inWords(who.status, who.speakers.map(foundName), who.candidates.map(foundName));
    return expected === got ? [] : [`expected ${expected}, found ${got}`];
  });
}

function inWords(status: string | undefined, speakers: readonly string[], candidates: readonly string[]): string {
  return [status, ...[...speakers].sort(), ...(candidates.length > 0 ? ['among', ...[...candidates].sort()] : [])].join(
    ' ',
  );
}

describe('who is who, where the attributions are given', () => {
  it.each(NAMED_CASES)('%s', (name, each) => {
    const given = statementsByAttribution(each);
    const found = findEntities(segment(each.text), [...given.keys()]);
    const differences = [
      ...compareSpeakers(each, given, found),
      ...compareWhoIsWho(expectedWhoIsWho(each), foundWhoIsWho(each.text, found)),
    ];
    if (KNOWN_FAILURES.has(name)) expect(differences).not.toEqual([]);
    else expect(differences).toEqual([]);
  });

  it('fails in no more than a tenth of the group', () => {
    expect(KNOWN_FAILURES.size).toBeLessThanOrEqual(CASES.length / 10);
  });
});

describe('who is who, from the text alone', () => {
  it.each(NAMED_CASES)('%s', (name, each) => {
    const found = extract(each.text, { published: each.published });
    const differences = [
      ...compareStatements(each, found, { fields: ['speaker'] }).filter((line) => !isOfAttribution(line)),
      ...compareWhoIsWho(expectedWhoIsWho(each), foundWhoIsWho(each.text, found)),
    ];
    if (KNOWN_FAILURES_FROM_TEXT.has(name)) expect(differences).not.toEqual([]);
    else expect(differences).toEqual([]);
  });

  it('fails in no more than a tenth of the group', () => {
    expect(KNOWN_FAILURES_FROM_TEXT.size).toBeLessThanOrEqual(CASES.length / 10);
  });
});

/** Which statements there are is what the groups of attribution and nesting test; here it is who makes those found. */
function isOfAttribution(difference: string): boolean {
  return difference.startsWith('too many:');
}
