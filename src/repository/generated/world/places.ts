import { type Place, type PlaceKind, placeId } from '../../../domain/article.js';
import type { Id } from '../../../domain/identity.js';

const COUNTRIES = [
  'Orrowmark',
  'Veskany',
  'Tolmere',
  'Quillmark',
  'Brannoch Sound',
  'Ostrivale',
  'Kell Dareth',
  'Marrowin',
  'Sunderhale',
  'Ithrel',
  'Pellagorn',
  'Wendmoor',
];
const REGIONS = ['Upper', 'Nether', 'East', 'West', 'Inner', 'Outer'];
const LANDS = [
  'Drenmark',
  'Fallowin',
  'Corrade',
  'Hathel',
  'Mistrand',
  'Selwick',
  'Thornish',
  'Uldermoor',
  'Varrow',
  'Wexany',
  'Yarrowdale',
  'Zellin',
];
const CITY_STEMS = [
  'Abber',
  'Brackle',
  'Cinder',
  'Dunnow',
  'Ebbing',
  'Fennick',
  'Gorse',
  'Hollin',
  'Ister',
  'Jarrow',
  'Kettle',
  'Lammer',
  'Merrin',
  'Nettle',
  'Oster',
  'Pebble',
  'Quarrel',
  'Rushen',
  'Saltin',
  'Tarrel',
  'Ulver',
  'Vennel',
  'Wicker',
  'Yelver',
  'Zander',
  'Bramwel',
  'Culver',
  'Dollin',
  'Eskel',
  'Farrin',
];
const CITY_ENDINGS = [
  'haven',
  'mouth',
  'wick',
  'stead',
  'quay',
  'ness',
  'ford',
  'holm',
  'gate',
  'mere',
  'thorpe',
  'cross',
  'bury',
  'fell',
];

/** The invented archipelago: 12 countries, 68 regions in them and 420 cities in these. */
export function inventPlaces(): Place[] {
  const countries = COUNTRIES.map((name) => place(name, 'COUNTRY', null));
  const regions = LANDS.flatMap((land) => REGIONS.map((side) => `${side} ${land}`))
    .slice(0, 68)
    .map((name, index) => place(name, 'REGION', at(countries, index)));
  const cities = CITY_ENDINGS.flatMap((ending) => CITY_STEMS.map((stem) => `${stem}${ending}`)).map((name, index) =>
    place(name, 'CITY', at(regions, index)),
  );
  // Cities come first: they are what most news is about, and the list is drawn from with a long tail.
  return [
    ...cities.slice(0, 8),
    ...countries.slice(0, 4),
    ...cities.slice(8, 120),
    ...countries.slice(4),
    ...regions,
    ...cities.slice(120),
  ];
}

function place(name: string, placeKind: PlaceKind, withinId: Id<'Place'> | null): Place {
  return { id: placeId(name, placeKind, withinId), name, placeKind, withinId };
}

function at(places: readonly Place[], index: number): Id<'Place'> | null {
  return places[index % places.length]?.id ?? null;
}
