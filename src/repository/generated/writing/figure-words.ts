import type { Day } from '../../../domain/dates.js';
import type { AsOf, Figure } from '../figures.js';
import type { FigureWords, Language } from '../languages/language.js';

/** The patterns for what a figure measures: how much there is, what it came to, or by how much it changed. */
export function figurePatterns({ measure, change }: Figure, words: FigureWords): readonly string[] {
  if (measure === 'CHANGE') return change === 'UP' ? words.roseBy : words.fellBy;
  if (change === 'NONE') return words.level;
  return change === 'UP' ? words.roseTo : words.fellTo;
}

/** The figure as printed, without its unit: “12,600”, “3.4 to 3.9”. */
export function printFigure({ value, upperValue, measured }: Figure, words: FigureWords): string {
  const print = (number: number) => printNumber(number, measured.decimals, words);
  return upperValue === null ? print(value) : `${print(value)}${words.to}${print(upperValue)}`;
}

function printNumber(value: number, decimals: 0 | 1, { thousands, decimal }: FigureWords): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, thousands);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

/** What a language calls a metric. English is what the metrics are named in. */
export function metricWords({ measured }: Figure, { figures, definite }: Language): { name: string; unit: string } {
  const [name, unit] = figures.metrics[measured.number] ?? [
    `${definite}${measured.metric.name}`,
    measured.metric.unit ?? '',
  ];
  return { name, unit };
}

export function printAsOf({ precision, from, to }: AsOf, words: FigureWords): string {
  return words.asOf[precision]
    .replace('{from}', printDay(from, words))
    .replace('{to}', printDay(to, words))
    .replace('{m}', monthOf(from, words))
    .replace('{y}', from.slice(0, 4));
}

function printDay(day: Day, words: FigureWords): string {
  return words.day
    .replace('{d}', `${Number(day.slice(8))}`)
    .replace('{m}', monthOf(day, words))
    .replace('{y}', day.slice(0, 4));
}

function monthOf(day: Day, { months }: FigureWords): string {
  const number = Number(day.slice(5, 7));
  return months[number - 1] ?? `${number}`;
}
