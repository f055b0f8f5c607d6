import { wordList } from '../word-list.js';
/** A unit of measurement with all the ways in which it is written. */
export interface UnitOfMeasurement {
  readonly name: string;
  /** Abbreviations, in which capitals matter. */
  readonly symbols: readonly string[];
  /** Words, in the singular or as an irregular plural. */
  readonly words: readonly string[];
}

type Row = readonly [name: string, symbols: string, words?: string];

function list(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

function unit([name, symbols, words = '']: Row): UnitOfMeasurement {
  return { name, symbols: list(symbols), words: [name, ...list(words)] };
}

const PREFIXES = {
  nano: 'n',
  micro: 'µ',
  milli: 'm',
  centi: 'c',
  deci: 'd',
  hecto: 'h',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  tera: 'T',
  peta: 'P',
  exa: 'E',
} as const;
type Prefix = keyof typeof PREFIXES;

const SMALL: readonly Prefix[] = ['nano', 'micro', 'milli'];
const LARGE: readonly Prefix[] = ['kilo', 'mega', 'giga', 'tera'];
const DATA: readonly Prefix[] = ['kilo', 'mega', 'giga', 'tera', 'peta', 'exa'];
const LENGTHS: readonly Prefix[] = ['nano', 'micro', 'milli', 'centi', 'deci', 'kilo'];

/** Units that take prefixes: name, other spellings, symbols, and the prefixes in use. */
const PREFIXED: readonly (readonly [name: string, spellings: string, symbols: string, prefixes: readonly Prefix[]])[] =
  [
    ['metre', 'meter', 'm', LENGTHS],
    ['square metre', 'square meter', 'm²,m2,sq m,sqm,sq. m', []],
    ['gram', 'gramme', 'g', [...SMALL, 'kilo']],
    ['litre', 'liter', 'l,L', [...SMALL, 'centi', 'deci', 'hecto', 'mega']],
    ['second', '', 's', SMALL],
    ['tonne', 'metric ton,metric tonne', 't', ['kilo', 'mega', 'giga']],
    ['watt', '', 'W', [...SMALL, ...LARGE]],
    ['watt hour', 'watt-hour', 'Wh', LARGE],
    ['watt-peak', 'watt peak', 'Wp', LARGE],
    ['volt', '', 'V', ['micro', 'milli', 'kilo', 'mega']],
    ['ampere', 'amp', 'A', [...SMALL, 'kilo']],
    ['ampere-hour', 'ampere hour,amp hour,amp-hour', 'Ah', ['milli']],
    ['ohm', '', 'Ω', ['milli', 'kilo', 'mega']],
    ['farad', '', 'F', SMALL],
    ['hertz', '', 'Hz', LARGE],
    ['joule', '', 'J', LARGE],
    ['calorie', '', 'cal', ['kilo']],
    ['electronvolt', 'electron volt', 'eV', LARGE],
    ['newton', '', 'N', ['kilo', 'mega']],
    ['newton metre', 'newton meter,newton-metre,newton-meter', 'Nm,N·m,N m', ['kilo']],
    ['pascal', '', 'Pa', ['hecto', ...LARGE]],
    ['bar', '', '', ['milli']],
    ['sievert', '', 'Sv', SMALL],
    ['becquerel', '', 'Bq', LARGE],
    ['gray', '', 'Gy', ['milli']],
    ['curie', '', 'Ci', SMALL],
    ['mole', '', 'mol', ['milli']],
    ['tesla', '', '', ['milli']],
    ['byte', '', 'B', DATA],
    ['bit', '', 'b', DATA],
    ['bit per second', '', 'bps,b/s,bit/s,bits/s', DATA],
    ['byte per second', '', 'B/s,Bps', DATA],
    ['pixel', '', 'px', ['mega', 'giga']],
    ['parsec', '', 'pc', ['kilo', 'mega']],
    ['hectare', '', 'ha', []],
    ['decibel', '', 'dB,dBA', []],
  ];

function prefixed([name, spellings, symbols, prefixes]: (typeof PREFIXED)[number]): UnitOfMeasurement[] {
  const plain = unit([name, symbols, spellings]);
  return [
    plain,
    ...prefixes.map((prefix) => ({
      name: `${prefix}${name}`,
      symbols: list(symbols).map((symbol) => `${PREFIXES[prefix]}${symbol}`),
      words: plain.words.map((word) => `${prefix}${word}`),
    })),
  ];
}

/** Units that take no prefix. */
const PLAIN: readonly Row[] = [
  // Shares
  ['percentage', '%,pct,pc,p.c.', 'percent,per cent,per-cent'],
  ['percentage point', 'pp,pps,ppt', 'percent point,per cent point'],
  ['basis point', 'bp,bps', 'basis-point'],
  ['permille', '‰', 'per mille,per mil'],
  ['part per million', 'ppm', 'parts per million'],
  ['part per billion', 'ppb', 'parts per billion'],
  ['part per trillion', '', 'parts per trillion'],
  ['point', 'pts,pt', ''],
  ['count', '', 'time'],
  // Length
  ['kilometre', 'kms,Km', 'klick'],
  ['micrometre', 'μm,um', 'micron'],
  ['metre', '', 'metres'],
  ['inch', 'in.,″', 'inches'],
  ['foot', 'ft,ft.', 'feet'],
  ['yard', 'yd,yds', ''],
  ['mile', 'mi', ''],
  ['nautical mile', 'nmi,NM', 'sea mile'],
  ['furlong', '', ''],
  ['fathom', '', ''],
  ['league', '', ''],
  ['light-year', 'ly', 'light year'],
  ['astronomical unit', 'AU,au', ''],
  // Area
  ['square kilometre', 'km²,km2,sq km,sq. km,sqkm', 'square kilometer'],
  ['square centimetre', 'cm²,cm2,sq cm', 'square centimeter'],
  ['square millimetre', 'mm²,mm2', 'square millimeter'],
  ['square feet', 'sq ft,sqft,sq. ft,sq. ft.,ft²,ft2', 'square feet,square foot,square-foot'],
  ['square mile', 'sq mi,mi²,sq miles', ''],
  ['square inch', 'sq in,in²', 'square inches'],
  ['square yard', 'sq yd,yd²', ''],
  ['acre', 'ac', ''],
  // Volume
  ['cubic metre', 'm³,m3,cbm,cu m', 'cubic meter'],
  ['cubic centimetre', 'cm³,cm3,cc,ccm', 'cubic centimeter'],
  ['cubic kilometre', 'km³,km3', 'cubic kilometer'],
  ['cubic foot', 'cu ft,ft³,cu. ft.', 'cubic feet'],
  ['cubic inch', 'cu in,in³', 'cubic inches'],
  ['cubic yard', 'cu yd', ''],
  ['millilitre', 'mls', 'mil'],
  ['gallon', 'gal,gals', 'us gallon'],
  ['quart', 'qt', 'us quart'],
  ['pint', '', 'us pint'],
  ['ounce', 'oz,oz.', 'fluid ounce,us fluid ounce,fl oz'],
  ['cup', '', ''],
  ['tablespoon', 'tbsp,Tbsp', ''],
  ['teaspoon', 'tsp', ''],
  ['barrel', 'bbl,bbls', ''],
  ['barrel per day', 'bpd,b/d', ''],
  ['bushel', 'bu', ''],
  ['acre-foot', '', 'acre-feet,acre foot,acre feet'],
  // Mass
  ['kilogram', 'kgs,Kg,KG', 'kilo'],
  ['microgram', 'μg,ug,mcg', ''],
  ['milligram', 'mgs', ''],
  ['ton', '', 'short ton'],
  ['long ton', '', ''],
  ['pound-mass', 'lb,lbs,lb.,lbs.', 'pound'],
  ['stone', '', ''],
  ['troy ounce', 'ozt', ''],
  ['carat', 'ct', 'karat'],
  ['hundredweight', 'cwt', ''],
  ['gross ton', 'GT', 'gross tonne'],
  ['deadweight ton', 'dwt', 'deadweight tonne'],
  // Time
  ['second', 'sec,secs', ''],
  ['millisecond', 'msec', ''],
  ['minute', 'min,mins', ''],
  ['hour', 'h,hr,hrs', ''],
  ['day', '', ''],
  ['night', '', ''],
  ['week', 'wk,wks', ''],
  ['fortnight', '', ''],
  ['month', 'mo', ''],
  ['quarter', '', ''],
  ['season', '', ''],
  ['year', 'yr,yrs', ''],
  ['decade', '', ''],
  ['century', '', 'centuries'],
  ['millennium', '', 'millennia'],
  ['school year', '', ''],
  // Temperature and angle
  ['celsius', '°C,deg C,degC,℃,C', 'degree celsius,degree centigrade,degree c,centigrade'],
  ['fahrenheit', '°F,deg F,degF,℉,F', 'degree fahrenheit,degree f'],
  ['kelvin', 'K', 'degree kelvin'],
  ['degree', '°,deg', ''],
  // Speed
  ['mile per hour', 'mph,MPH,mi/h', 'mile an hour'],
  ['kilometre per hour', 'km/h,kph,kmh,kmph,KPH,km/hr,kmp/h', 'kilometer per hour,kilometre an hour,kilometer an hour'],
  ['metre per second', 'm/s,mps', 'meter per second'],
  ['kilometre per second', 'km/s', 'kilometer per second'],
  ['foot per second', 'ft/s,fps', 'feet per second'],
  ['knot', 'kn,kt,kts', ''],
  ['mach', '', ''],
  ['mile per gallon', 'mpg,MPG', 'mile to the gallon'],
  ['kilometre per litre', 'km/l,kmpl', 'kilometer per liter'],
  ['mile per gallon equivalent', 'mpge,MPGe', ''],
  ['litre per 100 kilometres', 'l/100km,L/100km,l/100 km,L/100 km', ''],
  ['revolutions per minute', 'rpm,RPM', 'revolution per minute'],
  ['beat per minute', 'bpm,BPM', ''],
  ['frame per second', '', ''],
  // Force, power, energy, pressure
  ['horsepower', 'hp,HP,bhp,PS,ps,whp', 'horse power,brake horsepower,metric horsepower'],
  ['pound-foot', 'lb ft,lbft', 'pound-feet,pound foot,pound feet'],
  ['foot pound-force', 'lb-ft,lb.-ft.,lb-ft.,ft-lb,ft lb,ft-lbs,ft.-lbs.', 'foot-pound,foot pound'],
  ['pound-force', 'lbf', 'pound of thrust'],
  ['pound per square inch', 'psi,PSI', ''],
  ['atmosphere', 'atm', ''],
  ['millimetre of mercury', 'mmHg', 'millimeter of mercury'],
  ['british thermal unit', 'BTU,Btu,btu', ''],
  ['mega british thermal unit', 'mmBTU,mmBtu,MMBtu,MMBTU,MMbtu', 'million british thermal unit'],
  ['therm', '', ''],
  ['kilocalorie', 'kcals,Cal', ''],
  ['kiloton', '', ''],
  ['megaton', '', ''],
  ['gigaton', '', ''],
  ['newton metre', 'NM', ''],
  // Light, sound, radiation
  ['lumen', 'lm', ''],
  ['candela', 'cd', ''],
  ['lux', 'lx', ''],
  ['nit', '', ''],
  ['roentgen', 'R', ''],
  ['rad', '', ''],
  // Data and pictures
  ['byte', '', ''],
  ['kilobyte', 'KB', ''],
  ['kilobit', 'Kb', ''],
  ['gigabyte', 'gb,GBs,gig', ''],
  ['megabyte', 'mb', ''],
  ['megabit per second', 'mbps,MBit/s', ''],
  ['gigabit per second', 'gbps', ''],
  ['kilobit per second', 'Kbps', ''],
  ['kilohertz', 'KHz,khz', ''],
  ['megahertz', 'Mhz,mhz', ''],
  ['gigahertz', 'Ghz,ghz', ''],
  ['kilowatt', 'Kw,KW', ''],
  ['kilowatt hour', 'KWh,kwh,kw/h', ''],
  ['megapixel', 'MP', ''],
  ['dot per inch', 'dpi', ''],
  ['pixel per inch', 'ppi', ''],
  ['barrel of oil equivalent', 'boe', ''],
  ['tonne of oil equivalent', 'toe', ''],
  ['twenty-foot equivalent unit', 'TEU,TEUs', ''],
  // Sport
  ['point per game', 'ppg', ''],
  ['rebound per game', 'rpg', ''],
  ['assist per game', 'apg', ''],
  ['block per game', 'bpg', ''],
  ['steal per game', 'spg', ''],
  ['strikeout', 'Ks', ''],
  // Medicine
  ['milligram per decilitre', 'mg/dL,mg/dl', 'milligram per deciliter'],
  ['millimole per litre', 'mmol/L,mmol/l', 'millimole per liter'],
  ['international unit', 'IU,iu', ''],
];

export const UNITS: readonly UnitOfMeasurement[] = [...PREFIXED.flatMap(prefixed), ...PLAIN.map(unit)];

/** Units of time, which can follow “a” in a rate (“twice a day”) and make a duration. */
export const TIME_UNITS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'fortnight',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
]);

/** Nouns that can follow “a” in a rate, besides units of measurement: “$20 a head”. */
export const RATE_NOUNS: ReadonlySet<string> =
  wordList(`share head person piece ride trip game night ticket copy dose bottle bag box crate pop plate room unit visit
  shift session seat passenger household family child student pupil vehicle car gallon barrel acre`);
