import { expect } from 'vitest';
import type { Extraction } from '../../src/extraction/extraction.js';

/** Fails unless everything in an extraction fits its text and itself: spans are exact, ids lead somewhere, nothing reports itself. */
export function checkExtraction(text: string, found: Extraction): void {
  const wrong = [...badSpans(text, found), ...badReferences(found), ...badChains(found), ...badConfidences(found)];
  if (wrong.length > 0) expect.fail(`${wrong.slice(0, 20).join('\n')}\nin ${JSON.stringify(text.slice(0, 2000))}`);
}

/** Spans anywhere that do not lie in the text, are empty, or cut a character in two. */
function badSpans(text: string, found: Extraction): string[] {
  return stretchesIn(found, '').flatMap(({ path, start, end }) => {
    const isInside =
      Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;
    if (!isInside) return [`${path} is ${start}–${end} in a text of ${text.length}`];
    return [start, end].filter((at) => cutsCharacter(text, at)).map((at) => `${path} cuts a character in two at ${at}`);
  });
}

interface FoundStretch {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function stretchesIn(value: unknown, path: string): FoundStretch[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value) return [{ path, start: Number(value.start), end: Number(value.end) }];
  return Object.entries(value).flatMap(([key, inner]) => stretchesIn(inner, `${path}/${key}`));
}

function cutsCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Ids that are given twice, and references to ids that are not given. */
function badReferences(found: Extraction): string[] {
  const people = idsOf(found.people);
  const organizations = idsOf(found.organizations);
  const places = idsOf(found.places);
  const statements = idsOf(found.statements);
  const speakers = new Set([...people, ...organizations, ...idsOf(found.unnamedSources)]);
  const subjects = new Set([...speakers, ...places, ...idsOf(found.topics)]);
  const missing = (what: string, references: readonly (string | null)[], among: ReadonlySet<string>) =>
    references.filter((id) => id !== null && !among.has(id)).map((id) => `${what} is ${id}, which there is not`);
  return [
    ...idsGivenTwice(found),
    ...found.statements.flatMap(({ id, speaker, candidates, parent, about, quotations }) => [
      ...missing(`a speaker of ${id}`, [speaker, ...candidates], speakers),
      ...missing(`the parent of ${id}`, [parent], statements),
      ...missing(`what ${id} is about`, about, subjects),
      ...missing(
        `whose words ${id} quotes`,
        quotations.map(({ wordsOf }) => wordsOf),
        statements,
      ),
    ]),
    ...found.people.flatMap(({ id, roles, relationships }) => [
      ...missing(
        `the organization of a role of ${id}`,
        roles.map(({ organization }) => organization),
        organizations,
      ),
      ...missing(
        `a relation of ${id}`,
        relationships.map(({ to }) => to),
        people,
      ),
    ]),
    ...missing(
      'an affiliation',
      found.unnamedSources.map(({ affiliation }) => affiliation),
      organizations,
    ),
    ...found.unresolved.flatMap(({ candidates }) => missing('a candidate', candidates, subjects)),
    ...found.statistics.flatMap(({ place, claimedBy, statement, quantity }) => [
      ...missing('a figure’s place', [place], places),
      ...missing('a figure’s claimant', [claimedBy], speakers),
      ...missing('a figure’s statement', [statement], statements),
      ...(found.quantities[quantity] === undefined ? [`there is no quantity ${quantity}`] : []),
    ]),
    ...found.relations.flatMap(({ from, to }) => missing('an end of a relation', [from, to], statements)),
  ];
}

function idsOf(list: readonly { readonly id: string }[]): Set<string> {
  return new Set(list.map(({ id }) => id));
}

function idsGivenTwice({ statements, people, organizations, places, unnamedSources, topics }: Extraction): string[] {
  const seen = new Set<string>();
  return [...statements, ...people, ...organizations, ...places, ...unnamedSources, ...topics].flatMap(({ id }) => {
    if (seen.has(id)) return [`the id ${id} is given twice`];
    seen.add(id);
    return [];
  });
}

/** Statements that report themselves, and speakers that do not fit their status. */
function badChains({ statements }: Extraction): string[] {
  const parents = new Map(statements.map(({ id, parent }) => [id, parent]));
  return statements.flatMap(({ id, parent, speaker, speakerStatus, candidates, content }) => {
    const chain = new Set([id]);
    let at = parent;
    while (at !== null && !chain.has(at)) {
      chain.add(at);
      at = parents.get(at) ?? null;
    }
    const hasSpeaker = speakerStatus === 'NAMED' || speakerStatus === 'UNNAMED';
    return [
      ...(at === null ? [] : [`${id} reports itself`]),
      ...(content.length === 0 ? [`${id} has no content`] : []),
      ...(hasSpeaker === (speaker !== null) ? [] : [`${id} is ${speakerStatus}, and its speaker is ${speaker}`]),
      ...((speakerStatus === 'AMBIGUOUS') === candidates.length > 1
        ? []
        : [`${id} is ${speakerStatus} with the candidates ${candidates}`]),
    ];
  });
}

function badConfidences({ statements, statistics, relations }: Extraction): string[] {
  return [...statements, ...statistics, ...relations]
    .filter(({ confidence }) => !(confidence >= 0 && confidence <= 1))
    .map(({ confidence }) => `a confidence is ${confidence}`);
}
