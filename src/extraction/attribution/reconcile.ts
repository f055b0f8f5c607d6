import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { Attribution } from '../extraction.js';
import { CUE_VERBS } from '../language/english/cues.js';
import { CONDITIONAL_REPORT, NOT_SAYING } from '../language/english/not-saying.js';
import { tokensIn } from '../statements/token-search.js';
import { mendSource, splitElided } from './boundaries.js';
import { mendContent } from './content-boundaries.js';
import { joinContinued } from './continued.js';
import { Overlaps, overlap } from './overlaps.js';
import type { PatternAttribution } from './patterns.js';

/**
 * Patterns that are right more often than the tagger where the two disagree, with how often they are right on the training
 * articles (content Jaccard at least 0.5 and an overlapping source); for those too rare to count, a cautious guess.
 */
const PRECISION: ReadonlyMap<string, number> = new Map([
  ['phrase, source cue, clause', 0.88],
  ['clause, source cue, clause', 0.7],
  ['according to source, clause', 0.85],
  ['phrase, according to source, clause', 0.86],
  ['source cue: quotation', 0.86],
  ['source cue: ¶ quotation', 0.9],
  ['source: quotation', 0.94],
  ['headline source: clause', 0.75],
  ['headline clause, source cue', 0.8],
  ['headline clause, cue source', 0.8],
  ['headline quotation, cue source', 0.8],
  ['headline quotation, source cue', 0.8],
  ['clause, source cue: quotation', 0.8],
  ['clause, source cue, quotation', 0.8],
  ['source with clause, cue clause', 0.7],
  ['source with clause, cue that clause', 0.8],
  ['quotation — source', 0.7],
  ['phrase, it was said, clause', 0.7],
  ['as source put it', 0.7],
  ['what source called', 0.7],
  ['in possessive view', 0.6],
  ['possessive words: quotation', 0.8],
  ['to source, clause', 0.7],
  ['source quoted as saying', 0.8],
  ['that clause, passive cue by source', 0.7],
  ['source cue possessive noun that clause', 0.8],
  ['source before quotation', 0.6],
  ['source counts figure', 0.6],
  ['plural stance that clause', 0.7],
  ['phrase, cue source', 0.7],
  ['clause, source reported as saying', 0.8],
]);

/** Patterns that only add to what the tagger found: right where it found nothing there. */
const ADDED: ReadonlyMap<string, number> = new Map([
  ['source is adjective that clause', 0.75],
  ['addressee, passive cue', 0.5],
  ['clause, source cue in document', 0.7],
  ['source cue that clause', 0.5],
  ['clause, cue source', 0.5],
  ['clause, source cue', 0.5],
  ['shared source, cue addressee infinitive', 0.5],
]);

/** What is less probable than this needs a verb of reporting. */
const SURE_WITHOUT_VERB = 0.7;

/** What the tagger found, mended by patterns that know better, without what is no statement, in the order of the text. */
export function reconcile(
  document: Document,
  found: readonly Attribution[],
  patterns: readonly PatternAttribution[],
): Attribution[] {
  const tagged = found.filter((attribution) => isStatement(document, attribution));
  const reported = new Overlaps(tagged);
  const any = new Overlaps(patterns.map((attribution) => ({ ...attribution, confidence: 0 })));
  const sure = [
    ...patterns.flatMap((attribution) => withPrecision(attribution, PRECISION)).map(upToSemicolon(document)),
    ...patterns.flatMap((attribution) => fuller(document, attribution, reported)),
  ].filter((attribution) => !reported.report(attribution));
  const better = new Overlaps(sure);
  const agreed = new Map<Attribution, Attribution>();
  const kept = tagged.filter((attribution) => {
    const pattern = better.of(attribution);
    if (pattern !== undefined && !agreed.has(pattern)) agreed.set(pattern, attribution);
    return pattern === undefined;
  });
  const replacing = sure.map((attribution) => chosen(attribution, agreed.get(attribution)));
  const known = [...kept.map((attribution) => withSource(attribution, any)), ...replacing];
  const covered = new Overlaps(known);
  const added = patterns
    .flatMap((attribution) => withPrecision(attribution, ADDED))
    .filter((attribution) => !covered.touches(attribution) && isStatement(document, attribution));
  const all = [...known, ...added]
    .flatMap((attribution) => splitElided(document, attribution))
    .filter((attribution) => !isSpeakerReported(attribution, covered))
    .map((attribution) => mendContent(document, mendSource(document, attribution)));
  return joinContinued(document, inOrder(all));
}

/** “The letter, Quill said, reads: …” is what Quill said: no other speaks within the words for who does. */
function isSpeakerReported({ source, cue }: Attribution, known: Overlaps): boolean {
  return source.some((span) => {
    const inner = known.withCue({ source, cue: [span], content: [], confidence: 0 });
    return inner !== undefined && inner.cue[0]?.start !== cue[0]?.start && inner.content.length > 1;
  });
}

/** Retold words end at a semicolon: what stands behind it is a sentence of its own. */
function upToSemicolon({ text }: Document): (attribution: Attribution) => Attribution {
  return (attribution) => {
    const content = attribution.content.map(({ start, end }) => {
      const before = /^[^“”"«»;]*(?=;)/u.exec(text.slice(start, end));
      return { start, end: before === null ? end : start + before[0].length };
    });
    return { ...attribution, content: content.filter(({ start, end }) => start < end) };
  };
}

/** A whole clause before its cue where the tagger has only the words behind its last comma. */
function fuller(document: Document, { pattern, ...spans }: PatternAttribution, tagged: Overlaps): Attribution[] {
  if (pattern !== 'clause, source cue' && pattern !== 'clause, cue source') return [];
  const same = tagged.withCue({ ...spans, confidence: 0 });
  const [part, ...others] = same?.content ?? [];
  const [whole] = spans.content;
  if (same === undefined || part === undefined || whole === undefined || others.length > 0) return [];
  const isEnd = whole.start < part.start && Math.abs(whole.end - part.end) < 3;
  const { firstToken, endToken } = tokensIn(document, part);
  const isPhrase = !document.tokens.slice(firstToken, endToken).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return isEnd && isPhrase ? [{ ...spans, confidence: same.confidence }] : [];
}

function withPrecision(
  { pattern, ...spans }: PatternAttribution,
  precision: ReadonlyMap<string, number>,
): Attribution[] {
  const confidence = precision.get(pattern);
  return confidence === undefined ? [] : [{ ...spans, confidence }];
}

/** Gives an attribution without a source that of a pattern with the same cue. */
function withSource(attribution: Attribution, patterns: Overlaps): Attribution {
  if (attribution.source.length > 0 || attribution.cue.length === 0) return attribution;
  const pattern = patterns.withCue(attribution);
  const same = pattern !== undefined && overlap(pattern.content, attribution.content) > 0.5;
  return same ? { ...attribution, source: pattern.source } : attribution;
}

function inOrder(attributions: readonly Attribution[]): Attribution[] {
  return attributions.toSorted((a, b) => startOf(a) - startOf(b));
}

/** Where a pattern and the tagger agree on who says what, the tagger knows how sure that is. */
function chosen(pattern: Attribution, tagged: Attribution | undefined): Attribution {
  if (tagged === undefined) return pattern;
  const same = overlap(pattern.content, tagged.content) > 0.9 && overlap(pattern.source, tagged.source) > 0.5;
  return same ? { ...pattern, confidence: Math.max(pattern.confidence, tagged.confidence) } : pattern;
}

/** Not saying something, and what somebody may yet say, is no statement. */
function isStatement(document: Document, attribution: Attribution): boolean {
  const { text } = document;
  const { source, cue, content } = attribution;
  if (attribution.confidence < SURE_WITHOUT_VERB && source.length > 0 && isBareDeed(document, attribution))
    return false;
  const words = (spans: readonly Stretch[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' ');
  const whole = `${words(source)} | ${words(cue)} | ${words(content).slice(0, 80)}`;
  if (NOT_SAYING.some((pattern) => pattern.test(whole))) return false;
  const first = source[0]?.start ?? cue[0]?.start ?? 0;
  return !CONDITIONAL_REPORT.test(text.slice(Math.max(0, first - 12), first));
}

/** Whether a single verb that is none of reporting is followed by a thing: “inspected the sluice”. */
function isBareDeed({ text }: Document, { cue, content }: Attribution): boolean {
  const [verb, more] = cue.map(({ start, end }) => text.slice(start, end).toLowerCase());
  if (verb === undefined || more !== undefined || !/^\p{L}+$/u.test(verb)) return false;
  const [first] = content;
  const words = first === undefined ? '' : text.slice(first.start, first.end);
  return !CUE_VERBS.has(verb) && /ed$/u.test(verb) && /^(?:the|a|an|his|her|its|their)\s/u.test(words);
}

function startOf({ source, cue, content }: Attribution): number {
  return Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
}
