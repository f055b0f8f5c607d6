import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The files of a seed directory: name to text or bytes; undefined for a file that is left out. */
export type SeedFiles = Readonly<Record<string, string | Uint8Array | undefined>>;

/** Small seeds of made-up news that hold one of everything, and are right. */
export const SMALL_SEEDS = {
  'cast.yaml': `\
publishers:
  messenger: { name: The Made-up Messenger, homepage: https://messenger.example/ }
topics:
  tides: { name: tides }
  weather: { name: weather }
places:
  examplia: { name: Examplia, kind: COUNTRY }
  sandport: { name: Sandport, kind: CITY, within: examplia }
organizations:
  tide-office: { name: Tide Office, aliases: [the Office], kind: GOVERNMENT, place: sandport }
people:
  ada-fathom: { name: Ada Fathom, aliases: [Fathom] }
  ben-fathom: { name: Ben Fathom, wikidata: http://www.wikidata.org/entity/Q1 }
metrics:
  tide: { name: height of the tide, unit: metres, definition: Above the pier. }
`,
  '01-tide.md': `\
---
title: The tide
publisher: messenger
bylines: [Mara Drift]
published: 2031-05-01T08:00:00+02:00
precision: TIME
url: https://messenger.example/tide
language: en
topics: [tides]
---

SANDPORT – The tide rose “far too high”, the Tide Office said on Thursday, by 3 metres.

Ada Fathom, the sister of Ben Fathom, doubts it. Fathom laughed.
`,
  '01-tide.yaml': `\
mentions:
  sandport: SANDPORT
  ada-fathom: Ada Fathom
sources:
  nobody: { description: the sister, kind: OTHER }
unresolved:
  which-fathom:
    text: "[Fathom] laughed"
    candidates: [ada-fathom, ben-fathom]
roles:
  - person: ada-fathom
    title: sister
    evidence: the sister
relationships:
  - person: ada-fathom
    kind: SIBLING
    other: ben-fathom
    evidence: the sister of Ben Fathom
statements:
  rise:
    speaker: tide-office
    speakerText: Tide Office
    cue: said
    said: { on: 2031-05-01, text: "on [Thursday]" }
    content: The tide rose “far too high”
    quotations: far too high
    about: [sandport, tides]
  doubt:
    speaker: ada-fathom
    cue: doubts
    force: DOUBTED
    content: "[it]. Fathom"
    relations:
      - { kind: DOUBTS, to: rise, figure: three, text: doubts it }
statistics:
  three:
    metric: tide
    figure: "[3] metres"
    value: 3
    place: sandport
    statement: rise
`,
  '02-echo.md': `\
---
title: Its echo
publisher: messenger
published: 2031-05-02T08:00:00Z
precision: DAY
language: en
---

The tide rose, the Tide Office said.
`,
  '02-echo.yaml': `\
statements:
  rise:
    utterance: tide#rise
    speaker: tide-office
    content: The tide rose
`,
} as const satisfies SeedFiles;

/** Writes seed files to a directory of their own, which goes when the test is over, and gives its path. */
export function writeSeeds(files: SeedFiles): string {
  const directory = mkdtempSync(join(tmpdir(), 'onrecord-seeds-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    if (content !== undefined) writeFileSync(join(directory, name), content);
  }
  return directory;
}
