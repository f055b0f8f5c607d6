import type { Stretch } from '../../../domain/span.js';
import { attributed, type PatternAttribution, type Place } from './attributed.js';
import { complementOf, hasFiniteVerb, isCircumstance, isVerb } from './complements.js';
import type { ReportClause } from './report-clauses.js';
import { contentOf, stretchOf } from './stretches.js';
import type { UnitSentence } from './units.js';

/** What a clause retells without its being a quotation; undefined where it retells nothing. */
export function retoldBy(
  clause: ReportClause,
  sentence: UnitSentence,
  place: Place,
  clauses: readonly ReportClause[],
): PatternAttribution | undefined {
  return retoldBehind(clause, sentence, place, clauses) ?? retoldBefore(clause, sentence, place, clauses);
}

function retoldBehind(
  clause: ReportClause,
  sentence: UnitSentence,
  place: Place,
  clauses: readonly ReportClause[],
): PatternAttribution | undefined {
  if (clause.order === 'CUE_SOURCE') return undefined;
  const found = complementOf(clause, sentence);
  if (found === undefined) return undefined;
  const end = contentEnd(sentence, found.start, clause, clauses);
  const content = contentOf(place.text, [stretchOf(sentence, found.start, end)]);
  return attributed(clause, sentence, `${prefixOf(clause, sentence)} ${found.pattern}`, content);
}

function prefixOf({ order, source }: ReportClause, sentence: UnitSentence): string {
  if (order === 'GERUND') return 'gerund';
  if (order === 'SHARED') return 'shared source, cue';
  const relative = source !== null && sentence.slice(source.start + 1, source.end).some(({ lower }) => lower === 'who');
  return relative ? 'source with clause, cue' : 'source cue';
}

/** Where retold words end: the sentence, or where something is joined to it that its speaker does not say. */
function contentEnd(
  sentence: UnitSentence,
  start: number,
  own: ReportClause,
  clauses: readonly ReportClause[],
): number {
  const next = clauses.find((clause) => clause.start > start && clause !== own && cuts(sentence, clause));
  let end = next === undefined ? sentence.length : next.start;
  for (let at = start; at < end; at++) {
    const lower = sentence[at]?.lower ?? '';
    if (lower === ';') end = at;
    else if (lower === 'according' && sentence[at + 1]?.lower === 'to') end = at;
  }
  while (end > start && /^(?:,|and|but|;|—|–)$/u.test(sentence[end - 1]?.lower ?? '')) end--;
  return end;
}

/** Whether a further report in the sentence is the article’s own again and no part of what is retold. */
function cuts(sentence: UnitSentence, clause: ReportClause): boolean {
  const before = sentence[clause.start - 1]?.lower ?? '';
  if (clause.order === 'GERUND') return true;
  if (clause.order === 'SHARED')
    return clause.group.cue.forms.includes('PAST') || clause.group.cue.forms.includes('THIRD');
  return before === 'but' || before === 'while' || (before === 'and' && sentence[clause.start - 2]?.lower === ',');
}

/** The pier will hold, Quill said. */
function retoldBefore(
  clause: ReportClause,
  sentence: UnitSentence,
  place: Place,
  clauses: readonly ReportClause[],
): PatternAttribution | undefined {
  const { cue } = clause.group;
  if (!cue.speech || !cue.clause || (clause.order !== 'SOURCE_CUE' && clause.order !== 'CUE_SOURCE')) return undefined;
  if (sentence[clause.start - 1]?.lower !== ',' || !closes(sentence, clause.end)) return undefined;
  const start = openingOf(sentence, clause, clauses);
  const before = sentence.slice(start, clause.start - 1);
  if (!before.some((unit) => unit.quotation !== null || isVerb(unit))) {
    return interruptedBy(clause, sentence, place, start);
  }
  const last = !clauses.some(({ start: other }) => other >= clause.end);
  const second = last && sentence[clause.end]?.lower === ',' ? goesOnBehind(sentence, clause.end + 1) : null;
  const content = contentOf(place.text, [stretchOf(sentence, start, clause.start - 1), second]);
  const pattern = clause.order === 'CUE_SOURCE' ? 'clause, cue source' : 'clause, source cue';
  return attributed(clause, sentence, second === null ? pattern : `${pattern}, clause`, content);
}

/** The lower town, Vell said, will be without water. */
function interruptedBy(
  clause: ReportClause,
  sentence: UnitSentence,
  place: Place,
  start: number,
): PatternAttribution | undefined {
  if (sentence[clause.end]?.lower !== ',' || clause.start - start < 2) return undefined;
  const content = contentOf(place.text, [
    stretchOf(sentence, start, clause.start - 1),
    stretchOf(sentence, clause.end + 1, sentence.length),
  ]);
  return attributed(clause, sentence, 'phrase, source cue, clause', content);
}

/** Behind an inverted report stands its sentence’s end, or when and where it was said. */
function closes(sentence: UnitSentence, end: number): boolean {
  const unit = sentence[end];
  return unit === undefined || unit.token.pos === 'PUNCT' || isCircumstance(sentence, end);
}

/** What is said goes on behind the interruption, unless that tells what the speaker did. */
function goesOnBehind(sentence: UnitSentence, from: number): Stretch | null {
  const first = sentence[from];
  if (first === undefined) return null;
  if (
    first.lower.endsWith('ing') ||
    /^(?:who|which|whose|but|and|as|while|the|a|an|after|when|in|at)$/u.test(first.lower)
  )
    return null;
  if (!hasFiniteVerb(sentence, from)) return null;
  return stretchOf(sentence, from, sentence.length);
}

/** Where an inverted report’s content begins: behind “But”, a place name with a dash, or the report before it. */
function openingOf(sentence: UnitSentence, own: ReportClause, clauses: readonly ReportClause[]): number {
  const earlier = clauses.findLast(
    (clause) => clause !== own && clause.end <= own.start - 2 && clause.order !== 'GERUND',
  );
  let start = 0;
  if (earlier !== undefined) {
    const boundary = sentence.findIndex(
      ({ lower }, at) => at >= earlier.end && at < own.start - 2 && (lower === 'but' || lower === ';'),
    );
    if (boundary > 0) start = boundary + 1;
  }
  const dash = sentence.slice(0, 12).findIndex(({ lower }) => lower === '—' || lower === '–' || lower === '--');
  if (dash > 0 && sentence.slice(0, dash).every(({ token }) => token.pos !== 'VERB')) start = Math.max(start, dash + 1);
  if (/^(?:but|and|still|however|yet)$/u.test(sentence[start]?.lower ?? '')) start++;
  return start;
}
