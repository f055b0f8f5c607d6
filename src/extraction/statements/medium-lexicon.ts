import { Medium } from '../../domain/statement.js';
import { formsOf, withS } from '../language/english/inflection.js';
import { MEDIUM_NOUNS, MEDIUM_VERBS } from '../language/english/media.js';

/** Nouns that name a medium, singular and plural, in small letters; some have two words. */
export const mediumNouns: ReadonlyMap<string, Medium> = listed(MEDIUM_NOUNS, (noun) => [noun, withS(noun)], /\|/u);

/** The last words of those that have two. */
export const mediumLastWords: ReadonlySet<string> = new Set(
  [...mediumNouns.keys()].filter((noun) => noun.includes(' ')).map((noun) => noun.slice(noun.indexOf(' ') + 1)),
);

/** Every form of the verbs that name their medium themselves. */
export const mediumVerbs: ReadonlyMap<string, Medium> = listed(MEDIUM_VERBS, formsOf, /\s/u);

function listed(
  lists: Readonly<Partial<Record<Medium, string>>>,
  forms: (word: string) => readonly string[],
  between: RegExp,
): Map<string, Medium> {
  return new Map(
    Object.values(Medium).flatMap((medium) =>
      (lists[medium] ?? '')
        .split(between)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        .flatMap((word) => forms(word).map((form): [string, Medium] => [form, medium])),
    ),
  );
}
