import { AUXILIARIES, CONDITIONS, FORMS_OF_BE, MODALS, NEGATIONS } from '../../language/english/clause-words.js';
import { CUE_VERBS, type CueVerb } from '../../language/english/cues.js';
import type { UnitSentence } from './units.js';

/** A verb that reports, with its auxiliaries and adverbs; places are of units in a sentence, `end` exclusive. */
export interface VerbGroup {
  readonly start: number;
  /** Where the verb itself stands. */
  readonly verbAt: number;
  /** Behind the verb and the particle that belongs to it. */
  readonly end: number;
  readonly cue: CueVerb;
  readonly gerund: boolean;
  readonly passive: boolean;
  readonly particle: string | null;
}

/** Auxiliaries and adverbs before a verb are at most so many. */
const LONGEST_GROUP = 6;

/** The groups of verbs in a sentence that report something; not those that deny a report or leave it open. */
export function verbGroups(sentence: UnitSentence): VerbGroup[] {
  return sentence.flatMap((unit, at) => {
    const cue = CUE_VERBS.get(unit.lower);
    const group = cue === undefined ? undefined : groupAt(sentence, at, cue);
    return group === undefined ? [] : [group];
  });
}

function groupAt(sentence: UnitSentence, at: number, cue: CueVerb): VerbGroup | undefined {
  if (!isVerb(sentence, at, cue)) return undefined;
  const start = startOfGroup(sentence, at);
  const before = sentence.slice(start, at).map(({ lower }) => lower);
  if (before.some((word) => NEGATIONS.has(word) || MODALS.has(word))) return undefined;
  const auxiliaries = before.filter((word) => AUXILIARIES.has(word));
  const gerund = cue.forms.every((form) => form === 'GERUND');
  const passive = !gerund && cue.forms.includes('PARTICIPLE') && FORMS_OF_BE.has(auxiliaries.at(-1) ?? '');
  if (!gerund && !isReport(sentence, start, cue, auxiliaries, passive)) return undefined;
  const follows = sentence[at + 1]?.lower ?? '';
  const particle = cue.particles.includes(follows) ? follows : null;
  return { start, verbAt: at, end: at + (particle === null ? 1 : 2), cue, gerund, passive, particle };
}

const LEADING_ADVERB = /^(?:also|later|once|now|then|still|first|again|already|recently|\p{L}+ly)$/u;

/** Auxiliaries and adverbs that stand before a verb belong to its group; of the first only adverbs of a report. */
function startOfGroup(sentence: UnitSentence, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_GROUP && joinsGroup(sentence, start - 1)) start--;
  const auxiliary = sentence.slice(start, at).some((_, i) => isAuxiliary(sentence, start + i));
  if (auxiliary) return start;
  while (start > 0 && start < at && !LEADING_ADVERB.test(sentence[start]?.lower ?? '')) start++;
  return start;
}

/** Whether a form that can be a verb is one here, and no noun or adjective: “the said pier”, “her claims”. */
function isVerb(sentence: UnitSentence, at: number, cue: CueVerb): boolean {
  const pos = sentence[at]?.token.pos;
  const before = sentence[at - 1]?.token;
  if (before?.pos === 'DET' || (before?.pos === 'ADJ' && pos !== 'VERB')) return false;
  if (/^(?:his|her|their|its|my|our|your|'s|’s|’|')$/u.test(before?.lower ?? '') && !cue.forms.includes('GERUND')) {
    return (before?.lower === "'s" || before?.lower === '’s') && cue.forms.includes('PARTICIPLE') && pos === 'VERB';
  }
  if (pos === 'VERB' || pos === 'AUX') return true;
  if (SURE_FORMS.has(sentence[at]?.lower ?? '')) return pos !== 'ADJ';
  return (
    pos === 'NOUN' &&
    cue.forms.includes('THIRD') &&
    before?.pos === 'PROPN' &&
    OPENS_COMPLEMENT.test(sentence[at + 1]?.lower ?? '')
  );
}

/** Forms that are verbs whatever they are taken for, in headlines above all. */
const SURE_FORMS: ReadonlySet<string> = new Set(
  'said says told tells wrote asks insists thinks argues added'.split(' '),
);

/** After a name, “backs” and “plans” are verbs where one of these follows. */
const OPENS_COMPLEMENT = /^(?:to|that|the|a|an|his|her|their|its|any|every|no)$/u;

function joinsGroup(sentence: UnitSentence, at: number): boolean {
  const unit = sentence[at];
  if (unit === undefined || unit.quotation !== null) return false;
  return isAuxiliary(sentence, at) || unit.token.pos === 'ADV' || NEGATIONS.has(unit.lower);
}

function isAuxiliary(sentence: UnitSentence, at: number): boolean {
  const unit = sentence[at];
  return unit !== undefined && AUXILIARIES.has(unit.lower) && (unit.token.pos !== 'PART' || !/s$/u.test(unit.lower));
}

/** Whether the group says that something was said: not “to say”, “saying it”, nor “if she says”. */
function isReport(
  sentence: UnitSentence,
  start: number,
  cue: CueVerb,
  auxiliaries: readonly string[],
  passive: boolean,
): boolean {
  const before = sentence[start - 1]?.lower ?? '';
  if (before === 'to' || before === '-' || CONDITIONS.has(before)) return false;
  if (passive) return true;
  if (auxiliaries.some((word) => /^(?:have|has|had|'ve|’ve)$/u.test(word))) return cue.forms.includes('PARTICIPLE');
  if (auxiliaries.some((word) => /^(?:do|does|did|will|wo)$/u.test(word))) return cue.forms.includes('BASE');
  return cue.forms.some((form) => form === 'THIRD' || form === 'PAST' || form === 'BASE');
}
