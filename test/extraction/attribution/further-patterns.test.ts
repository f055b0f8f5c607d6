import { describe, expect, it } from 'vitest';
import { mendSource } from '../../../src/extraction/attribution/boundaries.js';
import { findFurtherPatterns } from '../../../src/extraction/attribution/further-patterns.js';
import { segment } from '../../../src/extraction/segmentation.js';

/** What the patterns find, as “source | cue | content”. */
function found(text: string): string[] {
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return findFurtherPatterns(segment(text)).map(
    ({ source, cue, content }) => `${words(source)} | ${words(cue)} | ${words(content)}`,
  );
}

describe('reports that the tagger seldom finds', () => {
  it.each([
    [
      'The miners’ union put the number of injured at 31; the owner did not answer.',
      'The miners’ union | put | the number of injured at 31',
    ],
    ['On Monday the rescue service had spoken of 12 climbers.', 'the rescue service | had spoken of | 12 climbers'],
    ['The bakers’ guild gives the price as 4 crowns.', 'The bakers’ guild | gives | the price as 4 crowns'],
    ['Foreign doctors dispute that the well is clean.', 'Foreign doctors | dispute | that the well is clean'],
    [
      'The roof is whole, the landlord says; at least half of it, says the tenant.',
      'the tenant | says | at least half of it',
    ],
    [
      'The bridge will reopen, an engineer of the county was quoted on Tuesday as saying.',
      'an engineer of the county | was quoted on Tuesday as saying | The bridge will reopen',
    ],
    [
      'The toll will be lifted, the governor’s aide confirmed on Thursday in a statement carried by a news agency.',
      'the governor’s aide | confirmed | The toll will be lifted',
    ],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('finds whose verb is left out', () => {
    expect(found('The owner speaks of 40 boats, and the harbour master, Ada Quill, of well over 60.')).toEqual([
      'The owner | speaks of | 40 boats',
      'Ada Quill | speaks | well over 60',
    ]);
  });

  it('takes no figure for a claim that nobody makes', () => {
    expect(found('She put the kettle on at 7 and counted on him.')).toEqual([]);
  });
});

describe('where a source begins', () => {
  it.each([
    ['In the letter Quill said the mill was sold.', 'letter Quill', 'Quill'],
    ['A sailor who was mending nets beside him said it was late.', 'him', 'A sailor who was mending nets beside him'],
    ['In the end miller Ada Quill said the mill was sold.', 'miller Ada Quill', 'miller Ada Quill'],
  ])('%s', (text, given, mended) => {
    const start = text.indexOf(given);
    const said = text.indexOf('said');
    const attribution = {
      source: [{ start: text.startsWith('In the letter') ? 3 : start, end: start + given.length }],
      cue: [{ start: said, end: said + 4 }],
      content: [{ start: said + 5, end: text.length }],
      confidence: 0.5,
    };
    const [source] = mendSource(segment(text), attribution).source;
    expect(text.slice(source?.start, source?.end)).toBe(mended);
  });
});
