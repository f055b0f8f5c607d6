import type { Id } from '../../domain/identity.js';
import { utteranceId } from '../../domain/statement.js';
import type { Draft, StatementDraft, StatisticDraft } from './draft.js';
import type { SeedValue } from './seed-value.js';

/** A statement, and the brief it stands in. */
export interface Found {
  readonly draft: Draft;
  readonly statement: StatementDraft;
}

/** All briefs by their slugs, in which a statement of one can be found from another. */
export class Library {
  readonly #drafts: ReadonlyMap<string, Draft>;

  constructor(drafts: readonly Draft[]) {
    this.#drafts = new Map(drafts.map((draft) => [draft.slug, draft]));
  }

  /** The statement that a value refers to: `key` in the same brief, `slug#key` in another. */
  find(value: SeedValue, from: Draft): Found {
    const reference = value.text();
    const border = reference.indexOf('#');
    const slug = border === -1 ? from.slug : reference.slice(0, border);
    const draft = this.#drafts.get(slug);
    if (draft === undefined) {
      const slugs = [...this.#drafts.keys()].join(', ');
      throw value.error(`There is no brief “${slug}”; there are: ${slugs}.`);
    }
    return { draft, statement: statementOf(draft, value, reference.slice(border + 1)) };
  }

  /** The act of speech that a statement reports: its own, or that of the statement which its `utterance` refers to. */
  utteranceOf(found: Found, through: readonly StatementDraft[] = []): Id<'Utterance'> {
    const { draft, statement } = found;
    const reference = statement.fields.optional('utterance');
    if (reference === undefined) return utteranceId(statement.id);
    if (through.includes(statement))
      throw reference.error('These utterances refer to one another in a circle; leave one out.');
    return this.utteranceOf(this.find(reference, draft), [...through, statement]);
  }
}

/** The statement of a brief that a value names by its key. */
export function ownStatement(draft: Draft, value: SeedValue): StatementDraft {
  return statementOf(draft, value, value.text());
}

/** The figure of a brief that a value names by its key. */
export function ownStatistic(draft: Draft, value: SeedValue): StatisticDraft {
  const statistic = draft.statistics.get(value.text());
  if (statistic !== undefined) return statistic;
  const keys = [...draft.statistics.keys()].join(', ') || 'none';
  throw value.error(`There is no figure “${value.text()}” in the brief “${draft.slug}”, which has: ${keys}.`);
}

function statementOf(draft: Draft, value: SeedValue, key: string): StatementDraft {
  const statement = draft.statements.get(key);
  if (statement !== undefined) return statement;
  const keys = [...draft.statements.keys()].join(', ') || 'none';
  throw value.error(`There is no statement “${key}” in the brief “${draft.slug}”, which has: ${keys}.`);
}
