import { type Break, describeBreaks } from './seed-breaks.js';

const BREAKS: readonly Break[] = [
  {
    seedsWith: 'a section that there is not',
    replace: ['metrics:', 'metriks:'],
    says: /no field “metriks”.*publishers, topics/,
  },
  { seedsWith: 'a field that there is not', replace: ['homepage', 'home'], says: /no field “home”.*name, homepage/ },
  { seedsWith: 'a member without a name', replace: ['{ name: tides }', '{ }'], says: /tides needs the field “name”/ },
  { seedsWith: 'a member that is not a mapping', replace: ['{ name: tides }', 'tides'], says: /tides takes a mapping/ },
  {
    seedsWith: 'a section that is not a mapping',
    replace: ['topics:\n  tides: { name: tides }\n  weather: { name: weather }', 'topics: [tides]'],
    says: /topics takes a mapping/,
  },
  { seedsWith: 'a name that is a number', replace: ['name: tides', 'name: 12'], says: /name takes text/ },
  {
    seedsWith: 'an unknown kind',
    replace: ['kind: CITY', 'kind: TOWN'],
    says: /kind takes one of COUNTRY, REGION, CITY, SITE, OTHER/,
  },
  { seedsWith: 'a key that stands twice in one section', replace: ['  weather:', '  tides:'], says: /second time/ },
  {
    seedsWith: 'a key that stands in two sections',
    replace: ['  ada-fathom:', '  tide-office:'],
    says: /“tide-office” stands under organizations already/,
  },
  {
    seedsWith: 'two people of one name with nothing to tell them apart',
    replace: ['Ben Fathom', 'Ada Fathom'],
    says: /“ben-fathom” is the same as “ada-fathom”.*disambiguator/,
  },
  {
    seedsWith: 'a place within one that does not stand above it',
    replace: ['within: examplia', 'within: sandport'],
    says: /no “sandport” under places/,
  },
  {
    seedsWith: 'an organization in an unknown place',
    replace: ['place: sandport', 'place: nowhere'],
    says: /no “nowhere” under places.*examplia, sandport/,
  },
  {
    seedsWith: 'a homepage that is no address',
    replace: ['https://messenger.example/ ', 'messenger '],
    says: /homepage takes a web address/,
  },
  {
    seedsWith: 'an address of another scheme',
    replace: ['https://messenger.example/ ', '"javascript:1" '],
    says: /homepage takes a web address/,
  },
  {
    seedsWith: 'a Wikidata item that is no URI',
    replace: ['http://www.wikidata.org/entity/Q1', 'Q1'],
    says: /wikidata takes an item’s URI/,
  },
  {
    seedsWith: 'an unclosed bracket',
    replace: ['{ name: tides }', '{ name: tides'],
    says: /not valid YAML/,
    at: 'weather:',
  },
  {
    seedsWith: 'an unknown YAML tag',
    replace: ['name: tides', 'name: !secret tides'],
    says: /not valid YAML.*!secret/,
  },
];

describeBreaks('a cast', 'cast.yaml', BREAKS);
