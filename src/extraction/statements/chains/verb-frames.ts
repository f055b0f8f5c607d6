import {
  ADDRESSING_VERBS,
  BARE_CLAUSE_VERBS,
  CLAUSE_VERBS,
  DOCUMENT_VERBS,
  DOCUMENTS_WITHOUT_MEDIUM,
  NAMING_VERBS,
  OBJECT_VERBS,
  SPEAKING_VERBS,
  THINKING_VERBS,
} from '../../language/english/clauses.js';
import { formsOf, withS } from '../../language/english/inflection.js';
import { CARRYING_VERBS } from '../../language/english/media.js';
import { mediumNouns } from '../medium-lexicon.js';
import { words } from '../reporting-lexicon.js';

const formsIn = (list: string): ReadonlySet<string> => new Set(words(list).flatMap(formsOf));

/** Forms of verbs that take a clause with “that”. */
export const clauseVerbs: ReadonlySet<string> = formsIn(CLAUSE_VERBS);
/** Forms of verbs that take a clause without “that” as well. */
export const bareClauseVerbs: ReadonlySet<string> = formsIn(BARE_CLAUSE_VERBS);
/** Forms of verbs that take whom they are said to before their clause. */
export const addressingVerbs: ReadonlySet<string> = formsIn(ADDRESSING_VERBS);
/** Forms of verbs whose object alone is content. */
export const objectVerbs: ReadonlySet<string> = formsIn(OBJECT_VERBS);
/** Forms of verbs whose object is content where something of it is in quotation marks. */
export const namingVerbs: ReadonlySet<string> = formsIn(NAMING_VERBS);
/** Forms of verbs that words in quotation marks follow. */
export const speakingVerbs: ReadonlySet<string> = new Set([
  ...clauseVerbs,
  ...addressingVerbs,
  ...formsIn(SPEAKING_VERBS),
]);
/** Forms of verbs by which one thinks, of which others than the one who does rarely tell. */
export const thinkingVerbs: ReadonlySet<string> = formsIn(THINKING_VERBS);
/** Forms of verbs by which a document says something. */
export const documentVerbs: ReadonlySet<string> = new Set([...formsIn(DOCUMENT_VERBS), ...clauseVerbs]);
/** Forms of verbs by which one passes on what another says. */
export const carryingVerbs: ReadonlySet<string> = formsIn(CARRYING_VERBS);

const DOCUMENT_MEDIA: ReadonlySet<string> = new Set(['LETTER', 'WRITTEN_STATEMENT', 'REPORT', 'DOCUMENT']);

/** Nouns of what is written and can say something itself, singular and plural. */
export const documentNouns: ReadonlySet<string> = new Set([
  ...[...mediumNouns].filter(([, medium]) => DOCUMENT_MEDIA.has(medium)).map(([noun]) => noun),
  ...words(DOCUMENTS_WITHOUT_MEDIUM).flatMap((noun) => [noun, withS(noun)]),
]);
