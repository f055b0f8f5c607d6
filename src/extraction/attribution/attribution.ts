import type { Stretch } from '../../domain/span.js';
import type { Document, TokenRange } from '../document.js';
import type { Attribution } from '../extraction.js';
import { confidenceOf, evidenceOf } from './confidence.js';
import type { PatternAttribution } from './patterns.js';
import { relationsOf, type TaggedRelation } from './states.js';
import type { Tagger } from './tagger.js';

/**
 * Finds who said what: sources, cues and contents, in the order of the text. What is hardly probable is left out; where
 * nobody is named, the confidence says little and nothing is.
 */
export function attribute(document: Document, tagger: Tagger, patterns: readonly PatternAttribution[]): Attribution[] {
  return attributionsWithEvidence(document, tagger, patterns)
    .map(({ source, cue, content, evidence }) => ({
      source,
      cue,
      content,
      confidence: confidenceOf(evidence, tagger.confidence),
    }))
    .filter(({ source, confidence }) => source.length === 0 || confidence >= tagger.leastConfidence);
}

type WithEvidence = Omit<Attribution, 'confidence'> & { readonly evidence: readonly number[] };

/** The same with what the confidence is made of: for fitting it. */
export function attributionsWithEvidence(
  document: Document,
  tagger: Tagger,
  patterns: readonly PatternAttribution[],
): WithEvidence[] {
  const decoded = tagger.tag(document, patterns);
  const relations = relationsOf(decoded.states);
  const attributions = relations.map((relation, i) => {
    const source = relation.source.length > 0 ? relation.source : sharedSource(document, relation, relations[i - 1]);
    const spans = (ranges: readonly TokenRange[]) => ranges.map((range) => stretchOf(document, range));
    return {
      source: spans(source),
      cue: spans(relation.cue),
      content: spans(relation.content),
      evidence: evidenceOf({ ...relation, source }, decoded.probabilities, document),
    };
  });
  return attributions.filter(({ content }) => content.length > 0);
}

/** A second verb of the same speaker (“X said … and proposed …”) has no source of its own: it is that of the first. */
function sharedSource(
  { tokens }: Document,
  { cue }: TaggedRelation,
  before: TaggedRelation | undefined,
): readonly TokenRange[] {
  const verb = cue[0];
  const firstVerb = before?.cue[0];
  if (before === undefined || verb === undefined || firstVerb === undefined) return [];
  const name = before.source.at(-1);
  if (name === undefined || firstVerb.firstToken > verb.firstToken) return [];
  return tokens[name.firstToken]?.sentence === tokens[verb.firstToken]?.sentence ? before.source : [];
}

function stretchOf({ tokens }: Document, { firstToken, endToken }: TokenRange): Stretch {
  return { start: tokens[firstToken]?.start ?? 0, end: tokens[endToken - 1]?.end ?? 0 };
}
