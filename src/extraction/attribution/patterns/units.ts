import type { Document, QuotedStretch, Token } from '../../document.js';

/** A word or mark of the article’s own text, or a whole quotation with its marks. */
export interface Unit {
  /** The first token of it. */
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  readonly quotation: QuotedStretch | null;
  /** Small letters; empty for a quotation. */
  readonly lower: string;
}

/** A sentence as units; a quotation of several sentences is one unit of it. */
export type UnitSentence = readonly Unit[];

/** The sentences of each paragraph as units; words between marks that are no speech are units of their own. */
export function unitsOf({ tokens, quotations, paragraphs }: Document): UnitSentence[][] {
  const speech = quotations.filter(({ depth, use }) => depth === 0 && use === 'SPEECH').values();
  let { value: quotation } = speech.next();
  return paragraphs.map(({ firstToken, endToken }) => {
    const sentences: Unit[][] = [];
    let sentence = -1;
    let at = firstToken;
    for (let token = tokens[at]; token !== undefined && at < endToken; token = tokens[at]) {
      while (quotation !== undefined && quotation.outer.end <= token.start) quotation = speech.next().value;
      const unit = unitAt(token, quotation);
      if (token.sentence !== sentence) sentences.push([]);
      sentences.at(-1)?.push(unit);
      at = unit.quotation === null ? at + 1 : endOf(unit.quotation, tokens, at, endToken);
      sentence = tokens[at - 1]?.sentence ?? sentence;
    }
    return sentences;
  });
}

/** The first token behind a quotation that the one at `from` stands in. */
function endOf({ outer }: QuotedStretch, tokens: readonly Token[], from: number, limit: number): number {
  let at = from + 1;
  while (at < limit && (tokens[at]?.start ?? outer.end) < outer.end) at++;
  return at;
}

function unitAt(token: Token, quotation: QuotedStretch | undefined): Unit {
  if (quotation === undefined || quotation.outer.start >= token.end) {
    return { token, start: token.start, end: token.end, quotation: null, lower: token.lower };
  }
  return { token, start: quotation.outer.start, end: quotation.outer.end, quotation, lower: '' };
}
