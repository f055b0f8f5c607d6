import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../src/domain/span.js';
import type { Attribution } from '../../src/extraction/extraction.js';
import { segment } from '../../src/extraction/segmentation.js';
import { findChains } from '../../src/extraction/statements/chains/find-chains.js';

/** An attribution as it is written here: the words of its source, its cue and its content. */
type Written = readonly [source: string, cue: string, content: string];

/** The links that are found beside some attributions: source, cue and content, behind the cue of what reports each. */
function linksOf(text: string, given: readonly Written[]): string[] {
  const span = (words: string): Stretch[] => {
    const start = text.indexOf(words);
    expect(start, words).toBeGreaterThanOrEqual(0);
    return [{ start, end: start + words.length }];
  };
  const attributions = given.map(
    ([source, cue, content]): Attribution => ({
      source: span(source),
      cue: span(cue),
      content: span(content),
      confidence: 0.8,
    }),
  );
  const inWords = (spans: readonly Stretch[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return findChains(segment(text), attributions)
    .map(({ source, cue, content, parent }) => {
      const reporter = parent === null ? '' : `${inWords(parent.cue)} > `;
      return `${reporter}${[source, cue, content].map(inWords).join(' | ')}`;
    })
    .sort();
}

describe('links beside an attribution', () => {
  it.each<[string, readonly Written[], readonly string[]]>([
    [
      'In a statement carried by the Tern News Agency, Ada Quill said the strait was shut. Quill leads the guild. In the statement she called the mayor a goat.',
      [
        ['Ada Quill', 'said', 'the strait was shut'],
        ['she', 'called', 'the mayor a goat'],
      ],
      [
        'carried by > Ada Quill | said | the strait was shut',
        'carried by > she | called | the mayor a goat',
        'the Tern News Agency | carried by | Ada Quill said the strait was shut … she called the mayor a goat',
      ],
    ],
    [
      'The letter, Ada Quill said, claims that 200 goats were lost.',
      [
        ['Ada Quill', 'said', 'The letter'],
        ['Ada', 'claims', 'that 200 goats were lost'],
      ],
      [
        'Ada Quill | said | The letter … claims that 200 goats were lost',
        'said > The letter | claims | that 200 goats were lost',
      ],
    ],
    [
      'From his bed, she said, Mallow had told her that the strait was shut.',
      [['she', 'said', 'From his bed']],
      [
        'said > Mallow | told | the strait was shut',
        'she | said | From his bed … Mallow had told her that the strait was shut',
      ],
    ],
    [
      '“Too dry,” said Ada Quill, the head of the guild, of the offer in a speech on Friday.',
      [['Ada Quill, the head of the guild', 'said', '“Too dry,”']],
      ['Ada Quill, the head of the guild | said | “Too dry,”'],
    ],
    [
      'In a statement carried on Sunday by the state news agency, the Tern News Agency (TNA), Ada Quill said the strait was shut.',
      [['Ada Quill', 'said', 'the strait was shut']],
      [
        'carried on Sunday by > Ada Quill | said | the strait was shut',
        'the Tern News Agency (TNA) | carried on Sunday by | Ada Quill said the strait was shut',
      ],
    ],
    [
      'Ada Quill said in a statement carried by the Tern News Agency that the strait was shut.',
      [['Ada Quill', 'said in a statement', 'the strait was shut']],
      [
        'carried by > Ada Quill | said | the strait was shut',
        'the Tern News Agency | carried by | Ada Quill said … that the strait was shut',
      ],
    ],
    [
      'The duke’s statement, carried by the Tern News Agency on Friday, said the bell was sold.',
      [['The duke’s statement, carried by the Tern News Agency on Friday', 'said', 'the bell was sold']],
      [
        'carried by > The duke’s statement | said | the bell was sold',
        'the Tern News Agency | carried by | The duke’s statement … said the bell was sold',
      ],
    ],
    [
      'Bram Mallow, the harbour master, was quoted as saying by the Tern News Agency that no ship had left.',
      [['the Tern News Agency', 'was quoted as saying', 'no ship had left']],
      [
        'the Tern News Agency | was quoted … by | Bram Mallow, the harbour master … as saying … no ship had left',
        'was quoted … by > Bram Mallow, the harbour master | saying | no ship had left',
      ],
    ],
    [
      'The Tern News Agency said on Sunday, citing an official it did not name, that two boats had sunk.',
      [['The Tern News Agency', 'said', 'two boats had sunk']],
      [
        'The Tern News Agency | said | two boats had sunk',
        'said > an official it did not name | citing | two boats had sunk',
      ],
    ],
    [
      'Officials said the crane had never been tested, citing an internal report.',
      [['Officials', 'said', 'the crane had never been tested']],
      [
        'Officials | said | the crane had never been tested',
        'said > an internal report | citing | the crane had never been tested',
      ],
    ],
    [
      'The Tern News Agency distributed a letter from Hugo Tarn in which he asked for mercy.',
      [['The Tern News Agency', 'distributed', 'a letter from Hugo Tarn in which he asked for mercy']],
      [
        'The Tern News Agency | distributed | a letter from Hugo Tarn in which he asked for mercy',
        'distributed > he | asked for | mercy',
      ],
    ],
    [
      'The Marrowby Echo published the letter on Friday. “We regret the delay,” it says.',
      [
        ['The Marrowby Echo', 'published', 'the letter'],
        ['it', 'says', '“We regret the delay,”'],
      ],
      [
        'The Marrowby Echo | published | the letter on Friday … “We regret the delay,” it says',
        'published > it | says | “We regret the delay,”',
      ],
    ],
  ])('%s', (text, given, expected) => {
    expect(linksOf(text, given)).toEqual([...expected].sort());
  });

  it.each<[string, Written]>([
    [
      'Ada Quill said she would tell the council that the beam was cracked.',
      ['Ada Quill', 'said', 'she would tell the council that the beam was cracked'],
    ],
    [
      'Ada Quill said he had not said that the beam was cracked.',
      ['Ada Quill', 'said', 'he had not said that the beam was cracked'],
    ],
    [
      '“I told them that the beam was cracked,” Ada Quill said.',
      ['Ada Quill', 'said', '“I told them that the beam was cracked,”'],
    ],
    [
      'Ada Quill said she believes that the beam is cracked.',
      ['Ada Quill', 'said', 'she believes that the beam is cracked'],
    ],
    [
      'Ada Quill asked what would happen if the mayor said that the beam was cracked.',
      ['Ada Quill', 'asked', 'what would happen if the mayor said that the beam was cracked'],
    ],
  ])('are none in: %s', (text, given) => {
    expect(linksOf(text, [given])).toEqual([given.join(' | ')]);
  });
});
