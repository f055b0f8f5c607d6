import type { Document, Token } from '../document.js';
import type { Attribution } from '../extraction.js';
import { lastSpeakers } from './antecedents.js';
import type { SpeakerEntry } from './cast.js';
import type { Reading } from './reading.js';
import { tokensIn } from './source-phrase.js';

/** How far before a verb its subject is looked for, in tokens. */
const FARTHEST_SUBJECT = 40;
/** How many adverbs can stand between “and” and a verb, and one more. */
const MOST_ADVERBS = 4;

interface Subject {
  readonly at: number;
  readonly endToken: number;
}

/**
 * The subject that a verb without one of its own shares with the verb before: “She left but wrote that …”.
 * Undefined where the verb has no other before it, or the sentence begins with nobody who could speak.
 */
export function sharedSubject({ document, cast, open }: Reading, { cue: [cue] }: Attribution): Subject | undefined {
  if (cue === undefined) return undefined;
  const { firstToken: verb } = tokensIn(document, cue);
  if (!isCoordinated(document, verb) && !isParticiple(document, verb)) return undefined;
  const first = document.sentences[document.tokens[verb]?.sentence ?? 0]?.firstToken ?? verb;
  for (let at = Math.max(first, verb - FARTHEST_SUBJECT); at < verb; at++) {
    const isOpening = document.tokens[at - 1]?.pos !== 'ADP';
    const mention = cast.at(at);
    if (!isOpening) continue;
    if (mention?.firstToken === at) return { at, endToken: mention.endToken };
    if (open.has(at) || isSubject(document.tokens[at])) return { at, endToken: at + 1 };
  }
  return undefined;
}

/** Those whom a participle has for its subject: “…, she said, adding that …”. */
export function speakersOfParticiple(reading: Reading, { cue: [cue] }: Attribution): readonly SpeakerEntry[] {
  if (cue === undefined) return [];
  const { firstToken: verb } = tokensIn(reading.document, cue);
  const sentence = reading.document.tokens[verb]?.sentence;
  return sentence !== undefined && isParticiple(reading.document, verb) ? lastSpeakers(reading, sentence) : [];
}

function isParticiple({ tokens }: Document, verb: number): boolean {
  return /ing$/u.test(tokens[verb]?.lower ?? '') && tokens[verb - 1]?.text === ',';
}

/** Whether “and” or “but” stands before a verb, adverbs aside. */
function isCoordinated({ tokens }: Document, cue: number): boolean {
  const around = tokens.slice(Math.max(0, cue - MOST_ADVERBS), cue + MOST_ADVERBS);
  const verb = around.find(({ index, pos }) => index >= cue && pos !== 'ADV');
  const before = around.findLast(({ index, pos }) => index < cue && pos !== 'ADV');
  const isActive = verb?.pos === 'VERB' || verb?.lower === 'has' || verb?.lower === 'had';
  return isActive && before?.pos === 'CCONJ' && before.sentence === verb?.sentence;
}

function isSubject(token: Token | undefined): boolean {
  return token !== undefined && /^(?:he|she|it|they)$/u.test(token.lower);
}
