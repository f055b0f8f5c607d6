import { nameKey } from '../../src/domain/names.js';
import type { Stretch } from '../../src/domain/span.js';
import type { DateExpression, ExtractedStatement, Extraction } from '../../src/extraction/extraction.js';
import { contentOverlap, isSameContent, isSameCue, isSameQuotation, isSameSource } from './compare-spans.js';
import type { ExpectedDate, ExpectedStatement, ExtractionCase } from './read-cases.js';

/** What of a statement is compared. */
export type ComparedField = (typeof COMPARED_FIELDS)[number];

const COMPARED_FIELDS = [
  'content',
  'source',
  'cue',
  'kind',
  'force',
  'speaker',
  'medium',
  'said',
  'parent',
  'quotations',
] as const;

export interface ComparisonOptions {
  /** All of them where nothing is given. `speaker` stands for status and candidates as well. */
  readonly fields?: readonly ComparedField[];
}

type Key = string;
type Id = string;

/** A case’s keys beside the engine’s ids that mean the same. */
type Pairs = ReadonlyMap<Key, Id>;

/**
 * Compares the statements that the engine finds with those a case expects, as a whole: each found once, with all of its
 * fields, and nothing else. Gives what differs, a readable line for each difference. How far spans may differ is said in
 * compare-spans.ts.
 */
export function compareStatements(
  expected: ExtractionCase,
  found: Extraction,
  { fields = COMPARED_FIELDS }: ComparisonOptions = {},
): string[] {
  const speakers = pairSpeakers(expected, found);
  const statements = pairStatements(expected, found, speakers);
  const comparison: Comparison = { expected, found, speakers, statements };
  const differences: string[] = [];
  for (const [key, statement] of expected.statements) {
    const same = found.statements.find(({ id }) => id === statements.get(key));
    if (same === undefined) differences.push(`${key} is missing: ${inWords(statement, expected.text)}`);
    else for (const field of fields) differences.push(...differencesIn(field, key, statement, same, comparison));
  }
  const paired = new Set(statements.values());
  for (const statement of found.statements) {
    if (!paired.has(statement.id)) differences.push(`too many: ${inWords(statement, expected.text)}`);
  }
  return differences;
}

/** Which of the engine’s statements each of the case’s is: the case’s keys beside the engine’s ids. */
export function pairedStatements(expected: ExtractionCase, found: Extraction): Pairs {
  return pairStatements(expected, found, pairSpeakers(expected, found));
}

interface Comparison {
  readonly expected: ExtractionCase;
  readonly found: Extraction;
  readonly speakers: Pairs;
  readonly statements: Pairs;
}

function differencesIn(
  field: ComparedField,
  key: Key,
  expected: ExpectedStatement,
  found: ExtractedStatement,
  comparison: Comparison,
): string[] {
  const { text } = comparison.expected;
  const [wanted, got] = {
    content: () =>
      isSameContent(text, expected.content, found.content) ? SAME : inText(text, expected.content, found.content),
    source: () =>
      isSameSource(text, expected.source, found.source, sourcesTogether(expected, comparison.expected))
        ? SAME
        : inText(text, expected.source, found.source),
    cue: () => (isSameCue(text, expected.cue, found.cue) ? SAME : inText(text, expected.cue, found.cue)),
    kind: () => [expected.kind, found.kind],
    force: () => [expected.force, found.force],
    speaker: () => speakersOf(expected, found, comparison),
    medium: () => [expected.medium ?? 'none', found.medium ?? 'none'],
    said: () => [dateInWords(text, expected.said), foundDateInWords(text, found.said)],
    parent: () => [
      expected.parent ?? 'none',
      found.parent === null ? 'none' : keyOf(found.parent, comparison.statements),
    ],
    quotations: () => quotationsOf(expected, found, comparison),
  }[field]();
  return wanted === got ? [] : [`${key} ${field}: expected ${wanted}, found ${got}`];
}

const SAME = ['', ''] as const;

function inText(text: string, expected: readonly Stretch[], found: readonly Stretch[]) {
  return [spansInWords(text, expected), spansInWords(text, found)] as const;
}

/** The sources of all statements with the same cue and content. */
function sourcesTogether(statement: ExpectedStatement, { statements }: ExtractionCase): Stretch[] {
  const places = (spans: readonly Stretch[]) => spans.map(({ start, end }) => `${start}–${end}`).join();
  return [...statements.values()]
    .filter(
      ({ cue, content }) =>
        places(cue) === places(statement.cue) && places(content) === places(statement.content) && cue.length > 0,
    )
    .flatMap(({ source }) => source);
}

function speakersOf(expected: ExpectedStatement, found: ExtractedStatement, { speakers }: Comparison) {
  const described = (status: string, speaker: string | null, candidates: readonly string[]) =>
    [status, speaker ?? '', ...[...candidates].sort()].filter((words) => words !== '').join(' ');
  return [
    described(expected.status, expected.speaker, expected.candidates),
    described(
      found.speakerStatus,
      found.speaker === null ? null : keyOf(found.speaker, speakers),
      found.candidates.map((id) => keyOf(id, speakers)),
    ),
  ] as const;
}

function quotationsOf(
  expected: ExpectedStatement,
  found: ExtractedStatement,
  { expected: { text }, statements }: Comparison,
) {
  const left = [...found.quotations];
  const missing = expected.quotations.filter(({ span, wordsOf }) => {
    const at = left.findIndex(
      (quotation) => isSameQuotation(text, span, quotation.span) && keyOf(quotation.wordsOf, statements) === wordsOf,
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const listed = (quotations: readonly { span: Stretch; wordsOf: string }[]) =>
    quotations.map(({ span, wordsOf }) => `“${text.slice(span.start, span.end)}” by ${wordsOf}`).join(', ') || 'none';
  return [
    listed(missing),
    listed(left.map(({ span, wordsOf }) => ({ span, wordsOf: keyOf(wordsOf, statements) }))),
  ] as const;
}

/** A date without the preposition before it, with its days and their precision. */
function dateInWords(text: string, said: ExpectedDate | null): string {
  if (said === null) return 'none';
  const { from, to, precision } = said.date ?? { from: null, to: null, precision: null };
  const words = text.slice(said.span.start, said.span.end);
  return `“${words.replace(/^(?:on|in|at|by|during)\s+/iu, '')}” ${from} to ${to} ${precision}`;
}

function foundDateInWords(text: string, said: DateExpression | null): string {
  if (said === null) return 'none';
  const { span, from, to, precision } = said;
  if (precision === null) return dateInWords(text, { span, date: null });
  return dateInWords(text, { span, date: { from, to, precision, span: null } });
}

/** Which of the engine’s speakers each of the case’s is: by name or description, and by where they are mentioned. */
function pairSpeakers({ people, organizations, sources, text }: ExtractionCase, found: Extraction): Pairs {
  const named = (expected: ReadonlyMap<Key, { name: string; mentions: readonly Stretch[] }>) =>
    [...expected].map(([key, { name, mentions }]) => ({ key, name, mentions }));
  const described = [...sources].map(([key, { description, mentions }]) => {
    const at = text.indexOf(description);
    const first = at < 0 ? [] : [{ start: at, end: at + description.length }];
    return { key, name: description, mentions: mentions.length > 0 ? mentions : first };
  });
  return new Map([
    ...pairByLikeness(named(people), found.people, likeness),
    ...pairByLikeness(named(organizations), found.organizations, likeness),
    ...pairByLikeness(
      described,
      found.unnamedSources.map(({ description, ...source }) => ({ ...source, name: description })),
      likeness,
    ),
  ]);
}

interface Mentioned {
  readonly name: string;
  readonly mentions: readonly Stretch[];
}

function likeness(expected: Mentioned, found: Mentioned): number {
  const shared = expected.mentions.filter((a) => found.mentions.some((b) => a.start < b.end && b.start < a.end)).length;
  return (withoutArticle(expected.name) === withoutArticle(found.name) ? 2 : 0) + Math.min(shared, 1);
}

function withoutArticle(name: string): string {
  return nameKey(name).replace(/^(?:the|an?) /u, '');
}

/** Which of the engine’s statements each of the case’s is: those whose content, cue and speaker have most in common. */
function pairStatements({ statements, text }: ExtractionCase, found: Extraction, speakers: Pairs): Pairs {
  const expected = [...statements].map(([key, statement]) => ({ key, ...statement }));
  return pairByLikeness(expected, found.statements, (a, b) => {
    const overlap = contentOverlap(text, a.content, b.content);
    const sameCue = isSameCue(text, a.cue, b.cue);
    if (overlap < 0.3 && !(sameCue && a.cue.length > 0)) return 0;
    const sameSpeaker = b.speaker !== null && a.speaker !== null && speakers.get(a.speaker) === b.speaker;
    return overlap * 4 + (sameCue ? 3 : 0) + (sameSpeaker ? 1 : 0);
  });
}

/** Pairs one to one, the likest first; what has nothing in common stays single. */
function pairByLikeness<E extends { readonly key: Key }, F extends { readonly id: Id }>(
  expected: readonly E[],
  found: readonly F[],
  like: (expected: E, found: F) => number,
): Map<Key, Id> {
  const pairs = expected
    .flatMap((a) => found.map((b) => ({ key: a.key, id: b.id, likeness: like(a, b) })))
    .filter((pair) => pair.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const paired = new Map<Key, Id>();
  const taken = new Set<Id>();
  for (const { key, id } of pairs) {
    if (paired.has(key) || taken.has(id)) continue;
    paired.set(key, id);
    taken.add(id);
  }
  return paired;
}

function keyOf(id: Id, pairs: Pairs): Key {
  return [...pairs].find(([, paired]) => paired === id)?.[0] ?? `${id} (which the case does not have)`;
}

function inWords(
  { source, cue, content }: Pick<ExpectedStatement, 'source' | 'cue' | 'content'>,
  text: string,
): string {
  return `source ${spansInWords(text, source)}, cue ${spansInWords(text, cue)}, content ${spansInWords(text, content)}`;
}

function spansInWords(text: string, spans: readonly Stretch[]): string {
  return spans.length === 0 ? 'none' : spans.map(({ start, end }) => `“${text.slice(start, end)}”`).join(' + ');
}
