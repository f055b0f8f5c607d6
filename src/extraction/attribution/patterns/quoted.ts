import type { Stretch } from '../../../domain/span.js';
import { OPENS_CIRCUMSTANCE, RELATIVE_PRONOUNS } from '../../language/english/clause-words.js';
import { attributed, type PatternAttribution, type Place } from './attributed.js';
import type { ReportClause } from './report-clauses.js';
import { contentOf, stretchOf } from './stretches.js';
import type { Unit, UnitSentence } from './units.js';

/** Between a cue and the words quoted behind it stand at most so many units. */
const LONGEST_INTERVAL = 14;

/** What a clause reports between quotation marks beside it; undefined where nothing stands there. */
export function quotedBy(clause: ReportClause, sentence: UnitSentence, place: Place): PatternAttribution | undefined {
  if (!clause.group.cue.speech || clause.order === 'PASSIVE') return undefined;
  const before = quotedBefore(clause, sentence, place);
  const within = sentence[clause.start - 1]?.lower === 'that';
  return before ?? (within ? undefined : quotedBehind(clause, sentence, place));
}

/** “The pier holds,” said Ada Quill. */
function quotedBefore(clause: ReportClause, sentence: UnitSentence, place: Place): PatternAttribution | undefined {
  if (clause.order === 'SHARED' || clause.order === 'GERUND') return undefined;
  const at = sentence[clause.start - 1]?.lower === ',' ? clause.start - 2 : clause.start - 1;
  const own = sentence[at]?.quotation !== null && sentence[at] !== undefined;
  const before = own ? undefined : questionBefore(clause, place);
  if (!own && before === undefined) return undefined;
  const first = own ? stretchOf(sentence, openingOf(sentence, at), at + 1) : (before ?? null);
  const pattern = clause.order === 'CUE_SOURCE' ? 'quotation, cue source' : 'quotation, source cue';
  const second = interrupted(sentence, clause.end);
  const more = second === null && !endsBehind(sentence, clause.end) ? [] : followingQuotations(place, second);
  return attributed(
    clause,
    sentence,
    pattern,
    contentOf(place.text, [...earlierParagraphs(first, place), second, ...more]),
  );
}

const ENDS_BUT_GOES_ON = /[?!…—–]/u;

/** A question ends its sentence before its cue: “Who has the key?” Ines Corder asked. */
function questionBefore(clause: ReportClause, place: Place): Stretch | undefined {
  const { paragraphs, paragraph, sentence } = place;
  if (clause.start !== 0) return undefined;
  const last = paragraphs[paragraph]?.[sentence - 1];
  const unit = last?.at(-1);
  if (last === undefined || unit === undefined || unit.quotation === null) return undefined;
  const { end } = unit.quotation.inner;
  if (!ENDS_BUT_GOES_ON.test(place.text.slice(end - 1, end))) return undefined;
  return stretchOf(last, openingOf(last, last.length - 1), last.length) ?? undefined;
}

/** Retold words before the quotation belong to what is said, back to the beginning of the sentence. */
function openingOf(sentence: UnitSentence, quotation: number): number {
  if (quotation === 0) return 0;
  const words = sentence.slice(0, quotation);
  const own = words.some(({ lower, quotation: inner }) => inner !== null || /^[,:;—–]$/u.test(lower));
  return own ? quotation : 0;
}

/** “The lamp,” Quill said, “has burned since spring.” */
function interrupted(sentence: UnitSentence, from: number): Stretch | null {
  for (let at = from; at < sentence.length && at - from < LONGEST_INTERVAL; at++) {
    const unit = sentence[at];
    if (unit?.quotation != null) {
      const comma = /^[,:]$/u.test(sentence[at - 1]?.lower ?? '');
      return comma ? stretchOf(sentence, at, at + 1) : null;
    }
  }
  return null;
}

/** Whether nothing else of weight follows in the sentence, so that the next quotation goes on with the same words. */
function endsBehind(sentence: UnitSentence, from: number): boolean {
  return sentence.slice(from).every(({ quotation }) => quotation === null);
}

/** Sentences that are a quotation alone go straight on: “We asked,” said Mallow. “They sent a painter.” */
function followingQuotations({ paragraphs, paragraph, sentence }: Place, last: Stretch | null): Stretch[] {
  const found: Stretch[] = [];
  const rest = paragraphs[paragraph]?.slice(sentence + 1) ?? [];
  let goesOn: Unit | undefined;
  for (const next of rest) {
    const [only, ...others] = next;
    if (only === undefined || only.quotation === null || others.some(({ token }) => token.pos !== 'PUNCT')) break;
    found.push({ start: only.start, end: only.end });
    goesOn = only;
  }
  const open = goesOn ?? paragraphs[paragraph]?.[sentence]?.at(-1);
  if (open?.quotation?.continues === true && (goesOn !== undefined || last !== null)) {
    found.push(...laterParagraphs(paragraphs, paragraph + 1));
  }
  return found;
}

/** Paragraphs that begin with an opening mark while the quotation before has not been closed. */
function laterParagraphs(paragraphs: Place['paragraphs'], from: number): Stretch[] {
  const found: Stretch[] = [];
  for (let at = from; at < paragraphs.length; at++) {
    const first = paragraphs[at]?.[0]?.[0];
    if (first === undefined || first.quotation === null) break;
    found.push({ start: first.start, end: first.end });
    if (!first.quotation.continues) break;
  }
  return found;
}

/** Quotations that were left open in the paragraphs before go on in the one that the cue closes. */
function earlierParagraphs(first: Stretch | null, { paragraphs, paragraph }: Place): (Stretch | null)[] {
  const found = [first];
  if (first === null || paragraphs[paragraph]?.[0]?.[0]?.start !== first.start) return found;
  for (let at = paragraph - 1; at >= 0; at--) {
    const last = paragraphs[at]?.at(-1)?.at(-1);
    if (last?.quotation?.continues !== true) break;
    found.unshift({ start: last.start, end: last.end });
    if (paragraphs[at]?.[0]?.[0] !== last) break;
  }
  return found;
}

/** Quill said: “The pier holds.” */
function quotedBehind(clause: ReportClause, sentence: UnitSentence, place: Place): PatternAttribution | undefined {
  const at = quotationBehind(sentence, clause.end);
  if (at === undefined) return colonBefore(clause, sentence, place);
  const unit = sentence[at];
  if (unit === undefined || unit.quotation === null) return undefined;
  const mark = sentence[at - 1]?.lower ?? '';
  const called = sentence[clause.start - 1]?.lower === 'what';
  const whole = /^[,:]$/u.test(mark) || (at === clause.end && (called || isSentence(place.text, unit)));
  if (!whole) return undefined;
  const ends = at === sentence.length - 1 || isMarkOnly(sentence, at + 1);
  const quotation = stretchOf(sentence, at, at + 1);
  if (called) {
    return attributed(clause, sentence, 'what source called', contentOf(place.text, [quotation]));
  }
  const before =
    mark === '' || clause.order !== 'SOURCE_CUE' || hasRelativeSource(clause, sentence)
      ? null
      : retoldAhead(sentence, clause.start);
  const pattern = `${before === null ? '' : 'clause, '}source cue${mark === ':' ? ':' : ','} quotation`;
  const more = ends ? followingQuotations(place, quotation) : [];
  return attributed(clause, sentence, pattern, contentOf(place.text, [before, quotation, ...more]));
}

function hasRelativeSource({ source }: ReportClause, sentence: UnitSentence): boolean {
  return RELATIVE_PRONOUNS.has(sentence[source?.start ?? -1]?.lower ?? '');
}

/** Retold words that a quotation goes on with: “The mill would stay shut, Brill said: “There is no flour.”” */
function retoldAhead(sentence: UnitSentence, end: number): Stretch | null {
  if (sentence[end - 1]?.lower !== ',') return null;
  const start = sentence.findLastIndex(({ lower }, at) => at < end - 1 && /^[:;—–]$/u.test(lower)) + 1;
  const words = sentence.slice(start, end - 1);
  const [first] = words;
  const opens = first !== undefined && /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/u.test(first.token.pos);
  if (!opens || words.some(({ quotation, lower }) => quotation !== null || lower === ',')) return null;
  return stretchOf(sentence, start, end - 1);
}

function isMarkOnly(sentence: UnitSentence, from: number): boolean {
  return sentence.slice(from).every(({ token, quotation }) => quotation === null && token.pos === 'PUNCT');
}

/** The quotation that a cue introduces, behind whoever is spoken to and when; no other verb stands between. */
function quotationBehind(sentence: UnitSentence, from: number): number | undefined {
  for (let at = from; at < sentence.length && at - from < LONGEST_INTERVAL; at++) {
    const unit = sentence[at];
    if (unit === undefined || unit.lower === 'that') return undefined;
    if (unit.quotation !== null) return at;
    if (
      unit.token.pos === 'VERB' &&
      unit.token.lemma !== unit.lower.replace(/ing$/u, '') &&
      !isCircumstance(sentence, from, at)
    )
      return undefined;
    if (/^[;.!?]$/u.test(unit.lower)) return undefined;
  }
  return undefined;
}

function isCircumstance(sentence: UnitSentence, from: number, at: number): boolean {
  return sentence.slice(from, at).some(({ lower }) => OPENS_CIRCUMSTANCE.has(lower));
}

/** Quill wrote in the log: ¶ “The pier holds.” */
function colonBefore(clause: ReportClause, sentence: UnitSentence, place: Place): PatternAttribution | undefined {
  const closing = sentence.at(-1);
  const sentences = place.paragraphs[place.paragraph] ?? [];
  if (
    closing?.lower !== ':' ||
    place.sentence !== sentences.length - 1 ||
    sentence.length - clause.end > LONGEST_INTERVAL
  )
    return undefined;
  const content = contentOf(place.text, laterParagraphs(place.paragraphs, place.paragraph + 1));
  return content.length === 0 ? undefined : attributed(clause, sentence, 'source cue: ¶ quotation', content);
}

function isSentence(text: string, { quotation }: Unit): boolean {
  if (quotation === null) return false;
  const words = text.slice(quotation.inner.start, quotation.inner.end);
  return /^\p{Lu}/u.test(words) && /[.!?…—]$/u.test(words);
}
