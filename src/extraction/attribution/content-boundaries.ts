import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';
import type { Attribution } from '../extraction.js';
import { tokensIn } from '../statements/token-search.js';
import { withoutDateline } from './dateline.js';

const QUOTATION_MARK = /[“”"«»]/u;

/** Mends where the contents of attributions begin and end. */
export function mendContent(document: Document, attribution: Attribution): Attribution {
  const content = withoutCircumstance(document, attribution)
    .map((span) => withoutDateline(document, span))
    .map((span) => withinSentence(document, span));
  return { ...attribution, content };
}

/** A clause with “that” ends with its sentence and not in the next one; what goes on for longer than that is a report. */
function withinSentence(document: Document, span: Stretch): Stretch {
  const { tokens, sentences, text } = document;
  const { firstToken } = tokensIn(document, span);
  const [first] = tokens.slice(firstToken, firstToken + 1);
  const sentence = sentences[first?.sentence ?? -1];
  if (first?.lower !== 'that' || first.pos !== 'SCONJ' || sentence === undefined) return span;
  const next = sentences[sentence.index + 1];
  if (next === undefined || span.end > next.end) return span;
  if (sentence.end >= span.end || QUOTATION_MARK.test(text.slice(span.start, sentence.end))) return span;
  const words = text.slice(span.start, sentence.end).replace(/[\s.!?]+$/u, '');
  return { start: span.start, end: span.start + words.length };
}

/** What stands behind quoted words and who says them, and has no marks, tells when and of what: “…, said Quill, of the offer”. */
function withoutCircumstance(document: Document, { source, cue, content }: Attribution): readonly Stretch[] {
  const { text, tokens } = document;
  const [quoted, behind, ...others] = content;
  if (quoted === undefined || behind === undefined || others.length > 0) return content;
  if (!QUOTATION_MARK.test(text.charAt(quoted.start)) || QUOTATION_MARK.test(text.slice(behind.start, behind.end)))
    return content;
  const isBehind = [...source, ...cue].every(({ end }) => end <= behind.start);
  return isBehind && tokens[tokensIn(document, behind).firstToken]?.pos === 'ADP' ? [quoted] : content;
}
