import { constants, setPriority } from 'node:os';
import { extract } from '../extraction/extract.js';
import type { Extraction } from '../extraction/extraction.js';
import type { ReadingTask } from './extractor.js';

let lowered = false;

/** What a thread of the extractor does with a text. */
export function read({ text, published, accurate, lowPriority }: ReadingTask): Extraction {
  // On Linux a thread has a priority of its own; elsewhere the whole process would lose its.
  if (lowPriority && !lowered && process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);
  lowered = lowPriority;
  return extract(text, { published, accurate });
}
