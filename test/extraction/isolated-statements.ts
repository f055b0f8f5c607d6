import type { Stretch } from '../../src/domain/span.js';
import type { Speakers } from '../../src/extraction/entities/entities.js';
import type { Attribution, DateExpression, Extraction } from '../../src/extraction/extraction.js';
import { segment } from '../../src/extraction/segmentation.js';
import { assembleStatements } from '../../src/extraction/statements/assemble-statements.js';
import { findChains } from '../../src/extraction/statements/chains/find-chains.js';
import { asExtracted, expectedEntities } from './expected-extraction.js';
import type { ExpectedStatement, ExtractionCase } from './read-cases.js';

/**
 * The statements that are made of some of a case’s attributions, with its people, sources and dates as they are expected:
 * what the stages before would give if they made no mistake. The spans of what is reported within are not given.
 */
export function isolatedExtraction(
  expected: ExtractionCase,
  isGiven: (statement: ExpectedStatement) => boolean,
): Extraction {
  const document = segment(expected.text);
  const entities = expectedEntities(expected);
  const given = [...expected.statements.values()].filter(isGiven);
  const links = findChains(
    document,
    given.filter(isFirstOfItsKind).map((statement) => asAttribution(statement, given)),
  );
  const statements = assembleStatements(document, links, {
    dates: datesOf(expected),
    named: [...entities.people, ...entities.organizations, ...entities.places],
    speakersOf: (attribution) => speakersOf(attribution, expected),
  });
  return { ...entities, statements };
}

/** Whether nobody in the text reports it. */
export function isOutermost({ parent }: ExpectedStatement): boolean {
  return parent === null;
}

function isFirstOfItsKind(statement: ExpectedStatement, at: number, all: readonly ExpectedStatement[]): boolean {
  return all.findIndex((other) => isSameAct(other, statement)) === at;
}

/** Whether two statements are one, or those of two speakers of one cue. */
function isSameAct(a: ExpectedStatement, b: ExpectedStatement): boolean {
  return a === b || (touches(a.cue, b.cue) && touches(a.content, b.content) && a.parent === b.parent);
}

/** The attribution that a statement comes from, whose source names all who speak in it. */
function asAttribution(statement: ExpectedStatement, all: readonly ExpectedStatement[]): Attribution {
  const sources = all.filter((other) => isSameAct(other, statement)).flatMap(({ source }) => source);
  const [start, end] = [Math.min(...sources.map((one) => one.start)), Math.max(...sources.map((one) => one.end))];
  const { cue, content } = statement;
  return { source: sources.length > 1 ? [{ start, end }] : sources, cue, content, confidence: 0.9 };
}

function datesOf({ statements }: ExtractionCase): DateExpression[] {
  return [...statements].flatMap(([id, statement]) => asExtracted(id, statement).said ?? []);
}

/** Those whom the case expects to speak with this cue or, where there is none, with this source. */
function speakersOf({ source, cue, content }: Attribution, { statements }: ExtractionCase): Speakers {
  const expected = [...statements.values()].filter((statement) =>
    cue.length > 0 ? touches(statement.cue, cue) : touches(statement.source, source) && statement.cue.length === 0,
  );
  const speaking = expected.filter((statement) => touches(statement.content, content));
  return {
    status: speaking[0]?.status ?? 'ABSENT',
    speakers: speaking.flatMap(({ speaker }) => speaker ?? []),
    candidates: speaking[0]?.candidates ?? [],
  };
}

function touches(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
}
