import type { PatternAttribution, Place } from './attributed.js';
import { contentOf, stretchOf } from './stretches.js';
import type { UnitSentence } from './units.js';

const DASH = /^(?:—|–|--|―|-)$/u;
const LONGEST_NAME = 12;
const NAME: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'ADP', 'NUM', 'X']);

/** What stands before the colon of a headline and says nothing. */
const NO_NAMES =
  /^(?:the latest|update|analysis|opinion|exclusive|breaking|watch|video|busted|bombshell)$|\d|\b(?:no more|part|episode)\b/u;

/** A name before a colon: in a headline, in a transcript, before a quotation. */
export function namedBeforeColon(sentence: UnitSentence, place: Place): PatternAttribution[] {
  const colon = sentence.slice(0, LONGEST_NAME).findIndex(({ lower }) => lower === ':');
  const name = sentence.slice(0, Math.max(0, colon));
  const [first] = name;
  const last = name.at(-1);
  if (first === undefined || last === undefined || !isName(sentence, colon)) return [];
  const headline = place.paragraph === 0 && place.sentence === 0;
  const quoted = sentence[colon + 1]?.quotation ?? null;
  const transcript =
    colon < 5 && place.sentence === 0 && name.every(({ token }) => token.text === token.text.toUpperCase());
  if (!headline && quoted === null && !transcript) return [];
  const content = contentOf(place.text, [stretchOf(sentence, colon + 1, sentence.length)]);
  const cue = stretchOf(sentence, colon, colon + 1);
  if (content.length === 0 || cue === null) return [];
  const pattern =
    quoted === null ? (headline ? 'headline source: clause' : 'transcript source: clause') : 'source: quotation';
  return [{ pattern, source: [{ start: first.start, end: last.end }], cue: [cue], content }];
}

function isName(sentence: UnitSentence, end: number): boolean {
  const name = sentence.slice(0, end);
  if (NO_NAMES.test(name.map(({ lower }) => lower).join(' '))) return false;
  return (
    name.every(({ token, quotation }) => quotation === null && NAME.has(token.pos)) &&
    name.some(({ token }) => token.pos === 'PROPN')
  );
}

/** “A tide keeps its own books.” — Wilma Sedge */
export function signed(sentence: UnitSentence, place: Place): PatternAttribution[] {
  const dash = sentence.findIndex(({ lower }) => DASH.test(lower));
  if (dash < 0 || dash > 1) return [];
  const quoted = quotationBefore(sentence, dash, place);
  if (quoted?.quotation == null) return [];
  let end = dash + 1;
  while (
    end < sentence.length &&
    end - dash < LONGEST_NAME &&
    sentence[end]?.quotation === null &&
    sentence[end]?.lower !== ','
  )
    end++;
  const name = sentence.slice(dash + 1, end);
  if (
    !name.some(({ token }) => token.pos === 'PROPN') ||
    name.some(({ token }) => token.pos === 'VERB' || token.pos === 'AUX')
  )
    return [];
  const source = stretchOf(sentence, dash + 1, end);
  const content = contentOf(place.text, [{ start: quoted.start, end: quoted.end }]);
  return source === null || content.length === 0
    ? []
    : [{ pattern: 'quotation — source', source: [source], cue: [], content }];
}

function quotationBefore(sentence: UnitSentence, dash: number, { paragraphs, paragraph, sentence: at }: Place) {
  if (dash === 1) return sentence[0];
  const before = at === 0 ? paragraphs[paragraph - 1]?.at(-1) : paragraphs[paragraph]?.[at - 1];
  return before?.at(-1);
}
