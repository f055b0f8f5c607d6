import { overlaps, type Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { ExtractedRelation, ExtractedStatement } from '../extraction.js';
import { ENGLISH_STANCES } from '../language/english/stance-words.js';
import { findStances } from './find-stances.js';
import { findTarget } from './relation-target.js';
import { type Cast, Speakers } from './speakers.js';
import { rangeSpan, type Stance } from './stance.js';
import { contains, type PlacedStatement, placeStatements, type StatementPlaces } from './statement-places.js';
import type { Target, TargetContext } from './target.js';

/**
 * Finds what one statement does to another where the text says so (“a claim disputed by the union”, “contradicting the
 * mayor”), in the order of the text. Statements that merely differ have no relation.
 */
export function findRelations(
  document: Document,
  statements: readonly ExtractedStatement[],
  cast: Cast,
): ExtractedRelation[] {
  if (statements.length < 2) return [];
  const { inOrder, inSentence } = placeStatements(document, statements);
  const speakers = new Speakers(document, cast);
  const { mentions, posts, persons } = speakers;
  const context = { document, inOrder, mentions, posts, persons };
  const found = new Map<string, ExtractedRelation>();
  for (const { stance, from, target } of takenStances(context, inSentence)) {
    const isAboutSpeaker = speakers.isAbout(target.to.statement, from.statement.speaker);
    const relation = relationOf(document, stance, from, target, isAboutSpeaker);
    const key = `${relation.kind} ${relation.from} ${relation.to}`;
    if (!found.has(key)) found.set(key, relation);
  }
  return [...found.values()];
}

interface TakenStance {
  readonly stance: Stance;
  readonly from: PlacedStatement;
  readonly target: Target;
}

/** The stances of a text, each with the statement that takes it and the one that it is taken to. */
function takenStances(context: TargetContext, inSentence: StatementPlaces['inSentence']): TakenStance[] {
  const { document } = context;
  const taken: TakenStance[] = [];
  const takenUp = new Map<number, Target>();
  for (const stance of findStances(document)) {
    const sentence = document.tokens[stance.words.firstToken]?.sentence ?? -1;
    const again = isPronoun(document, stance) ? takenUp.get(sentence) : undefined;
    for (const from of takersOf(document, stance, inSentence.get(sentence) ?? [])) {
      const target = again ?? findTarget(context, stance, from);
      if (target === null || target.to === from) continue;
      if (stance.object.is === 'ANAPHOR') takenUp.set(sentence, target);
      taken.push({ stance, from, target });
    }
  }
  return taken;
}

/** Whether a stance is taken to “it”, which within a sentence is what the words before it have been about. */
function isPronoun({ tokens }: Document, { object }: Stance): boolean {
  if (object.is !== 'ANAPHOR') return false;
  return object.range.endToken - object.range.firstToken === 1 && tokens[object.range.firstToken]?.pos === 'PRON';
}

/** The statements that take a stance: those whose cue it is, or that it stands within or beside. */
function takersOf(document: Document, stance: Stance, beside: readonly PlacedStatement[]): PlacedStatement[] {
  const words = rangeSpan(document, stance.words);
  const byCue = beside.filter(({ statement }) => statement.cue.some((cue) => overlaps(cue, words)));
  if (stance.place === 'CONTENT') {
    const said = beside.filter(({ statement }) => contains(statement.content, words));
    return said.toSorted((a, b) => a.length - b.length).slice(0, 1);
  }
  if (stance.place !== 'PHRASE') {
    if (byCue.length > 0) return byCue;
    if (!standsBeside(document, stance)) return [];
  }
  const isInside = beside.some(({ statement: { content } }) => content.some((span) => isWithinWords(stance, span)));
  return isInside ? [] : nearestOf(document, stance, beside);
}

/** Whether a phrase that stands for itself is among what somebody says, and not the words that lead into it. */
function isWithinWords({ place, object, span }: Stance, content: Stretch): boolean {
  if (place !== 'PHRASE' || !contains([content], span)) return false;
  return object.is === 'PREVIOUS' || content.start < span.start;
}

/** Whether a verb that is no cue goes with a statement: “…, contradicting”, “which bears out”, “corrected itself and said”. */
function standsBeside({ tokens }: Document, { words: { firstToken }, object, place, kind }: Stance): boolean {
  if (place !== 'VERB') return false;
  const [before, verb] = [tokens[firstToken - 1], tokens[firstToken]];
  if (object.is === 'OWN') return kind === 'CORRECTS';
  if (before?.lower === 'which') return true;
  if (object.is === 'PREVIOUS') return false;
  const participle = verb?.lower.endsWith('ing') === true || kind === 'RESPONDS_TO';
  return participle && (before === undefined || before.sentence !== verb?.sentence || before.pos === 'PUNCT');
}

/** The statement in the same sentence that is nearest: one whose cue stands before, else the first behind. */
function nearestOf(document: Document, stance: Stance, beside: readonly PlacedStatement[]): PlacedStatement[] {
  const sentence = document.sentences[document.tokens[stance.words.firstToken]?.sentence ?? -1];
  if (sentence === undefined) return [];
  const within = beside.filter(({ statement: { cue, source } }) =>
    [...cue, ...source].some((span) => overlaps(span, sentence) && !overlaps(span, stance.span)),
  );
  const cueStart = ({ statement: { cue, source }, start }: PlacedStatement) => (cue[0] ?? source[0])?.start ?? start;
  const before = within.filter((one) => cueStart(one) < stance.span.start);
  const behind = within.filter((one) => cueStart(one) > stance.span.start);
  const nearest = before.toSorted((a, b) => cueStart(b) - cueStart(a))[0];
  const next = behind.toSorted((a, b) => cueStart(a) - cueStart(b))[0];
  return [nearest ?? next].filter((one) => one !== undefined);
}

function relationOf(
  document: Document,
  stance: Stance,
  { statement: from }: PlacedStatement,
  { to, confidence }: Target,
  isAboutSpeaker: boolean,
): ExtractedRelation {
  return {
    kind: kindOf(document, stance, isAboutSpeaker),
    from: from.id,
    to: to.statement.id,
    span: spanOf(document, stance, from),
    confidence: confidence * Math.min(1, from.confidence, to.statement.confidence),
  };
}

/** To reject what is said of oneself is to deny it, which no document does; anybody else disputes it. */
function kindOf(
  document: Document,
  { kind, place, words }: Stance,
  isAboutSpeaker: boolean,
): ExtractedRelation['kind'] {
  if (kind === 'DISPUTES' && place === 'CONTENT') return isAboutSpeaker ? 'DENIES' : kind;
  const isOwn = ENGLISH_STANCES.ownDenials.has(document.tokens[words.firstToken]?.lemma ?? '');
  if (kind === 'DENIES' && place !== 'PHRASE') return isAboutSpeaker || isOwn ? kind : 'DISPUTES';
  return kind;
}

/** The words that say so; with the verb of saying where the content is nothing else: “said nothing of the kind”. */
function spanOf(document: Document, stance: Stance, from: ExtractedStatement): Stretch {
  const [cue] = from.cue;
  const content = from.content[0];
  const alone = content !== undefined && stance.span.start <= content.start && content.end <= stance.span.end;
  if (stance.place !== 'CONTENT' || stance.object.is !== 'PREVIOUS' || cue === undefined || !alone) return stance.span;
  const gap = document.text.slice(cue.end, stance.span.start);
  return cue.end <= stance.span.start && /^\s*$/u.test(gap) ? { start: cue.start, end: stance.span.end } : stance.span;
}
