import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.js';

/** Who speaks in the last statement of a text: a name, a description, the names of those who can be meant, or nobody. */
function lastSpeaker(text: string): string {
  const { statements, people, organizations, unnamedSources } = extract(text, { published: '2031-05-05' });
  const nameOf = (id: string) =>
    [...people, ...organizations].find((entry) => entry.id === id)?.name ??
    unnamedSources.find((source) => source.id === id)?.description ??
    id;
  const last = statements.at(-1);
  if (last === undefined) return 'nothing is said';
  return last.speaker === null ? last.candidates.map(nameOf).join(' or ') : nameOf(last.speaker);
}

const MALKS = 'The mill belongs to Oskar Malk. The council is led by Malk’s sister, Runa Malk.';

describe('who speaks', () => {
  it.each([
    [`${MALKS} “I count sacks,” Malk said on Monday when she was asked about him.`, 'Runa Malk'],
    [`${MALKS} Malk himself wrote: “Every sack is mine.”`, 'Oskar Malk'],
    [`${MALKS}\n\n“He never slept,” Malk said of her brother.`, 'Runa Malk'],
    ['Two boats were lost off Skerry Point, the coast guard said.', 'coast guard'],
    ['It has not asked the government of Corvania, the electoral commission said.', 'electoral commission'],
    ['It was denied by keepers of the Harbour League, who put the number at six.', 'keepers of the Harbour League'],
  ])('%s', (text, expected) => {
    expect(lastSpeaker(text)).toBe(expected);
  });
});
