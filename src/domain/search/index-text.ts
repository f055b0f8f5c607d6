import { tokensOf } from './token.js';

/** Stands between two texts of a document, where no phrase runs on. No text has a token with this key, and so no query. */
const GAP = '·';

/**
 * What a full-text index keeps of a document: the keys of its texts, joined by spaces. The number of a word in it is
 * not the number of a word in the texts.
 */
export function indexText(texts: readonly string[]): string {
  return texts
    .map((text) =>
      tokensOf(text)
        .map(({ key }) => key)
        .join(' '),
    )
    .filter((keys) => keys !== '')
    .join(` ${GAP} `);
}
