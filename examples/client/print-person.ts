import type {
  ArticleLineFragment,
  ChainLinkFragment,
  SpeakerNameFragment,
  StatementPageFragment,
} from './generated/operations.ts';
import type { Person } from './load-person.ts';

type Statement = StatementPageFragment['edges'][number]['node'];

/** A person's page as text. */
export function printPerson(person: Person): string {
  const { statements, statementsAbout, articles } = person;
  const facts = [
    ...(person.aliases.length > 0 ? [`Also called ${person.aliases.join(', ')}`] : []),
    ...(person.wikidata === null ? [] : [person.wikidata]),
  ];
  const lines = [
    ...[person.name, '='.repeat(person.name.length), ...facts],
    ...section('Roles', person.roles.map(printRole)),
    ...section('Relationships', person.relationships.map(printRelationship)),
    ...section(
      `Statements, the latest first (${statements.totalCount})`,
      statements.edges.map(({ node }) => printStatement(node)),
    ),
    ...section(
      `Said about ${person.name}, the latest first (${statementsAbout.totalCount})`,
      statementsAbout.edges.map(({ node }) => [node.text, printChain(node.chain), printArticle(node.article)]),
      statementsAbout.totalCount,
    ),
    ...section(
      `Articles, the latest first (${articles.totalCount})`,
      articles.edges.map(({ node, mentions }) => [
        `${node.publishedAt.slice(0, 10)}, ${printArticle(node)}`,
        `as ${unique(mentions.map(({ text }) => `“${text}”`)).join(', ')}`,
      ]),
      articles.totalCount,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** A headline and what is below it, an item of several lines each; `total` counts the items that were not fetched too. */
function section(title: string, items: readonly (readonly string[])[], total = items.length): string[] {
  if (items.length === 0) return [];
  const rows = items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...rest.map((line) => `  ${line}`)]);
  const missing = total - items.length;
  return ['', title, '-'.repeat(title.length), ...rows, ...(missing > 0 ? [`… and ${missing} more`] : [])];
}

function printRole({ title, organization, from, to }: Person['roles'][number]): string[] {
  const where = organization === null ? '' : `, ${organization.name}`;
  return [`${title}${where}${from === null && to === null ? '' : ` (${printDays(from, to)})`}`];
}

function printRelationship({ kind, person, evidence }: Person['relationships'][number]): string[] {
  const places = unique(evidence.map(({ text }) => `“${text}”`));
  return [`${sentenceCase(kind)}: ${person.name}`, ...(places.length > 0 ? [`as ${places.join(', ')}`] : [])];
}

function printStatement({ text, said, about, chain, article }: Statement): string[] {
  const subjects = unique(about.map(printReference));
  return [
    text,
    `${said === null ? 'undated' : printDays(said.from, said.to)}, ${printChain(chain)}`,
    ...(subjects.length > 0 ? [`about ${subjects.join(', ')}`] : []),
    printArticle(article),
  ];
}

/** Who reports whom, from the outermost report down to the statement. */
function printChain(chain: readonly ChainLinkFragment[]): string {
  return chain
    .map(
      (link) => `${printSpeaker(link)}${link.medium === null ? '' : ` (${sentenceCase(link.medium).toLowerCase()})`}`,
    )
    .join(' → ');
}

function printSpeaker({ speaker, speakerStatus, speakerCandidates }: ChainLinkFragment): string {
  if (speaker !== null) return nameOf(speaker);
  return speakerStatus === 'AMBIGUOUS' ? speakerCandidates.map(nameOf).join(' or ') : 'somebody';
}

/** The compiler knows which members the union has and what each of them was asked for. */
function nameOf(speaker: SpeakerNameFragment): string {
  switch (speaker.__typename) {
    case 'Person':
    case 'Organization':
      return speaker.displayName;
    case 'UnnamedSource':
      return `“${speaker.displayName}”${speaker.affiliation === null ? '' : ` of ${speaker.affiliation.name}`}`;
  }
}

/** What words refer to; the words themselves where the text leaves that open. */
function printReference({ subject, candidates, spans }: Statement['about'][number]): string {
  if (subject !== null) return subject.displayName;
  if (candidates.length > 0) return candidates.map(({ displayName }) => displayName).join(' or ');
  return spans.map(({ text }) => `“${text}”`).join(' … ');
}

function printArticle({ title, publisher }: ArticleLineFragment): string {
  return `${publisher.name}: ${title}`;
}

/** The first and the last day that a date can mean. */
function printDays(from: string | null, to: string | null): string {
  return from === to ? (from ?? 'undated') : `${from ?? '…'} to ${to ?? '…'}`;
}

/** `WRITTEN_STATEMENT` as “Written statement”. */
function sentenceCase(value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
