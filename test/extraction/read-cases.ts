import { DatePrecision, isDay, type ResolvedDate, resolvedDate } from '../../src/domain/dates.js';
import { InvariantError } from '../../src/domain/errors.js';
import type { Stretch } from '../../src/domain/span.js';
import { OrganizationKind, RelationshipKind, UnnamedSourceKind } from '../../src/domain/speaker.js';
import {
  Medium,
  SpeakerStatus,
  StatementForce,
  StatementKind,
  StatementRelationKind,
} from '../../src/domain/statement.js';
import { ChangeDirection, Comparator, StatisticMeasure } from '../../src/domain/statistic.js';
import { findEvery, findQuote } from '../../src/repository/seed/quote.js';
import { SeedError } from '../../src/repository/seed/seed-error.js';
import { parseSeedYaml, readSeedText } from '../../src/repository/seed/seed-file.js';
import type { SeedRecord, SeedValue } from '../../src/repository/seed/seed-value.js';
import { checkKinds, checkParents } from './check-statements.js';

/** A small text and the whole of what an engine has to find in it; every quotation is resolved to its place. */
export interface ExtractionCase {
  readonly name: string;
  /** The day that relative dates are resolved against. */
  readonly published: string | null;
  readonly text: string;
  readonly people: ReadonlyMap<string, ExpectedPerson>;
  readonly organizations: ReadonlyMap<string, ExpectedOrganization>;
  readonly places: ReadonlyMap<string, ExpectedPlace>;
  readonly sources: ReadonlyMap<string, ExpectedSource>;
  readonly statements: ReadonlyMap<string, ExpectedStatement>;
  readonly quantities: readonly ExpectedQuantity[];
  readonly statistics: readonly ExpectedStatistic[];
  readonly dates: readonly ExpectedDate[];
  readonly relations: readonly ExpectedRelation[];
  readonly unresolved: readonly Stretch[];
}

export interface ExpectedPerson extends ExpectedPlace {
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly relationships: readonly { readonly kind: RelationshipKind; readonly to: string }[];
}

export interface ExpectedOrganization extends ExpectedPlace {
  readonly kind: OrganizationKind | null;
  readonly aliases: readonly string[];
}

export interface ExpectedPlace {
  readonly name: string;
  readonly mentions: readonly Stretch[];
}

export interface ExpectedSource {
  readonly description: string;
  readonly kind: UnnamedSourceKind;
  readonly plural: boolean;
  readonly affiliation: string | null;
  readonly mentions: readonly Stretch[];
}

export interface ExpectedStatement {
  readonly content: readonly Stretch[];
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly kind: StatementKind;
  readonly force: StatementForce;
  readonly speaker: string | null;
  readonly status: SpeakerStatus;
  readonly candidates: readonly string[];
  readonly medium: Medium | null;
  readonly said: ExpectedDate | null;
  /** The key of the statement that reports this one. */
  readonly parent: string | null;
  readonly quotations: readonly { readonly span: Stretch; readonly wordsOf: string }[];
}

export interface ExpectedQuantity {
  readonly span: Stretch;
  readonly value: number;
  readonly upper: number | null;
  readonly unit: string;
  readonly change: string;
  readonly about: string;
}

export interface ExpectedStatistic {
  /** Which of the quantities it is; 1 for the first. */
  readonly quantity: number;
  readonly metric: string;
  readonly subject: string | null;
  readonly place: string | null;
  readonly asOf: ResolvedDate | null;
  readonly claimedBy: string | null;
  readonly statement: string | null;
  readonly comparator: Comparator;
  readonly measure: StatisticMeasure;
  readonly change: ChangeDirection;
}

/** A date expression; `date` is null where the text does not give what it would be resolved against. */
export interface ExpectedDate {
  readonly span: Stretch;
  readonly date: ResolvedDate | null;
}

export interface ExpectedRelation {
  readonly kind: StatementRelationKind;
  readonly from: string;
  readonly to: string;
  readonly span: Stretch | null;
}

const CHANGES = { '=': '=', '~': '~', '>': '>', '<': '<', up: 'up', down: 'down' } as const;
const CASE_FIELDS = [
  'name',
  'published',
  'text',
  'people',
  'organizations',
  'places',
  'sources',
  'statements',
  'quantities',
  'statistics',
  'dates',
  'relations',
  'unresolved',
] as const;
const STATEMENT_FIELDS = [
  'content',
  'source',
  'cue',
  'kind',
  'force',
  'speaker',
  'status',
  'candidates',
  'medium',
  'said',
  'parent',
  'quotations',
] as const;

/** Reads a file of cases; throws one error that names every case that cannot be used, with its line. */
export function readCases(path: string): ExtractionCase[] {
  return parseCases(path, readSeedText(path));
}

export function parseCases(path: string, yaml: string): ExtractionCase[] {
  const problems: string[] = [];
  const names = new Set<string>();
  const cases = parseSeedYaml(path, yaml)
    .items()
    .flatMap((value) => {
      try {
        return [readCase(value, names)];
      } catch (error) {
        if (!(error instanceof SeedError)) throw error;
        problems.push(error.message);
        return [];
      }
    });
  if (problems.length > 0) throw new InvariantError(problems.join('\n'));
  return cases;
}

type CaseRecord = SeedRecord<(typeof CASE_FIELDS)[number]>;
type Keyed<T> = ReadonlyMap<string, T>;

/** What is named in a case, which everything else in it refers to. */
interface Cast {
  readonly text: string;
  readonly people: Keyed<SeedValue>;
  readonly organizations: Keyed<SeedValue>;
  readonly places: Keyed<SeedValue>;
  readonly sources: Keyed<SeedValue>;
  readonly statements: Keyed<SeedValue>;
}

function readCase(value: SeedValue, names: Set<string>): ExtractionCase {
  const record = value.record(CASE_FIELDS);
  const name = record.required('name');
  if (names.has(name.text())) throw name.error(`Another case has the name “${name.text()}” already.`);
  names.add(name.text());
  const cast = readCast(record);
  const quantities = record.items('quantities').map((quantity) => readQuantity(quantity, cast.text));
  return {
    name: name.text(),
    published: readDay(record.optional('published')),
    text: cast.text,
    people: mapped(cast.people, (person) => readPerson(person, cast)),
    organizations: mapped(cast.organizations, (organization) => readOrganization(organization, cast)),
    places: mapped(cast.places, (place) => readPlace(place, cast)),
    sources: mapped(cast.sources, (source) => readSource(source, cast)),
    statements: readStatements(cast),
    quantities,
    statistics: record.items('statistics').map((statistic) => readStatistic(statistic, cast, quantities.length)),
    dates: record.items('dates').map((date) => readDate(date, cast.text)),
    relations: record.items('relations').map((relation) => readRelation(relation, cast)),
    unresolved: spans(record.items('unresolved'), cast.text),
  };
}

function readCast(record: CaseRecord): Cast {
  const textValue = record.required('text');
  const text = textValue.text();
  if (/[[\]]/u.test(text)) throw textValue.error('The text cannot have square brackets, which quotations need.');
  if (/\S\n\S/u.test(text))
    throw textValue.error('Put a blank line between paragraphs, and each paragraph on one line.');
  const cast: Cast = {
    text,
    people: keyed(record.optional('people')),
    organizations: keyed(record.optional('organizations')),
    places: keyed(record.optional('places')),
    sources: keyed(record.optional('sources')),
    statements: keyed(record.optional('statements')),
  };
  refuseSharedKeys(cast);
  return cast;
}

/** A speaker's key says alone what it is the key of. */
function refuseSharedKeys({ people, organizations, places, sources }: Cast): void {
  const seen = new Set<string>();
  for (const section of [people, organizations, places, sources]) {
    for (const [key, value] of section) {
      if (seen.has(key)) throw value.error(`The key “${key}” stands in two sections.`);
      seen.add(key);
    }
  }
}

function keyed(value: SeedValue | undefined): Keyed<SeedValue> {
  return new Map(value?.entries().map(({ key, value: entry }) => [key.text(), entry]));
}

function mapped<T>(values: Keyed<SeedValue>, read: (value: SeedValue) => T): Keyed<T> {
  return new Map([...values].map(([key, value]) => [key, read(value)]));
}

function readPerson(value: SeedValue, cast: Cast): ExpectedPerson {
  const record = value.record(['name', 'mentions', 'aliases', 'roles', 'relationships']);
  return {
    ...readNamed(record, cast),
    aliases: texts(record.items('aliases')),
    roles: texts(record.items('roles')),
    relationships: record.items('relationships').map((relationship) => {
      const fields = relationship.record(['kind', 'to']);
      return { kind: fields.required('kind').oneOf(RelationshipKind), to: keyIn(fields.required('to'), cast.people) };
    }),
  };
}

function readOrganization(value: SeedValue, cast: Cast): ExpectedOrganization {
  const record = value.record(['name', 'kind', 'aliases', 'mentions']);
  const kind = record.optional('kind')?.oneOf(OrganizationKind) ?? null;
  return { ...readNamed(record, cast), kind, aliases: texts(record.items('aliases')) };
}

function readPlace(value: SeedValue, cast: Cast): ExpectedPlace {
  return readNamed(value.record(['name', 'mentions']), cast);
}

function readNamed(record: SeedRecord<'name' | 'mentions'>, cast: Cast): ExpectedPlace {
  return { name: record.required('name').text(), mentions: mentions(record, cast.text) };
}

function readSource(value: SeedValue, cast: Cast): ExpectedSource {
  const record = value.record(['description', 'kind', 'plural', 'affiliation', 'mentions']);
  const affiliation = record.optional('affiliation');
  return {
    description: record.required('description').text(),
    kind: record.required('kind').oneOf(UnnamedSourceKind),
    plural: record.optional('plural')?.flag() ?? false,
    affiliation: affiliation === undefined ? null : keyIn(affiliation, cast.organizations),
    mentions: mentions(record, cast.text),
  };
}

function readStatements(cast: Cast): Keyed<ExpectedStatement> {
  const statements = mapped(cast.statements, (value) => readStatement(value, cast));
  for (const [key, value] of cast.statements) {
    value.attempt(() => {
      checkParents(key, statements);
      checkKinds(key, statements, cast.text);
    });
  }
  return statements;
}

function readStatement(value: SeedValue, cast: Cast): ExpectedStatement {
  const record = value.record(STATEMENT_FIELDS);
  record.required('source');
  record.required('cue');
  const said = record.optional('said');
  const parent = record.optional('parent');
  return {
    content: contentSpans(record.required('content'), cast.text),
    source: spans(record.items('source'), cast.text),
    cue: spans(record.items('cue'), cast.text),
    kind: record.required('kind').oneOf(StatementKind),
    force: record.optional('force')?.oneOf(StatementForce) ?? 'STATED',
    ...readSpeaker(value, record, cast),
    medium: record.optional('medium')?.oneOf(Medium) ?? null,
    said: said === undefined ? null : readDate(said, cast.text),
    parent: parent === undefined ? null : keyIn(parent, cast.statements),
    quotations: record.items('quotations').map((quotation) => {
      const fields = quotation.record(['text', 'wordsOf']);
      const span = spanOf(fields.required('text'), cast.text);
      return { span, wordsOf: keyIn(fields.required('wordsOf'), cast.statements) };
    }),
  };
}

type SpeakerFields = SeedRecord<'speaker' | 'status' | 'candidates' | 'source'>;

/** The speaker, whose kind says the status; a status that is written as well has to agree. */
function readSpeaker(value: SeedValue, record: SpeakerFields, cast: Cast) {
  const speakers = new Map([...cast.people, ...cast.organizations, ...cast.sources]);
  const speakerValue = record.optional('speaker');
  const speaker = speakerValue === undefined ? null : keyIn(speakerValue, speakers);
  const candidates = record.items('candidates').map((candidate) => keyIn(candidate, speakers));
  if (candidates.length === 1) throw value.error('Candidates are two or more.');
  if (speaker !== null && candidates.length > 0)
    throw value.error('A statement has a speaker or candidates, not both.');
  const status = statusOf(speaker, candidates, cast);
  const written = record.optional('status')?.oneOf(SpeakerStatus) ?? status;
  if (written !== status) throw value.error(`The status is ${status} with this speaker, not ${written}.`);
  if (status !== 'ABSENT' && record.items('source').length === 0) {
    throw value.error('Somebody speaks here, so “source” quotes the words that name them.');
  }
  return { speaker, status, candidates };
}

function statusOf(speaker: string | null, candidates: readonly string[], cast: Cast): SpeakerStatus {
  if (candidates.length > 0) return 'AMBIGUOUS';
  if (speaker === null) return 'ABSENT';
  return cast.sources.has(speaker) ? 'UNNAMED' : 'NAMED';
}

function readQuantity(value: SeedValue, text: string): ExpectedQuantity {
  const record = value.record(['text', 'value', 'upper', 'unit', 'change', 'about']);
  const about = record.required('about');
  if (about.text().split(/\s+/u).length > 8) throw about.error('What a quantity is about takes at most eight words.');
  return {
    span: spanOf(record.required('text'), text),
    value: record.required('value').number(),
    upper: record.optional('upper')?.number() ?? null,
    unit: record.required('unit').text(),
    change: record.required('change').oneOf(CHANGES),
    about: about.text(),
  };
}

function readStatistic(value: SeedValue, cast: Cast, quantities: number): ExpectedStatistic {
  const record = value.record([
    'quantity',
    'metric',
    'subject',
    'place',
    'asOf',
    'claimedBy',
    'statement',
    'comparator',
    'measure',
    'change',
  ]);
  const quantity = record.required('quantity');
  if (!Number.isInteger(quantity.number()) || quantity.number() < 1 || quantity.number() > quantities) {
    throw quantity.error(`quantity is the number of one of the ${quantities} quantities, 1 for the first.`);
  }
  const speakers = new Map([...cast.people, ...cast.organizations, ...cast.sources]);
  const asOf = record.optional('asOf');
  return {
    quantity: quantity.number(),
    metric: record.required('metric').text(),
    subject: record.optional('subject')?.text() ?? null,
    place: optionalKey(record.optional('place'), cast.places),
    asOf: asOf === undefined ? null : readDate(asOf, cast.text).date,
    claimedBy: optionalKey(record.optional('claimedBy'), speakers),
    statement: optionalKey(record.optional('statement'), cast.statements),
    comparator: record.required('comparator').oneOf(Comparator),
    measure: record.required('measure').oneOf(StatisticMeasure),
    change: record.required('change').oneOf(ChangeDirection),
  };
}

function readRelation(value: SeedValue, cast: Cast): ExpectedRelation {
  const record = value.record(['kind', 'from', 'to', 'text']);
  const text = record.optional('text');
  return {
    kind: record.required('kind').oneOf(StatementRelationKind),
    from: keyIn(record.required('from'), cast.statements),
    to: keyIn(record.required('to'), cast.statements),
    span: text === undefined ? null : spanOf(text, cast.text),
  };
}

/** A date; one without a first and a last day stays open, and has no precision either. */
function readDate(value: SeedValue, text: string): ExpectedDate {
  const record = value.record(['text', 'from', 'to', 'precision']);
  const span = spanOf(record.required('text'), text);
  const from = readDay(record.optional('from'));
  const to = readDay(record.optional('to'));
  const precision = record.optional('precision');
  if (from === null && to === null && precision === undefined) return { span, date: null };
  const exactly = record.required('precision').oneOf(DatePrecision);
  return { span, date: value.attempt(() => resolvedDate(from, to, exactly)) };
}

function readDay(value: SeedValue | undefined): string | null {
  if (value === undefined) return null;
  if (!isDay(value.text())) throw value.error(`${value.name} takes an existing day as YYYY-MM-DD.`);
  return value.text();
}

function contentSpans(value: SeedValue, text: string): Stretch[] {
  const found = spans(value.items(), text);
  if (found.length === 0) throw value.error('A statement has content.');
  found.forEach(({ start, end }, order) => {
    const words = text.slice(start, end);
    if (/^[\s“”"‘]|[\s“”"]$/u.test(words)) {
      throw value.error(`“${words}” has white space or a quotation mark at an end; leave it out.`);
    }
    const before = found[order - 1];
    if (before !== undefined && before.end > start) throw value.error('Content stands in the order of the text.');
    if (before !== undefined && !parted(text.slice(before.end, start))) {
      throw value.error(`Nothing parts “${words}” from the content before it; in YAML, text with a comma needs marks.`);
    }
  });
  return found;
}

/** Whether words, the end of a sentence or paragraph, or two marks stand between two stretches of content. */
function parted(between: string): boolean {
  return /[\p{L}\n.!?]|["”’']\s+["“‘']/u.test(between);
}

function mentions(record: SeedRecord<'mentions'>, text: string): Stretch[] {
  return record.items('mentions').flatMap((mention) => {
    if (!mention.isMapping()) return [spanOf(mention, text)];
    const every = mention.record(['every']).required('every');
    return every.attempt(() => findEvery(text, every.text()));
  });
}

function spans(values: readonly SeedValue[], text: string): Stretch[] {
  return values.map((value) => spanOf(value, text));
}

function spanOf(value: SeedValue, text: string): Stretch {
  return value.attempt(() => findQuote(text, value.text()));
}

function texts(values: readonly SeedValue[]): string[] {
  return values.map((value) => value.text());
}

function optionalKey(value: SeedValue | undefined, among: Keyed<SeedValue>): string | null {
  return value === undefined ? null : keyIn(value, among);
}

function keyIn(value: SeedValue, among: Keyed<SeedValue>): string {
  if (among.has(value.text())) return value.text();
  throw value.error(`${value.name} names “${value.text()}”, which is not among ${[...among.keys()].join(', ')}.`);
}
