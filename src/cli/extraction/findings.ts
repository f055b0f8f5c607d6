import type {
  DateExpression,
  ExtractedStatement,
  ExtractedStatistic,
  Extraction,
} from '../../extraction/extraction.js';
import { BOLD, DIM, type Page, shownText, wrapped } from './terminal-text.js';

/** How much of a statement the list repeats, in characters. */
const LONGEST_CONTENT = 240;

/** The lines of the list of all that is found in a text; sections of which there is nothing are left out. */
export function findings(text: string, found: Extraction, page: Page): string[] {
  const names = namesOf(found);
  const entries: readonly (readonly [title: string, entries: readonly Entry[]])[] = [
    ['Statements', found.statements.map((statement) => statementEntry(text, statement, found, names))],
    ['People', found.people.map((person) => ({ id: person.id, lines: [personLine(person, names)] }))],
    ['Organizations', found.organizations.map(({ id, ...rest }) => ({ id, lines: [organizationLine(rest)] }))],
    ['Places', found.places.map(({ id, name }) => ({ id, lines: [name] }))],
    [
      'Sources without a name',
      found.unnamedSources.map((source) => ({ id: source.id, lines: [sourceLine(source, names)] })),
    ],
    ['Figures', found.quantities.map((_, index) => figureEntry(text, index, found, names))],
    ['Relations', found.relations.map((relation) => ({ id: relation.from, lines: [relationLine(text, relation)] }))],
    [
      'Names that stay open',
      found.unresolved.map(({ span, candidates }) => ({
        id: '?',
        lines: [openName(text.slice(span.start, span.end), candidates, names)],
      })),
    ],
  ];
  return entries.filter(([, list]) => list.length > 0).flatMap(([title, list]) => section(title, list, page));
}

/** One thing that is found: its id, and what is said of it, line by line. */
interface Entry {
  readonly id: string;
  readonly lines: readonly string[];
}

type Names = ReadonlyMap<string, string>;

function namesOf({ people, organizations, places, topics, unnamedSources }: Extraction): Names {
  return new Map([
    ...[...people, ...organizations, ...places, ...topics].map(({ id, name }) => [id, name] as const),
    ...unnamedSources.map(({ id, description }) => [id, description] as const),
  ]);
}

function section(title: string, entries: readonly Entry[], { paint, width }: Page): string[] {
  const indent = Math.max(...entries.map(({ id }) => id.length)) + 2;
  const lines = entries.flatMap(({ id, lines: said }) => {
    const [first = '', ...rest] = said.map(shownText);
    const [head = '', ...tail] = wrapped(first, width - indent);
    const more = rest.flatMap((line) => wrapped(line, width - indent).map((part) => paint(DIM, part)));
    return [paint(DIM, id.padEnd(indent)) + head, ...[...tail, ...more].map((line) => ' '.repeat(indent) + line)];
  });
  return ['', paint(BOLD, `${title} (${entries.length})`), ...lines];
}

function statementEntry(text: string, statement: ExtractedStatement, found: Extraction, names: Names): Entry {
  const { id, kind, force, content, cue, medium, said, about, confidence } = statement;
  const words = (spans: ExtractedStatement['content']) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const facts = [
    cue.length > 0 && `“${words(cue)}”`,
    inWords(force),
    inWords(kind),
    medium && `medium: ${inWords(medium)}`,
    said && dateInWords(said),
    about.length > 0 && `about ${about.map((subject) => nameIn(names, subject)).join(', ')}`,
    `confidence ${confidence.toFixed(2)}`,
  ];
  const chain = chainOf(statement, found);
  return {
    id,
    lines: [
      `${speakerOf(statement, names)}: ${shortened(words(content))}`,
      facts.filter((fact) => fact !== false && fact !== null).join(' · '),
      ...(chain.length > 1
        ? [`chain: ${chain.map((link) => `${speakerOf(link, names)} (${link.id})`).join(' › ')}`]
        : []),
    ],
  };
}

/** From the outermost report down to a statement. */
function chainOf(statement: ExtractedStatement, { statements }: Extraction): ExtractedStatement[] {
  const chain = [statement];
  for (;;) {
    const parent = statements.find(({ id }) => id === chain[0]?.parent);
    if (parent === undefined || chain.includes(parent)) return chain;
    chain.unshift(parent);
  }
}

function speakerOf({ speaker, speakerStatus, candidates }: ExtractedStatement, names: Names): string {
  if (speakerStatus === 'AMBIGUOUS')
    return `either ${candidates.map((candidate) => nameIn(names, candidate)).join(' or ')}`;
  return speaker === null ? 'nobody named' : nameIn(names, speaker);
}

function personLine({ name, aliases, roles, relationships }: Extraction['people'][number], names: Names): string {
  const facts = [
    ...roles.map(
      ({ title, organization }) => title + (organization === null ? '' : ` (${nameIn(names, organization)})`),
    ),
    ...relationships.map(({ kind, to }) => `${inWords(kind)}: ${nameIn(names, to)}`),
  ];
  return named(name, aliases) + (facts.length > 0 ? ` · ${facts.join(' · ')}` : '');
}

function organizationLine({ name, aliases, kind }: Omit<Extraction['organizations'][number], 'id'>): string {
  return `${named(name, aliases)} · ${inWords(kind)}`;
}

function sourceLine(source: Extraction['unnamedSources'][number], names: Names): string {
  const { description, kind, plural, affiliation } = source;
  const facts = [
    description,
    inWords(kind),
    plural && 'several',
    affiliation !== null && `of ${nameIn(names, affiliation)}`,
  ];
  return facts.filter((fact) => fact !== false).join(' · ');
}

function figureEntry(text: string, index: number, { quantities, statistics }: Extraction, names: Names): Entry {
  const quantity = quantities[index];
  if (quantity === undefined) return { id: '', lines: [] };
  const { span, value, upperValue, unit, comparator, about } = quantity;
  const amount = upperValue === null ? String(value) : `${value}–${upperValue}`;
  const reading = `${comparator} ${amount}${unit === '-' ? '' : ` ${unit}`}`;
  return {
    id: String(index + 1),
    lines: [
      `“${text.slice(span.start, span.end)}” ${reading}${about === '' ? '' : ` · ${about}`}`,
      ...statistics.filter(({ quantity: of }) => of === index).map((statistic) => statisticLine(statistic, names)),
    ],
  };
}

function statisticLine(statistic: ExtractedStatistic, names: Names): string {
  const { metric, subject, place, asOf, claimedBy, statement, confidence } = statistic;
  const facts = [
    metric,
    subject,
    place && `in ${nameIn(names, place)}`,
    asOf && dateInWords(asOf),
    `claimed by ${claimedBy === null ? 'the article' : nameIn(names, claimedBy)}${statement === null ? '' : ` (${statement})`}`,
    `confidence ${confidence.toFixed(2)}`,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function relationLine(text: string, { kind, to, span, confidence }: Extraction['relations'][number]): string {
  const words = span === null ? '' : ` · “${text.slice(span.start, span.end)}”`;
  return `${inWords(kind)} ${to}${words} · confidence ${confidence.toFixed(2)}`;
}

function openName(name: string, candidates: readonly string[], names: Names): string {
  if (candidates.length === 0) return `“${name}” · nobody the text introduces`;
  return `“${name}” · either ${candidates.map((candidate) => nameIn(names, candidate)).join(' or ')}`;
}

function named(name: string, aliases: readonly string[]): string {
  return aliases.length === 0 ? name : `${name} (also ${aliases.join(', ')})`;
}

function nameIn(names: Names, id: string): string {
  return names.get(id) ?? id;
}

function dateInWords({ from, to }: DateExpression): string {
  if (from === to) return from ?? 'on a day that stays open';
  if (from === null) return `until ${to}`;
  return to === null ? `since ${from}` : `${from} to ${to}`;
}

/** The word for a value of a list: WRITTEN_STATEMENT is “written statement”. */
function inWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

/** Text without its middle where it is long. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST_CONTENT) return text;
  const half = LONGEST_CONTENT / 2;
  return `${characters.slice(0, half).join('').trimEnd()} […] ${characters.slice(-half).join('').trimStart()}`;
}
