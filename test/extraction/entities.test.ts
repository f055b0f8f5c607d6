import { expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.js';

it('takes a known agency and its short form in brackets for one, wherever the short form stands', () => {
  const text =
    'AFP has left the island. Agence France-Presse (AFP) said Ada Quill stayed. Nobody at AFP answered, Ada Quill said.';
  const { organizations } = extract(text, { published: null });
  expect(organizations).toMatchObject([{ name: 'Agence France-Presse', aliases: ['AFP'], kind: 'NEWS_AGENCY' }]);
  expect(organizations[0]?.mentions).toHaveLength(3);
});
