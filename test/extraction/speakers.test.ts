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
    [
      'A person close to the council was less sure. A clerk of the mill said it was late. “It is gone,” the person said.',
      'A person close to the council',
    ],
    [
      'A letter from the captain, Runa Malk, was read out. The letter, Ada Quill said, reads: “We go home.”',
      'Runa Malk',
    ],
    ['Two boats were lost off Skerry Point, the coast guard said.', 'coast guard'],
    ['It has not asked the government of Corvania, the electoral commission said.', 'electoral commission'],
    ['It was denied by keepers of the Harbour League, who put the number at six.', 'keepers of the Harbour League'],
  ])('%s', (text, expected) => {
    expect(lastSpeaker(text)).toBe(expected);
  });
});

describe('who speaks beside another', () => {
  it('is one of two with one verb', () => {
    const text = 'It was denied by two keepers, one of whom said that the lamp had burned, the other that it had not.';
    const { statements } = extract(text, { published: '2031-05-05' });
    const contents = statements.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join());
    expect(contents).toEqual(['It', 'that the lamp had burned', 'that it had not']);
  });

  it('is whom an agency quotes with a date behind', () => {
    const text = '“The mill stands,” the Tern News Agency (TNA) quoted the miller as saying on Friday.';
    const { statements } = extract(text, { published: '2031-05-05' });
    const inner = statements.find(({ parent }) => parent !== null);
    expect(inner?.content.map(({ start, end }) => text.slice(start, end))).toEqual(['The mill stands']);
  });
});
