import type { Place } from '../../../domain/article.js';
import type { Figure } from '../figures.js';
import type { Organization } from '../world/organizations.js';
import type { Character } from '../world/people.js';

/** Somebody or something of the world that a text can name. */
export type Named =
  | { readonly kind: 'PLACE'; readonly entity: Place }
  | { readonly kind: 'ORGANIZATION'; readonly entity: Organization }
  | { readonly kind: 'PERSON'; readonly entity: Character['person'] };

/** A part of a clause: words, a name, words in quotation marks, or where a figure says what and when. */
export type Segment =
  | { readonly words: string }
  | { readonly name: string; readonly named: Named }
  | { readonly quoted: Clause }
  | { readonly figure: Figure; readonly number: string; readonly subject: string | null }
  | { readonly asOf: string };

/** What somebody says: composed before it is written, so that another article can write the same. */
export type Clause = readonly Segment[];
