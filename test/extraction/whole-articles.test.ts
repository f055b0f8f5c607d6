import { describe, expect, it } from 'vitest';
import { table } from '../../src/cli/table.js';
import { type Counts, ratiosOf, sumOf } from '../../src/extraction/evaluation/ratios.js';
import { extract } from '../../src/extraction/extract.js';
import { PACKAGED_SEEDS, readSeeds } from '../../src/repository/seed/read-seeds.js';
import { type ArticleScore, type Share, scoreArticle } from './score-article.js';

const RECORDED_AT = new Date('2031-12-31T00:00:00Z');
const RECORDS = [new URL('./articles/', import.meta.url), PACKAGED_SEEDS].flatMap((directory) =>
  readSeeds(directory, RECORDED_AT),
);

/** What has been reached over all articles, in per cent: raise a floor with each gain. */
const FLOORS = {
  default: { statements: 91, speakers: 92, chains: 92, statistics: 78, relations: 78 },
  accurate: { statements: 90, speakers: 92, chains: 90, statistics: 77, relations: 80 },
} as const;

/** What is wanted of either grade, at the least. */
const WANTED = { statements: 80, speakers: 90, chains: 75, statistics: 75, relations: 60 } as const;
const WANTED_FIGURES = Object.keys(WANTED) as (keyof typeof WANTED)[];

type Figures = Record<keyof ArticleScore, number>;

/** F1 of what is found, and the share of what is right, in per cent. */
function figuresOf(scores: readonly ArticleScore[]): Figures {
  const f1 = (pick: (score: ArticleScore) => Counts) => ratiosOf(sumOf(scores.map(pick))).f1;
  const right = (pick: (score: ArticleScore) => Share) => {
    const of = scores.reduce((sum, score) => sum + pick(score).of, 0);
    const hits = scores.reduce((sum, score) => sum + pick(score).right, 0);
    return of === 0 ? 0 : Math.round((1000 * hits) / of) / 10;
  };
  return {
    statements: f1(({ statements }) => statements),
    speakers: right(({ speakers }) => speakers),
    chains: right(({ chains }) => chains),
    nestedChains: right(({ nestedChains }) => nestedChains),
    figures: f1(({ figures }) => figures),
    figurePlaces: right(({ figurePlaces }) => figurePlaces),
    figureDates: right(({ figureDates }) => figureDates),
    figureClaimants: right(({ figureClaimants }) => figureClaimants),
    statistics: f1(({ statistics }) => statistics),
    relations: f1(({ relations }) => relations),
  };
}

const COLUMNS = Object.keys(figuresOf([])) as (keyof Figures)[];

/** A line of the table of figures. */
function row(name: string, figures: Figures): string[] {
  return [name, ...COLUMNS.map((column) => figures[column].toFixed(1))];
}

describe.each(['default', 'accurate'] as const)('whole articles, %s', (grade) => {
  const scores = RECORDS.map((record) => {
    const published = record.article.publishedAt.toISOString().slice(0, 10);
    return scoreArticle(record, extract(record.revision.text, { published, accurate: grade === 'accurate' }));
  });
  const total = figuresOf(scores);
  const rows = RECORDS.map(({ article }, index) =>
    row(article.title.slice(0, 40), figuresOf(scores.slice(index, index + 1))),
  );
  const wanted = [
    'wanted',
    ...COLUMNS.map((column) => (column in WANTED ? String(WANTED[column as keyof typeof WANTED]) : '')),
  ];
  console.info(table([`F1 or per cent, ${grade}`, ...COLUMNS], [...rows, row('all', total), wanted]).join('\n'));

  it.each(WANTED_FIGURES)('are read as well as they have been: %s', (figure) => {
    expect(total[figure]).toBeGreaterThanOrEqual(FLOORS[grade][figure]);
  });
});
