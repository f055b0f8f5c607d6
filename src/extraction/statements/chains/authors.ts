import type { Stretch } from '../../../domain/span.js';
import type { Document, Token } from '../../document.js';
import { AUTHOR_PREPOSITIONS } from '../../language/english/clauses.js';
import { isNominal, type Phrase, phraseBefore, phraseFrom } from './noun-phrase.js';
import { documentNouns } from './verb-frames.js';
import { groupStart } from './verb-group.js';
import { stretchesOf } from './word-sequence.js';

/** A document that the text speaks of, and the words that name whoever wrote it, where it does. */
export interface MentionedDocument {
  readonly noun: Token;
  readonly author: Stretch | null;
}

/** The document that the noun at a token names; null where it names none. */
export function documentAt({ tokens }: Document, index: number): MentionedDocument | null {
  const noun = tokens[index];
  if (noun === undefined || !isNominal(noun) || !documentNouns.has(noun.lower)) return null;
  return { noun, author: authorBehind(tokens, index) ?? authorBefore(tokens, index) };
}

/** “The letter from Ines Corder”, “a report by the council”; of “of”, only a name. */
function authorBehind(tokens: readonly Token[], noun: number): Stretch | null {
  const preposition = tokens[noun + 1]?.lower ?? '';
  if (!AUTHOR_PREPOSITIONS.has(preposition)) return null;
  const phrase = phraseFrom(tokens, noun + 2);
  if (phrase === null || (preposition === 'of' && tokens[phrase.end - 1]?.pos !== 'PROPN')) return null;
  const name = nameBehind(tokens, phrase.end);
  if (name !== null && tokens[phrase.end - 1]?.pos === 'NOUN')
    return stretchesOf(tokens, name.first, name.end)[0] ?? null;
  return stretchesOf(tokens, phrase.first, withoutParticiple(tokens, phrase))[0] ?? null;
}

/** Where a name ends that a participle follows: “a letter from Hugo Tarn offering to help”. */
function withoutParticiple(tokens: readonly Token[], { first, end }: Phrase): number {
  const [name, last] = [tokens[end - 2], tokens[end - 1]];
  const isParticiple = last !== undefined && /^\p{Ll}+ing$/u.test(last.text);
  return isParticiple && end - first > 1 && /^\p{Lu}/u.test(name?.text ?? '') ? end - 1 : end;
}

/** The name in commas behind a noun: “the miller, Hugo Tarn,”. */
function nameBehind(tokens: readonly Token[], comma: number): Phrase | null {
  let end = comma + 1;
  while (end < comma + 5 && tokens[end]?.pos === 'PROPN' && /^\p{Lu}/u.test(tokens[end]?.text ?? '')) end++;
  const isName = tokens[comma]?.text === ',' && end > comma + 2 && tokens[end]?.text === ',';
  return isName ? { first: comma + 1, end } : null;
}

/** “Hugo Tarn’s letter”, “his letter”. */
function authorBefore(tokens: readonly Token[], noun: number): Stretch | null {
  let at = noun - 1;
  while (at > noun - 4 && (tokens[at]?.pos === 'ADJ' || tokens[at]?.pos === 'NOUN')) at--;
  const before = tokens[at];
  if (before === undefined) return null;
  if (/^(?:his|her|its|their)$/u.test(before.lower)) return { start: before.start, end: before.end };
  if (!/^[’'](?:s)?$/u.test(before.text)) return null;
  const phrase = phraseBefore(tokens, at);
  return phrase === null ? null : (stretchesOf(tokens, phrase.first, phrase.end)[0] ?? null);
}

/** How many tokens back a document that “it” or “the letter” means can stand. */
const FARTHEST = 60;

/**
 * The document that was spoken of last before a token, of any kind or with the same noun, within two sentences; with its
 * author, who for a letter can also be whoever “had written” before.
 */
export function documentBefore(document: Document, index: number, noun: string | null): MentionedDocument | null {
  let nearest: MentionedDocument | null = null;
  const sentence = document.tokens[index]?.sentence ?? 0;
  for (let at = index - 1; at >= Math.max(0, index - FARTHEST); at--) {
    if ((document.tokens[at]?.sentence ?? 0) < sentence - 2) break;
    const found = mentionAt(document, at, noun);
    if (found?.author != null) return found;
    nearest ??= found;
  }
  return nearest;
}

function mentionAt(document: Document, at: number, noun: string | null): MentionedDocument | null {
  const found = documentAt(document, at);
  if (found !== null && (noun === null || found.noun.lower === noun)) return found;
  const verb = document.tokens[at];
  if (noun !== 'letter' || verb === undefined || !/^(?:wrote|written)$/u.test(verb.lower)) return null;
  const author = writerBefore(document, at);
  return author === null ? null : { noun: verb, author };
}

/** The subject of a verb of writing or sending, auxiliaries aside. */
export function writerBefore({ tokens }: Document, verb: number): Stretch | null {
  const phrase = phraseBefore(tokens, groupStart(tokens, verb));
  return phrase === null ? null : (stretchesOf(tokens, phrase.first, phrase.end)[0] ?? null);
}
