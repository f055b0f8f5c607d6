import { describe, expect, it } from 'vitest';
import { segment } from '../../src/extraction/segmentation.js';

const words = (text: string) => segment(text).tokens.map((token) => token.text);

describe('segmentation', () => {
  it('reads a text alike whatever was read before it', () => {
    const text = 'Vellorine’s harbour, said Quorrel’s mayor, is shut.';
    const before = words(text);
    // “Vellorine’s” stands alone between white space here, and “”Vellorine’s” and “Vellorine’s.” beside marks.
    for (const other of ['Vellorine’s', '“Vellorine’s” and (Vellorine’s) …', 'Quorrel’s.', 'vellorine’s quorrel’s'])
      segment(other);
    expect(words(text)).toEqual(before);
    expect(before.slice(0, 2)).toEqual(['Vellorine', '’s']);
  });

  it('gives each token its exact place', () => {
    const text = '\ufeff  One\u00a0word —\ttwo “words”.\r\n\r\nMr. Quill’s   boat isn’t 3.5m long. \ud800 Done.';
    for (const token of segment(text).tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(segment(text).paragraphs).toHaveLength(2);
  });
});
