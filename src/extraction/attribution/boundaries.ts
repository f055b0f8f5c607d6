import type { Stretch } from '../../domain/span.js';
import type { Document, Token } from '../document.js';
import type { Attribution } from '../extraction.js';
import { TITLE_NOUNS } from '../language/english/titles.js';
import { tokenAt, tokensIn } from '../statements/token-search.js';
import { withoutDateline } from './dateline.js';

/** Mends where the sources of attributions begin. */
export function mendSource(document: Document, attribution: Attribution): Attribution {
  const [given, ...others] = attribution.source;
  if (given === undefined || others.length > 0) return attribution;
  const source = withoutRelative(document, withoutDateline(document, given));
  const behind = withoutOpeningPhrase(document, source);
  const start = startOfRelative(document, behind, attribution.cue[0]) ?? behind.start;
  if (start === given.start && source.end === given.end) return attribution;
  return { ...attribution, source: [{ start, end: source.end }] };
}

/** “An official who” is cut within what says more about the official. */
function withoutRelative({ text }: Document, { start, end }: Stretch): Stretch {
  const relative = /,?\s+(?:who|which)$/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start, end: end - relative };
}

/** How many words a phrase that opens a sentence has at most. */
const LONGEST_OPENING = 12;
const WEEKDAY: RegExp = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u;

/**
 * “In the statement Quill said” has no comma behind what opens it: who speaks is Quill. A phrase behind a preposition at the
 * beginning of a sentence ends before a name, or “the president”, that follows a noun, a day or “it”, but not a title.
 */
function withoutOpeningPhrase({ tokens, sentences, ...document }: Document, source: Stretch): Stretch {
  const { firstToken, endToken } = tokensIn({ tokens, sentences, ...document }, source);
  const sentence = sentences[tokens[firstToken]?.sentence ?? 0];
  if (sentence === undefined || firstToken !== sentence.firstToken + 1) return source;
  if (!/^(?:in|at|of|from|on|during|after|before)$/u.test(tokens[firstToken - 1]?.lower ?? '')) return source;
  for (let at = firstToken + 1; at < Math.min(endToken, firstToken + LONGEST_OPENING); at++) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (before === undefined || token === undefined || token.pos === 'PUNCT') return source;
    if ((isName(token) || token.pos === 'DET') && endsPhrase(before)) return { start: token.start, end: source.end };
  }
  return source;
}

function isName({ pos, text }: Token): boolean {
  return pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(text);
}

function endsPhrase({ pos, lower, lemma }: Token): boolean {
  if (WEEKDAY.test(lower) || lower === 'it') return true;
  return pos === 'NOUN' && !TITLE_NOUNS.has(lower) && !TITLE_NOUNS.has(lemma);
}

/** How far before a source its relative pronoun can stand. */
const FARTHEST_RELATIVE = 14;

/**
 * “A sailor who was mending nets beside him said”: what stands right before the verb ends a relative clause, and who speaks
 * is whom the clause tells of. Where the phrase before “who” begins; null where there is no such clause.
 */
function startOfRelative({ tokens, ...document }: Document, source: Stretch, cue: Stretch | undefined): number | null {
  const { firstToken, endToken } = tokensIn({ tokens, ...document }, source);
  if (cue === undefined || endToken !== tokenAt({ tokens, ...document }, cue.start)) return null;
  const sentence = tokens[firstToken]?.sentence;
  let hasVerb = false;
  for (let at = firstToken - 1; at > firstToken - FARTHEST_RELATIVE; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence || token.pos === 'PUNCT') return null;
    if (/^(?:that|when|if|because|while|as|whether|what)$/u.test(token.lower)) return null;
    if (token.lower === 'who') return hasVerb && isInClause(tokens, at, firstToken) ? startOfPhrase(tokens, at) : null;
    hasVerb ||= token.pos === 'VERB';
  }
  return null;
}

/** Whether the verb of the clause stands right behind “who”, adverbs and auxiliaries aside. */
function isInClause(tokens: readonly Token[], who: number, end: number): boolean {
  let at = who + 1;
  while (at < end && /^(?:AUX|ADV|PART)$/u.test(tokens[at]?.pos ?? '')) at++;
  return tokens[at]?.pos === 'VERB';
}

function startOfPhrase(tokens: readonly Token[], end: number): number | null {
  let at = end;
  while (/^(?:ADJ|NOUN|NUM|PROPN)$/u.test(tokens[at - 1]?.pos ?? '')) at--;
  if (at === end) return null;
  return (tokens[at - 1]?.pos === 'DET' ? tokens[at - 1] : tokens[at])?.start ?? null;
}

/** Where the second of two who speak with one verb begins: “one said that …, the other that …”. */
const ELIDED = /, (?:and |but |while )?(the other|another|the second) that /u;

/** Parts “one of whom said that it leaked, the other that it did not” into what each of the two says. */
export function splitElided({ text }: Document, attribution: Attribution): Attribution[] {
  const [content, ...others] = attribution.content;
  const [source] = attribution.source;
  if (content === undefined || others.length > 0 || source === undefined) return [attribution];
  if (!/^one\b/iu.test(text.slice(source.start, source.start + 4))) return [attribution];
  const elided = ELIDED.exec(text.slice(content.start, content.end));
  const other = elided?.[1];
  if (elided === null || other === undefined) return [attribution];
  const comma = content.start + elided.index;
  const start = text.indexOf(other, comma);
  const end = start + other.length;
  return [
    { ...attribution, content: [{ start: content.start, end: comma }] },
    { ...attribution, source: [{ start, end }], content: [{ start: end + 1, end: content.end }] },
  ];
}
