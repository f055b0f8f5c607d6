import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { violationsOf } from '../../domain/invariants.js';
import type { Provenance } from '../../domain/provenance.js';
import type { ArticleRecord } from '../../domain/record.js';
import { Anchor } from './anchor.js';
import { readBrief } from './brief.js';
import { type Cast, readCast } from './cast.js';
import { type Draft, draftStatements, draftStatistics } from './draft.js';
import { Library } from './library.js';
import { appearancesOf, readNaming } from './naming.js';
import { castOf } from './record-cast.js';
import { readRelationships, readRoles } from './roles.js';
import { SeedError } from './seed-error.js';
import { parseSeedYaml, readSeedText, seedFileNames } from './seed-file.js';
import type { SeedValue } from './seed-value.js';
import { readRelations, readStatements } from './statements.js';
import { readStatistics } from './statistics.js';

/** Where the seeds are that come with the package. */
export const PACKAGED_SEEDS = new URL('../../../seeds/', import.meta.url);

const CAST_FILE = 'cast.yaml';
const BRIEF_NAME = /^\d+-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)$/u;
const SECTIONS = ['mentions', 'sources', 'unresolved', 'roles', 'relationships', 'statements', 'statistics'] as const;

/**
 * Reads the seeds of a directory: `cast.yaml`, and briefs (`01-slug.md`) with their annotations (`01-slug.yaml`), in the
 * order of their names. The same files give the same records, whenever and wherever they are read; `recordedAt` is the
 * time in their provenance. Throws a SeedError for the first problem, with the file and line it is in.
 */
export function readSeeds(directory: string | URL, recordedAt: Date): ArticleRecord[] {
  const path = typeof directory === 'string' ? directory : fileURLToPath(directory);
  const briefs = briefNames(path);
  const cast = readCast(parseSeedFile(join(path, CAST_FILE)));
  const provenance = provenanceAt(recordedAt);
  const drafts = briefs.map(({ name, slug }) => readDraft(join(path, name), slug, cast, provenance));
  checkIdentities(drafts);
  const library = new Library(drafts);
  return drafts.map((draft) => readRecord(draft, library, provenance));
}

function provenanceAt(recordedAt: Date): Provenance {
  return {
    origin: 'SEED',
    agent: 'seeds',
    agentVersion: null,
    recordedAt,
    confidence: null,
    review: 'UNREVIEWED',
    reviewedBy: null,
    reviewedAt: null,
  };
}

/** The names of the briefs without their endings, in order; each has a text and annotations. */
function briefNames(directory: string): { name: string; slug: string }[] {
  const files = seedFileNames(directory);
  const slugs = new Map<string, string>();
  for (const file of files.filter(
    (name) => /\.(md|yaml|yml)$/u.test(name) && name !== CAST_FILE && name !== 'README.md',
  )) {
    const path = join(directory, file);
    const [name = '', ending = ''] = file.split(/\.(?=[a-z]+$)/u);
    const slug = BRIEF_NAME.exec(name)?.groups?.['slug'];
    if (slug === undefined || ending === 'yml') {
      throw new SeedError(
        path,
        null,
        'A brief is two files, 01-slug.md and 01-slug.yaml, named in small letters: rename it.',
      );
    }
    const twin = ending === 'md' ? `${name}.yaml` : `${name}.md`;
    if (!files.includes(twin)) {
      throw new SeedError(path, null, `A brief is two files, its text and its annotations: write ${twin} beside it.`);
    }
    const other = slugs.get(slug);
    if (other !== undefined && other !== name) {
      throw new SeedError(
        path,
        null,
        `${other} has the slug “${slug}” as well, by which briefs refer to each other: rename one.`,
      );
    }
    slugs.set(slug, name);
  }
  if (slugs.size === 0)
    throw new SeedError(directory, null, 'There are no briefs here: name a directory with 01-slug.md files.');
  return [...slugs].map(([slug, name]) => ({ name, slug }));
}

function parseSeedFile(path: string): SeedValue {
  return parseSeedYaml(path, readSeedText(path));
}

/** Reads a brief and its annotations as far as they need no other brief. */
function readDraft(path: string, slug: string, cast: Cast, provenance: Provenance): Draft {
  const brief = readBrief(`${path}.md`, cast);
  const file = parseSeedFile(`${path}.yaml`);
  const sections = file.record(SECTIONS);
  const anchor = new Anchor(brief.revision);
  return {
    slug,
    anchor,
    naming: readNaming(sections, brief, cast, anchor, provenance),
    file,
    sections,
    statements: draftStatements(sections.optional('statements'), brief.article.id, anchor),
    statistics: draftStatistics(sections.optional('statistics'), brief.article.id, anchor, cast),
  };
}

function checkIdentities(drafts: readonly Draft[]): void {
  const paths = new Map<string, string>();
  for (const {
    naming: { brief },
  } of drafts) {
    const other = paths.get(brief.article.id);
    if (other !== undefined) {
      throw new SeedError(
        brief.path,
        1,
        `The brief has the publisher and URL of ${other}, which makes it the same article.`,
      );
    }
    paths.set(brief.article.id, brief.path);
  }
}

function readRecord(draft: Draft, library: Library, provenance: Provenance): ArticleRecord {
  const { naming, sections, anchor } = draft;
  const { brief, cast } = naming;
  const placed = readRelations(draft, library, provenance);
  const facts = {
    roles: readRoles(sections.optional('roles'), cast, anchor),
    relationships: readRelationships(sections.optional('relationships'), cast, anchor),
    appearances: appearancesOf(naming),
    unnamedSources: [...naming.sources.values()],
    statements: readStatements(draft, library, provenance),
    statistics: readStatistics(draft, provenance),
    relations: placed.map(({ relation }) => relation),
    unresolved: [...naming.unresolved.values()],
  };
  const { publisher, topics, article, revision } = brief;
  const record = { publisher, article, revision, topics, ...castOf(facts, cast), ...facts };
  const [violation] = violationsOf(record);
  if (violation === undefined) return record;
  const keys = [...draft.statements.values(), ...draft.statistics.values()];
  const place =
    keys.find(({ id }) => id === violation.id)?.key ??
    placed.find(({ relation }) => relation.id === violation.id)?.value ??
    draft.file;
  throw place.error(violation.message);
}
