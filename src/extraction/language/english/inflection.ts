import { IRREGULAR_VERBS } from './irregular-verbs.js';

/** All forms of an English verb, the base form first: “deny”, “denies”, “denied”, “denying”. */
export function formsOf(verb: string): readonly string[] {
  return [verb, withS(verb), ...(IRREGULAR_VERBS.get(verb) ?? [withEd(verb)]), withIng(verb)];
}

/** The plural of an English noun, by rule. */
export function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(word)) return `${word}es`;
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  if (word === 'go') return 'goes';
  return `${word}s`;
}

function withEd(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

function withIng(verb: string): string {
  if (/[^eoy]e$/u.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

/** Verbs that double their last consonant although they are not of the pattern “beg”: stressed on the last of two syllables, or with “qu”. */
const ALSO_DOUBLED = new Set('admit commit concur infer permit prefer quip quiz rebut refer regret'.split(' '));

function doubled(verb: string): string {
  const oneSyllable = /^[^aeiou]*[aeiou][bdgklmnprt]$/u.test(verb) && !/[kl]$/u.test(verb);
  return oneSyllable || ALSO_DOUBLED.has(verb) ? verb + (verb.at(-1) ?? '') : verb;
}
