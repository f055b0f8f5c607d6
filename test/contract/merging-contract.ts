import { describe, expect, test } from 'vitest';
import { makeId } from '../../src/domain/identity.js';
import { metric, organization, person, place, publisher, topic } from '../support/entities.js';
import { articleRecord } from '../support/records.js';
import { type OpenRepository, storeWith } from './opening.js';

export function describeMerging(open: OpenRepository): void {
  describe('what several articles say of one person, organization or thing', () => {
    test('adds to a person’s aliases and former ids and fills in what was missing, but keeps name and slug', async () => {
      const [one, two] = [makeId('Person', 'o tern'), makeId('Person', 'mayor tern')];
      const first = person('Olive Tern', { aliases: ['O. Tern', 'the mayor'], formerIds: [one] });
      const second = {
        ...first,
        name: 'OLIVE TERN',
        aliases: ['Mayor Tern', 'O. Tern'],
        formerIds: [two, one],
        wikidata: 'https://wikidata.example/Q1',
      };
      const third = {
        ...first,
        name: 'olive tern',
        aliases: [],
        formerIds: [],
        wikidata: 'https://wikidata.example/Q2',
      };
      const store = await storeWith(
        open,
        ...[first, second, third].map((entry, number) => articleRecord({ title: `News ${number}`, people: [entry] })),
      );
      const merged = {
        ...first,
        slug: 'olive-tern',
        aliases: ['O. Tern', 'the mayor', 'Mayor Tern'],
        formerIds: [one, two],
        wikidata: 'https://wikidata.example/Q1',
      };
      expect(await store.people.byIds([first.id, one, two])).toEqual([merged, merged, merged]);
      expect(await store.people.counts('all', ['*'], undefined)).toEqual([1]);
    });

    test('adds to an organization in the same way, and keeps its kind', async () => {
      const coast = place('Coastland', 'COUNTRY');
      const first = organization('Harbour Office', { organizationKind: 'GOVERNMENT', aliases: ['the Office'] });
      const second = organization('HARBOUR OFFICE', {
        organizationKind: 'COMPANY',
        aliases: ['HO', 'the Office'],
        placeId: coast.id,
        wikidata: 'https://wikidata.example/Q3',
      });
      const third = organization('harbour  office', {
        placeId: place('Elsewhere').id,
        wikidata: 'https://wikidata.example/Q4',
      });
      const store = await storeWith(
        open,
        articleRecord({ title: 'News 0', organizations: [first] }),
        articleRecord({ title: 'News 1', organizations: [second], places: [coast] }),
        articleRecord({ title: 'News 2', organizations: [third], places: [place('Elsewhere')] }),
      );
      const merged = {
        ...first,
        slug: 'harbour-office',
        aliases: ['the Office', 'HO'],
        placeId: coast.id,
        wikidata: 'https://wikidata.example/Q3',
      };
      expect(await store.organizations.byIds([first.id])).toEqual([merged]);
    });

    test('fills in a publisher’s homepage, a place’s surroundings, a metric’s unit and definition, once', async () => {
      const [coast, isles] = [place('Coastland', 'COUNTRY'), place('The Isles', 'COUNTRY')];
      const quay = place('North Quay', 'SITE');
      const records = [
        { homepage: null, withinId: null, unit: null, definition: null },
        { homepage: 'https://gazette.example/', withinId: coast.id, unit: 'ships', definition: 'Counted at noon.' },
        { homepage: 'https://other.example/', withinId: isles.id, unit: 'boats', definition: 'Counted at night.' },
      ].map(({ homepage, withinId, unit, definition }, number) =>
        articleRecord({
          title: `News ${number}`,
          publisher: publisher('The Ember Gazette', homepage),
          places: [coast, isles, { ...quay, withinId }],
          metrics: [metric('ships', unit, definition)],
        }),
      );
      const store = await storeWith(open, ...records);
      expect(await store.publishers.byIds([publisher('The Ember Gazette').id])).toEqual([
        publisher('The Ember Gazette', 'https://gazette.example/'),
      ]);
      expect(await store.places.byIds([quay.id])).toEqual([{ ...quay, withinId: coast.id }]);
      expect(await store.metrics.byIds([metric('ships').id])).toEqual([metric('ships', 'ships', 'Counted at noon.')]);
    });

    test('keeps the name by which a thing was first known', async () => {
      const named = (name: string) => ({
        topics: [topic(name)],
        places: [place(name)],
        metrics: [metric(name)],
        publisher: publisher(name),
      });
      const store = await storeWith(
        open,
        articleRecord({ title: 'News 0', ...named('Über') }),
        articleRecord({ title: 'News 1', ...named('UBER') }),
      );
      const nodes = [
        ...(await store.topics.byIds([topic('uber').id])),
        ...(await store.places.byIds([place('uber').id])),
        ...(await store.metrics.byIds([metric('uber').id])),
        ...(await store.publishers.byIds([publisher('uber').id])),
      ];
      expect(nodes.map((node) => node?.name)).toEqual(['Über', 'Über', 'Über', 'Über']);
    });

    test('holds for two records of one batch as for two batches', async () => {
      const entries = [
        person('Olive Tern', { aliases: ['A'] }),
        person('Olive Tern', { aliases: ['B', 'A'], wikidata: 'https://wikidata.example/Q1' }),
      ];
      const records = entries.map((entry, number) => articleRecord({ title: `News ${number}`, people: [entry] }));
      const [together, apart] = [await storeWith(open, ...records), await storeWith(open)];
      for (const record of records) await apart.storeArticles([record]);
      const ids = entries.map(({ id }) => id);
      expect(await together.people.byIds(ids)).toEqual(await apart.people.byIds(ids));
    });

    test('adds evidence to a role of the same title and organization, case and accents aside; other roles stand beside it', async () => {
      const tern = person('Olive Tern');
      const [office, guild] = [organization('Harbour Office'), organization('Pilots’ Guild')];
      const base = { people: [tern], organizations: [office, guild] };
      const first = articleRecord({
        ...base,
        title: 'News 0: the chief Tern',
        roles: [
          { person: tern, title: 'Chief', organization: office, from: '2030-01-01', evidence: ['chief'] },
          { person: tern, title: 'Chief', organization: guild },
        ],
      });
      const second = articleRecord({
        ...base,
        title: 'News 1: chief Tern, the mayor',
        roles: [
          { person: tern, title: 'mayor', evidence: ['mayor'] },
          { person: tern, title: 'CHÏEF', organization: office, from: '1999-01-01', evidence: ['chief Tern', 'Tern'] },
        ],
      });
      const store = await storeWith(open, first, second);
      const [chief, guildChief] = first.roles;
      const [mayor, chiefAgain] = second.roles;
      const evidence = [...(chief?.evidence ?? []), ...(chiefAgain?.evidence ?? [])];
      expect(evidence.map(({ text }) => text)).toEqual(['chief', 'chief Tern', 'Tern']);
      expect(await store.rolesOf([tern.id])).toEqual([[{ ...chief, evidence }, guildChief, mayor]]);
    });

    test('adds evidence to a relationship of the same two people and kind', async () => {
      const [tern, reed] = [person('Olive Tern'), person('Basil Reed')];
      const [first, second] = ['her brother', 'a brother'].map((evidence, number) =>
        articleRecord({
          title: `News ${number}: Basil Reed is ${evidence} and a sailor`,
          people: [tern, reed],
          relationships: [
            { person: tern, kind: 'SIBLING', other: reed, evidence: [evidence] },
            ...(number === 0
              ? []
              : [{ person: tern, kind: 'COLLEAGUE', other: reed, evidence: ['a sailor'] } as const]),
          ],
        }),
      );
      if (first === undefined || second === undefined) throw new Error('There are two articles.');
      const store = await storeWith(open, first, second);
      const [sibling] = first.relationships;
      const [siblingAgain, colleague] = second.relationships;
      const evidence = [...(sibling?.evidence ?? []), ...(siblingAgain?.evidence ?? [])];
      expect(evidence.map(({ text }) => text)).toEqual(['her brother', 'a brother']);
      expect(await store.relationshipsOf([tern.id])).toEqual([[{ ...sibling, evidence }, colleague]]);
    });
  });

  describe('the slug', () => {
    test('is made of the title or name, without case, accents and punctuation', async () => {
      const record = articleRecord({
        title: 'The Mayor’s “quiet” day: 5 o’clock, Émile!',
        people: [person('Zoë  O’Brandt')],
        organizations: [organization('Über & Söhne')],
      });
      const store = await storeWith(open, record);
      expect((await store.articles.byIds([record.article.id]))[0]?.slug).toBe('the-mayors-quiet-day-5-oclock-emile');
      expect((await store.people.by('slug', ['zoe-obrandt']))[0]?.name).toBe('Zoë  O’Brandt');
      expect((await store.organizations.by('slug', ['uber-sohne']))[0]?.name).toBe('Über & Söhne');
    });

    test('keeps the letters of any script', async () => {
      const store = await storeWith(
        open,
        articleRecord({ title: 'Names', people: [person('Ольга Крачка'), person('架空 花子')] }),
      );
      const found = await store.people.by('slug', ['ольга-крачка', '架空-花子']);
      expect(found.map((found) => found?.name)).toEqual(['Ольга Крачка', '架空 花子']);
    });

    test('is the id without its prefix where a name has neither letter nor digit', async () => {
      const record = articleRecord({ title: '☂ ☂', people: [person('???')] });
      const store = await storeWith(open, record);
      const [article] = await store.articles.byIds([record.article.id]);
      expect(article?.slug).toBe(record.article.id.slice('art_'.length));
      const [nameless] = await store.people.byIds([person('???').id]);
      expect(nameless?.slug).toBe(person('???').id.slice('per_'.length));
    });

    test('of what comes later has the first six characters of its id where another has it already', async () => {
      const [one, two] = [person('Olive Tern'), person('Olive Tern', { disambiguator: 'the painter' })];
      const [first, second] = ['https://a.example/', 'https://b.example/'].map((url) =>
        articleRecord({ title: 'Storm', url, people: url.includes('a.') ? [one] : [two] }),
      );
      if (first === undefined || second === undefined) throw new Error('There are two articles.');
      const store = await storeWith(open, first, second);
      const articles = await store.articles.byIds([first.article.id, second.article.id]);
      expect(articles.map((article) => article?.slug)).toEqual(['storm', `storm-${second.article.id.slice(4, 10)}`]);
      const people = await store.people.byIds([one.id, two.id]);
      expect(people.map((entry) => entry?.slug)).toEqual(['olive-tern', `olive-tern-${two.id.slice(4, 10)}`]);
      expect(await store.people.by('slug', [`olive-tern-${two.id.slice(4, 10)}`])).toEqual([people[1]]);
    });

    test('is unique among articles, among people and among organizations, each for themselves', async () => {
      const record = articleRecord({
        title: 'Morning Star',
        people: [person('Morning Star')],
        organizations: [organization('Morning Star')],
      });
      const store = await storeWith(open, record);
      const slug = ['morning-star'];
      const ids = [
        await store.articles.by('slug', slug),
        await store.people.by('slug', slug),
        await store.organizations.by('slug', slug),
      ];
      expect(ids.flat().map((node) => node?.id)).toEqual([
        record.article.id,
        person('Morning Star').id,
        organization('Morning Star').id,
      ]);
    });
  });
}
