import type { ExtractedStatement } from '../extraction.js';
import { BEHIND_A_SIZE, TAKING_UP, UNREAL, VERBS_OF_DURATION } from '../language/english/claims.js';
import { TIME_UNITS } from '../language/english/units.js';
import type { FoundQuantity } from '../quantities/find-quantities.js';
import { adjoins, isHyphen, type Lexeme, wordAt } from '../quantities/lexeme.js';

/** How far a word reaches that makes its clause unreal, in words. */
const CLAUSE = 14;

/** Whether a figure says how things are, so that somebody else might say it differently. */
export function isClaim(text: string, found: FoundQuantity, carrier: ExtractedStatement | undefined): boolean {
  if (isInPassing(found) || isTakenUp(found) || isKin(found) || isOneOfThem(found) || !isAboutSomething(found))
    return false;
  if (carrier !== undefined && UNCLAIMED.has(carrier.force)) return false;
  return !isUnreal(found) && !isQuestion(text, found);
}

/** Who denies, asks or promises a figure does not claim that it is so. */
const UNCLAIMED: ReadonlySet<ExtractedStatement['force']> = new Set(['DENIED', 'ASKED', 'PROMISED']);

function isAboutSomething({ figure, concept }: FoundQuantity): boolean {
  if (figure.unit === 'count') return false;
  if (figure.unit !== null || figure.measure.number.form === 'SHARE') return true;
  return figure.change.direction !== 'NONE' && concept.subject.length > 0;
}

/** Sizes and durations that only describe: “a ten-minute ceremony”, “30 km north of the town”. */
function isInPassing({ lexemes, figure, concept }: FoundQuantity): boolean {
  const { measure, stop, start, unit } = figure;
  const { end } = measure.number;
  if (isHyphen(lexemes[end]) && adjoins(lexemes[end - 1], lexemes[end]) && wordAt(lexemes, end + 1) !== 'odd')
    return true;
  if (measure.kind !== 'MEASURE') return false;
  if (BEHIND_A_SIZE.has(wordAt(lexemes, stop))) return true;
  if (TIME_UNITS.has(unit ?? '')) return !isToldDuration(wordAt(lexemes, start - 1), wordAt(lexemes, start - 2));
  return concept.behind[0]?.first === stop;
}

/** “for two hours”, “lasted two hours”, “was two hours”. */
function isToldDuration(before: string, beforeThat: string): boolean {
  if (['was', 'were', 'is', 'are'].includes(before) || VERBS_OF_DURATION.has(before)) return true;
  return before === 'for' || (before === 'to' && VERBS_OF_DURATION.has(beforeThat));
}

/** “the two leaders”: a small number that names again and counts nothing new. */
function isTakenUp({ lexemes, figure }: FoundQuantity): boolean {
  const { measure, value, start } = figure;
  const small = measure.kind === 'COUNT' && measure.number.form === 'WORDS' && value > 0 && value <= 10;
  return small && TAKING_UP.has(wordAt(lexemes, start - 1)) && wordAt(lexemes, start - 2) !== 'of';
}

/** “on one corridor”, “over one mistake”: where and why, and no count. */
function isOneOfThem({ lexemes, figure: { measure, value } }: FoundQuantity): boolean {
  const isOne = measure.kind === 'COUNT' && value === 1 && measure.number.form === 'WORDS';
  return isOne && ['on', 'in', 'at', 'over', 'along', 'behind'].includes(wordAt(lexemes, measure.number.first - 1));
}

/** “Rusk has two children.” */
function isKin({ figure, predicate }: FoundQuantity): boolean {
  const { measure, value } = figure;
  return (
    KIN.has(measure.counted?.head ?? '') && value <= 12 && predicate.role === 'OBJECT' && predicate.words.length === 0
  );
}

const KIN: ReadonlySet<string> = new Set([
  ...[
    'child',
    'son',
    'daughter',
    'brother',
    'sister',
    'grandchild',
    'sibling',
    'wife',
    'husband',
    'cousin',
    'nephew',
    'niece',
  ],
]);

/** “will get 300 beds”, “if 50 nurses left”, “200 people could lose …”. */
function isUnreal({ lexemes, figure }: FoundQuantity): boolean {
  return isUnrealBefore(lexemes, figure.start) || isUnrealBehind(lexemes, figure.stop);
}

const ENDS_OF_CLAUSE: ReadonlySet<string> = new Set([',', ';', ':', '(', '“', '"']);

function isUnrealBefore(lexemes: readonly Lexeme[], start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - CLAUSE); at--) {
    const word = wordAt(lexemes, at);
    if (ENDS_OF_CLAUSE.has(word)) return false;
    if (UNREAL.has(word) || (word === 'to' && BE.has(wordAt(lexemes, at - 1)))) return true;
  }
  return false;
}

const MOST_WORDS_TO_VERB = 6;

function isUnrealBehind(lexemes: readonly Lexeme[], stop: number): boolean {
  const verb = lexemes
    .slice(stop, stop + MOST_WORDS_TO_VERB)
    .find(({ kind, pos }) => kind === 'SIGN' || pos === 'AUX' || pos === 'VERB');
  return verb?.pos === 'AUX' && UNREAL.has(verb.lower);
}

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'am']);

function isQuestion(text: string, { sentence }: FoundQuantity): boolean {
  return text
    .slice(sentence.start, sentence.end)
    .trimEnd()
    .replace(/["”’']+$/u, '')
    .endsWith('?');
}
