import { extract } from '../../src/extraction/extract.js';
import type { Extractor } from '../../src/ingest/extractor.js';

/** Reads where the test runs. */
export const INLINE: Extractor = {
  extract: async (text, published) => extract(text, { published }),
  close: async () => undefined,
};
