import { resolvedDate } from '../../../src/domain/dates.js';
import type { ArticleRecord } from '../../../src/domain/record.js';
import { metric, organization, person, place, publisher, topic } from '../../support/entities.js';
import { articleRecord, find } from '../../support/records.js';

/*
 * Two invented articles for the editor's tests. The engine's reading of them is deliberately poor: it takes one speaker
 * for another, misses a statement and relates what is not related.
 */

export const TERN = person('Olive Tern', { aliases: ['Mayor Tern'] });
export const PLOVER = person('Rufus Plover');
export const BOARD = organization('Harbour Board');
export const GULLPORT = place('Gullport');
export const BOATS = metric('boats at sea', 'boats');
export const WEATHER = topic('Weather');
const GAZETTE = publisher('The Tidewater Gazette');
const BY_ENGINE = { origin: 'ENGINE', agent: 'engine', confidence: 0.8 } as const;

export const STORM = articleRecord({
  title: 'Storm closes harbour',
  url: 'https://gazette.example/storm',
  publisher: GAZETTE,
  text: `Mayor Olive Tern said the harbour of Gullport is closed. “Nobody sails tonight,” she told reporters.

A pilot said 14 boats are still at sea. Rufus Plover of the Harbour Board doubted it: “I count nine.” The ferry line “has no plans” to stop, its owner said.`,
  topics: [WEATHER],
  people: [TERN, PLOVER],
  organizations: [BOARD],
  places: [GULLPORT],
  roles: [{ person: TERN, title: 'Mayor', evidence: ['Mayor'] }],
  relationships: [{ person: TERN, kind: 'SIBLING', other: PLOVER }],
  metrics: [BOATS],
  statements: [
    {
      key: 'closed',
      content: 'the harbour of Gullport is closed',
      speaker: TERN,
      speakerWords: 'Olive Tern',
      speakerRole: 'Mayor',
      cue: 'said',
      about: [{ subject: GULLPORT, words: ['Gullport'] }],
      said: resolvedDate('2020-03-20', '2020-03-20', 'DAY'),
      provenance: BY_ENGINE,
    },
    {
      key: 'sails',
      content: 'Nobody sails tonight,',
      speaker: PLOVER,
      speakerWords: 'she',
      cue: 'told',
      quotations: [{ words: 'Nobody sails tonight,' }],
      provenance: BY_ENGINE,
    },
    { key: 'boats', content: '14 boats are still at sea', speaker: 'A pilot', provenance: BY_ENGINE },
  ],
  statistics: [
    { metric: BOATS, value: 14, words: '14', claimedBy: 'A pilot', statement: 'boats', provenance: BY_ENGINE },
  ],
  relations: [{ from: 'sails', kind: 'CONFIRMS', to: 'closed', provenance: BY_ENGINE }],
});

export const CALM = articleRecord({
  title: 'Calm returns',
  url: 'https://gazette.example/calm',
  publisher: GAZETTE,
  text: 'Rufus Plover said the boats are back in Gullport. Olive Tern thanked him.',
  people: [TERN, PLOVER],
  statements: [
    {
      key: 'back',
      content: 'the boats are back',
      speaker: PLOVER,
      speakerWords: 'Rufus Plover',
      provenance: BY_ENGINE,
    },
  ],
});

export const RECORDS: readonly ArticleRecord[] = [STORM, CALM];

/** An input's span at words of an article. */
export function spanOf({ revision }: ArticleRecord, words: string) {
  return { ...find(revision.text, words), revision: revision.id };
}
