import { nameKey } from '../../domain/names.js';
import { EITHER_NAMES } from '../language/english/given-names.js';
import { COMPANY_DEALINGS, KNOWN_ORGANIZATIONS } from '../language/english/organizations.js';
import type { Cast, OrganizationEntry } from './cast.js';
import { hasArticle, isKnownPlace, isNewsroomNamedBy, type NamedRun, textOf } from './name-kinds.js';
import { isGivenName } from './names.js';
import { type Naming, wordCount } from './naming.js';

/** Settles the full names of a text; gives back the runs that may stand for them. */
export function settleFullNames(naming: Naming, runs: readonly NamedRun[]): NamedRun[] {
  const alone = new Set(runs.filter((run) => wordCount(run) === 1).map(({ name }) => nameKey(name)));
  const organizations = runs
    .filter(({ kind }) => kind === 'ORGANIZATION')
    .toSorted((a, b) => wordCount(b) - wordCount(a));
  for (const run of organizations) introduceOrganization(naming, run);
  const rest = runs.filter((run) => !settleFullName(naming, run, alone));
  return rest.filter((run) => !settleUnexplained(naming, run));
}

function settleFullName(naming: Naming, run: NamedRun, alone: ReadonlySet<string>): boolean {
  if (run.kind === 'ORGANIZATION') {
    if (wordCount(run) > 1 || !naming.isBracketed(run)) settleOrganization(naming, run);
    return true;
  }
  if (wordCount(run) < 2 || !isFullName(naming, run, alone)) return false;
  mentionByName(naming, run);
  return true;
}

/** “Vermonter Bernie Sanders” is Bernie Sanders, where the text has named him so. */
function mentionByName(naming: Naming, run: NamedRun): void {
  const name = run.name.replace(/^\S+\s+(?=\S+\s)/u, '');
  const isKnown =
    name !== run.name &&
    run.title === null &&
    isGivenName(name.split(/\s+/u, 1)[0] ?? '') &&
    naming.cast.knowsPerson(name);
  if (!isKnown) naming.mentionPerson(naming.cast.person(run.name), run);
  else naming.mentionPerson(naming.cast.person(name), { ...run, name, firstToken: run.firstToken + 1 });
}

/** A name of a person by its words, or one whose last word stands alone elsewhere, or that has a title before it. */
function isFullName({ document, cast, descriptions }: Naming, run: NamedRun, alone: ReadonlySet<string>): boolean {
  if (run.kind === 'PERSON') return !isPartOfPlaceName(cast, run);
  if (run.kind !== 'UNKNOWN' || wordCount(run) > 3 || hasArticle(document, run)) return false;
  const lastWord = run.name.split(/\s+/u).at(-1) ?? '';
  if (isKnownPlace(lastWord)) return false;
  return alone.has(nameKey(lastWord)) || descriptions.ending.has(run.firstToken);
}

/** “Sandy Hook”, where the text also names Sandy Hook Elementary School. */
function isPartOfPlaceName(cast: Cast, { name }: NamedRun): boolean {
  const firstWord = name.split(/\s+/u, 1)[0] ?? '';
  return (
    EITHER_NAMES.has(firstWord) && cast.organizationsWith(firstWord).some((each) => each.name.startsWith(`${name} `))
  );
}

/** A name of several words that no word of it explains: a company, an organization that speaks, or somebody. */
function settleUnexplained(naming: Naming, run: NamedRun): boolean {
  if (wordCount(run) < 2 || (run.kind !== 'UNKNOWN' && run.kind !== 'LIKELY_PERSON')) return false;
  const speaks = naming.speaks(run);
  const isNamedThing = shortFormBehind(naming, run) !== undefined || (speaks && hasArticle(naming.document, run));
  if (isCompany(naming, run)) settleOrganization(naming, { ...run, organizationKind: 'COMPANY' });
  else if (run.kind === 'LIKELY_PERSON') naming.mentionPerson(naming.cast.person(run.name), run);
  else if (isNamedThing) settleOrganization(naming, run);
  else if (speaks && wordCount(run) <= 3) naming.mentionPerson(naming.cast.person(run.name), run);
  return true;
}

/** A company bears its founder’s family name before another word, or is dealt in. */
function isCompany({ document, cast }: Naming, run: NamedRun): boolean {
  const [firstWord = '', secondWord = ''] = run.name.split(/\s+/u);
  if (cast.organizationNamed(run.name) !== undefined) return true;
  const founders = cast.peopleNamed(firstWord).filter(({ name }) => name.endsWith(` ${firstWord}`));
  if (founders.length > 0 && cast.peopleNamed(secondWord).length === 0) return true;
  const before = document.tokens[run.firstToken - 1];
  return before !== undefined && COMPANY_DEALINGS.has(before.lower) && /s$/u.test(run.name);
}

/** Adds an organization, unless its name is the end of a longer one: “Daily News” after “New York Daily News”. */
function introduceOrganization(naming: Naming, run: NamedRun): void {
  if (naming.isBracketed(run)) return;
  const { cast, document } = naming;
  const { name, organizationKind } = run;
  const lastWord = name.split(/\s+/u).at(-1) ?? '';
  const isShort = !KNOWN_ORGANIZATIONS.has(name) && name.includes(' ');
  const longer = isShort ? cast.organizationsWith(lastWord).filter((each) => each.name.endsWith(` ${name}`)) : [];
  const [only, another] = longer;
  if (only !== undefined && another === undefined) {
    cast.nameOrganization(only, name);
    return;
  }
  const organization = cast.organization(name, organizationKind);
  const shortForm = shortFormBehind(naming, run);
  // Known by it from here on, so that the short form alone is no other organization, even where it is a known name.
  if (shortForm !== undefined) cast.nameOrganization(organization, textOf(document, shortForm, shortForm + 1));
}

function settleOrganization(naming: Naming, run: NamedRun): void {
  const organization = organizationCalled(naming, run);
  const shortForm = shortFormBehind(naming, run);
  if (shortForm !== undefined) {
    naming.cast.nameOrganization(organization, textOf(naming.document, shortForm, shortForm + 1));
  }
  const initials = initialsOf(run.name);
  if (initials.length > 1 && !naming.acronyms.has(initials)) naming.acronyms.set(initials, organization);
  const endToken = isNewsroomNamedBy(naming.document.tokens[run.endToken], run) ? run.endToken + 1 : run.endToken;
  naming.mention(organization, run, shortForm === undefined ? endToken : shortForm + 2);
}

/** “KCNA” for the Korean Central News Agency and the other way round, whichever the text has first. */
function organizationCalled({ cast }: Naming, { name, organizationKind }: NamedRun): OrganizationEntry {
  const known = cast.organizationNamed(name);
  if (known !== undefined && known.mentions.length > 0) return known;
  const isSame = (other: OrganizationEntry) =>
    other.kind === organizationKind &&
    other.mentions.length > 0 &&
    (initialsOf(other.name) === name || initialsOf(name) === other.name);
  const same = organizationKind === 'NEWS_AGENCY' ? cast.organizationsOf('NEWS_AGENCY').find(isSame) : undefined;
  if (same === undefined) return cast.organization(name, organizationKind);
  cast.nameOrganization(same, name);
  if (name.length <= same.name.length) return same;
  same.aliases.delete(name);
  same.aliases.add(same.name);
  same.name = name;
  return same;
}

/** The token of the short form in brackets behind a name: “(KCNA)”. */
function shortFormBehind({ document: { tokens } }: Naming, run: NamedRun): number | undefined {
  const { endToken, sentence } = run;
  const [open, inside, close] = [tokens[endToken], tokens[endToken + 1], tokens[endToken + 2]];
  if (run.kind === 'PLACE' || open?.text !== '(' || close?.text !== ')' || close.sentence !== sentence)
    return undefined;
  return /^(?=.*\p{Lu}.*\p{Lu})\p{Lu}[\p{L}\p{N}.&-]{1,12}$/u.test(inside?.text ?? '') ? endToken + 1 : undefined;
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
}
