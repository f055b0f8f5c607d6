import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexText } from '../../../src/domain/search/index-text.js';
import { tokensOf } from '../../../src/domain/search/token.js';
import { anyString, awkwardString } from './arbitrary-text.js';

/** What SQLite's `ascii` tokenizer makes of a text: ASCII letters and digits and everything beyond ASCII, in lower case. */
const asciiTokens = (text: string) =>
  text.match(/[0-9A-Za-z\u0080-\uffff]+/g)?.map((token) => token.replace(/[A-Z]/g, (letter) => letter.toLowerCase())) ??
  [];

describe('what is indexed of a document', () => {
  it.each([
    ['the keys of a text', ['Two boats, 3.5 tons'], '2 boats 3·5 tons'],
    ['the keys of its texts, set apart', ['Crates at sea', 'Zoë Example'], 'crates at sea · zoe example'],
    ['a run of characters, in pairs', ['항구에서'], '항구 구에 에서 서'],
    ['nothing of a text without words', ['', 'Crates', '—', 'at sea', ' '], 'crates · at sea'],
    ['nothing of no texts', [], ''],
  ])('is %s', (_, texts, indexed) => {
    expect(indexText(texts)).toBe(indexed);
  });

  it('is read back word for word by a tokenizer that knows ASCII alone', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, awkwardString), (text) => {
        expect(asciiTokens(indexText([text]))).toEqual(tokensOf(text).map(({ key }) => key));
      }),
      { numRuns: 2000 },
    );
  });

  it('has a gap that no text can be asked for', () => {
    fc.assert(
      fc.property(fc.oneof(anyString, awkwardString), (text) => {
        expect(tokensOf(text).map(({ key }) => key)).not.toContain('·');
      }),
    );
  });
});
