import { StatementForce } from '../../domain/statement.js';
import { formsOf, withS } from '../language/english/inflection.js';
import {
  LIGHT_VERBS,
  NEGATIONS,
  REPORTING_ADJECTIVES,
  REPORTING_NOUNS,
  REPORTING_PHRASES,
  REPORTING_VERBS,
} from '../language/english/reporting-words.js';

/** A form of a word that reports. */
export interface ReportingWord {
  /** Its base form. */
  readonly base: string;
  readonly force: StatementForce;
}

/** Every form of the verbs that report, in small letters. */
export const reportingVerbs: ReadonlyMap<string, ReportingWord> = listed(REPORTING_VERBS, formsOf);

/** Nouns and adjectives that report, in small letters. */
export const reportingNouns: ReadonlyMap<string, ReportingWord> = new Map([
  ...listed(REPORTING_ADJECTIVES, (word) => [word]),
  ...listed(REPORTING_NOUNS, (word) => [word, withS(word)]),
]);

/** Every form of the verbs that lend their force to a noun. */
export const lightVerbs: ReadonlySet<string> = new Set(words(LIGHT_VERBS).flatMap(formsOf));

/** Words that turn a cue around. */
export const negations: ReadonlySet<string> = new Set(words(NEGATIONS));

/** A cue of several words. */
export interface ReportingPhrase {
  readonly words: readonly string[];
  readonly force: StatementForce;
}

/** Cues of several words, by their first word. */
export const reportingPhrases: ReadonlyMap<string, readonly ReportingPhrase[]> = Map.groupBy(
  Object.values(StatementForce).flatMap((force) =>
    (REPORTING_PHRASES[force] ?? '')
      .split('|')
      .map((phrase) => ({ words: words(phrase), force }))
      .filter((phrase) => phrase.words.length > 0),
  ),
  (phrase) => phrase.words[0] ?? '',
);

/** The words of a list that is written with white space between them. */
export function words(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== '');
}

function listed(
  lists: Readonly<Partial<Record<StatementForce, string>>>,
  forms: (word: string) => readonly string[],
): Map<string, ReportingWord> {
  const found = new Map<string, ReportingWord>();
  for (const force of Object.values(StatementForce)) {
    for (const base of words(lists[force] ?? '')) {
      for (const form of forms(base)) if (!found.has(form)) found.set(form, { base, force });
    }
  }
  return found;
}
