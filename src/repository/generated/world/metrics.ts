import { type Metric, metricId } from '../../../domain/statistic.js';

/** A metric and how large its figures are. */
export interface Measured {
  /** Its number in the list of metrics. */
  readonly number: number;
  readonly metric: Metric;
  /** The usual figure for a place of middling size. */
  readonly size: number;
  /** How many decimals its figures are printed with. */
  readonly decimals: 0 | 1;
}

/** Name, unit, usual size; a size below 100 is printed with a decimal. The first eight have names in every language. */
const METRICS: readonly (readonly [name: string, unit: string, size: number])[] = [
  ['households without power', 'households', 8_400],
  ['unemployment rate', 'per cent', 6.2],
  ['passengers on the ferries', 'passengers', 23_000],
  ['confirmed cases of reed fever', 'cases', 940],
  ['price of a sack of flour', 'crowns', 31.5],
  ['new dwellings', 'dwellings', 1_250],
  ['herring landed', 'tonnes', 5_600],
  ['inflation rate', 'per cent', 3.4],
  ['people in temporary shelters', 'people', 2_700],
  ['pupils without a teacher', 'pupils', 780],
  ['deaths from reed fever', 'deaths', 130],
  ['ships waiting outside the harbour', 'ships', 140],
  ['water level of the reservoirs', 'per cent', 61.5],
  ['days of school lost', 'days', 320],
  ['turnout', 'per cent', 58.3],
  ['visitors', 'visitors', 41_000],
  ['applications for asylum', 'applications', 460],
  ['reported burglaries', 'burglaries', 510],
  ['area of forest burnt', 'hectares', 3_900],
  ['exports of timber', 'cubic metres', 18_500],
  ['average rent of a flat', 'crowns', 740],
  ['public debt', 'million crowns', 12_600],
  ['budget deficit', 'per cent', 2.8],
  ['registered fishing boats', 'boats', 2_150],
  ['trains that ran late', 'trains', 610],
  ['patients waiting for surgery', 'patients', 4_300],
  ['nurses on strike', 'nurses', 1_700],
  ['orders for new ships', 'ships', 210],
  ['wind power produced', 'gigawatt hours', 370],
  ['rainfall', 'millimetres', 86.4],
  ['sea temperature', 'degrees', 14.6],
  ['bank loans in default', 'per cent', 4.1],
  ['vacant shops', 'shops', 640],
  ['letters delivered', 'letters', 96_000],
  ['vaccinated residents', 'residents', 52_000],
  ['tickets sold by museums', 'tickets', 15_400],
  ['cattle lost', 'animals', 890],
  ['kilometres of road closed', 'kilometres', 175],
  ['minimum wage', 'crowns', 12.4],
  ['membership of unions', 'members', 33_000],
];

/** Forty metrics. */
export function inventMetrics(): Measured[] {
  return METRICS.map(([name, unit, size], number) => ({
    number,
    metric: {
      id: metricId(name),
      name,
      unit,
      definition: size > 10_000 ? `As the statistical office counts ${unit}.` : null,
    },
    size,
    decimals: size < 100 ? 1 : 0,
  }));
}
