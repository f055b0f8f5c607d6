import { AMOUNTS, MEASURED_BY_UNIT } from '../language/english/claims.js';
import { pluralOf } from '../language/english/nouns.js';
import { OUTCOMES_OF_PEOPLE, participleOf } from '../language/english/verbs.js';
import type { FoundQuantity } from '../quantities/find-quantities.js';
import type { NounPhrase } from '../quantities/noun-phrase.js';

/** What a statistic is of: the name of what is measured, and whose it is where the name does not say it. */
export interface Metric {
  readonly metric: string;
  readonly subject: string | null;
}

/** Names what a figure counts or measures; `moves` where it is told that it rose or fell. */
export function metricOf(found: FoundQuantity, moves: boolean): Metric {
  const { figure } = found;
  const { measure, unit } = figure;
  if (measure.number.form === 'SHARE') return metricOfShare(found);
  if (measure.kind === 'COUNT' || (measure.kind === 'NONE' && unit !== null))
    return metricOfCount(found, unit ?? '', moves);
  return metricOfMeasure(found);
}

/** “a third of the ferries ran late”: share of ferries late. */
function metricOfShare({ concept, predicate }: FoundQuantity): Metric {
  const [whole = concept.subject.at(-1)] = concept.behind;
  return { metric: joined(['share of', ...words(whole), ...predicate.words]), subject: null };
}

/** What tells that something counted is money of a currency that no list has. */
const SUMS_OF_ANY_CURRENCY: ReadonlySet<string> = new Set(['cost', 'price', 'worth', 'spending', 'value']);

const PEOPLE: ReadonlySet<string> = new Set(['people', 'person']);

/** “212 houses were flooded”: houses flooded; “the ship has 40 cabins”: cabins, of the ship. */
function metricOfCount(found: FoundQuantity, unit: string, moves: boolean): Metric {
  const { figure, concept, predicate, lexemes } = found;
  const sum = amountOf(found);
  if (sum !== undefined && SUMS_OF_ANY_CURRENCY.has(sum)) return { metric: sum, subject: ownerOf(found) };
  const named = namedBySentence(found, moves);
  if (named !== undefined) return { metric: named, subject: null };
  const base = unit.replace(/ per .*$/u, '').split(' ');
  const noun = [...base.slice(0, -1), pluralOf(base.at(-1) ?? '')];
  const outcome = PEOPLE.has(base.at(-1) ?? '')
    ? predicate.words.flatMap((word) => OUTCOMES_OF_PEOPLE.get(word) ?? [])[0]
    : undefined;
  const of = figure.measure.kind === 'COUNT' && lexemes[figure.end]?.lower === 'of' ? concept.behind : [];
  const metric = outcome ?? joined([...noun, ...(of.length > 0 ? ['of', ...words(of[0])] : []), ...predicate.words]);
  const owner = predicate.role === 'OBJECT' ? concept.subject.at(-1) : undefined;
  return { metric, subject: owner === undefined ? null : joined(words(owner)) };
}

/** What moved, or what the sentence calls the count: “exports fell to 4 million marks”, “put the death toll at 31”. */
function namedBySentence({ figure, concept }: FoundQuantity, moves: boolean): string | undefined {
  const count = [...concept.before, ...concept.subject].find(({ head }) => NAMES_OF_COUNTS.has(head.lower));
  if (figure.measure.kind === 'NONE' && count !== undefined && count.words.length > 1) return joined(count.words);
  if (!moves || concept.subject.length === 0) return undefined;
  return joined(concept.subject.flatMap(({ words: own }) => own));
}

const NAMES_OF_COUNTS: ReadonlySet<string> = new Set(['toll', 'tally', 'count']);

/** Shares, sums and measurements: the noun that the sentence gives, or what the verb or the unit says. */
function metricOfMeasure(found: FoundQuantity): Metric {
  const { figure, concept } = found;
  const sum = figure.measure.kind === 'MONEY' ? amountOf(found) : undefined;
  const named = MEASURED_BY_UNIT.get(figure.unit ?? '');
  if (sum !== undefined) return { metric: sum, subject: ownerOf(found) };
  if (named === 'temperature') return { metric: named, subject: phraseOrNull(concept.before.at(-1)) };
  if (
    figure.measure.kind === 'SHARE' &&
    concept.behind.length > 0 &&
    concept.before.length === 0 &&
    figure.change.direction === 'NONE'
  )
    return metricOfPart(found);
  const [first, second] = [concept.before.at(0) ?? concept.subject.at(0), concept.subject.at(-1)];
  const isParty = figure.measure.kind === 'SHARE' && first?.head.pos === 'PROPN' && first.first > 0;
  if (isParty) return { metric: 'share', subject: joined(words(first)) };
  const subject = second === first ? concept.behind[0] : second;
  const head = first ?? concept.behind[0];
  return {
    metric: joined([...words(head), ...(named === undefined ? [] : [named])]) || (figure.unit ?? 'value'),
    subject: phraseOrNull(subject),
  };
}

/** “20 percent of spending”: share of spending; “turnout was 61% in the town”: turnout. */
function metricOfPart({ concept, lexemes, figure }: FoundQuantity): Metric {
  const part = joined(words(concept.behind[0]));
  const subject = concept.subject[0];
  if (lexemes[figure.stop]?.lower === 'of' || subject === undefined)
    return { metric: `share of ${part}`, subject: phraseOrNull(subject) };
  return { metric: joined(words(subject)), subject: part };
}

/** “cost $5”: cost. */
function amountOf({ lexemes, figure }: FoundQuantity): string | undefined {
  for (let at = figure.start - 1; at >= Math.max(0, figure.start - 5); at--) {
    const word = lexemes[at];
    if (word === undefined || word.kind === 'SIGN') return undefined;
    const amount = AMOUNTS.get(participleOf(word.lower)) ?? AMOUNTS.get(word.lower);
    if (amount !== undefined && (word.pos === 'VERB' || word.lower === 'worth'))
      return amount === 'cost' && figure.unit?.includes(' per ') ? 'price' : amount;
  }
  return undefined;
}

/** Whose sum it is: “a whale worth $5”, “the lock cost $5”. */
function ownerOf({ concept }: FoundQuantity): string | null {
  return phraseOrNull(concept.before.at(-1) ?? concept.subject.at(-1));
}

function words(phrase: NounPhrase | undefined): readonly string[] {
  return phrase?.words ?? [];
}

function phraseOrNull(phrase: NounPhrase | undefined): string | null {
  return phrase === undefined ? null : joined(phrase.words);
}

const LONGEST_METRIC = 8;

function joined(parts: readonly string[]): string {
  return parts.slice(0, LONGEST_METRIC).join(' ');
}
