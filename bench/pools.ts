import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Random } from './random.ts';

/** How many rows of a table are looked at. */
const SAMPLE = 1500;
/** How many texts words are taken from. */
const TEXTS = 400;

export interface Person {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Words in quotation marks, and who says them. */
export interface Quoted {
  readonly text: string;
  readonly speaker: string;
}

export interface Series {
  readonly metric: string;
  readonly place: string | null;
  readonly unit: string | null;
  readonly from: string;
}

/** The place of a statement in the list of all, as the keys that cursors carry. */
export interface StatementKeys {
  readonly desc: readonly [number, string];
  readonly asc: readonly [number, string];
}

/** What there is to ask a store about. Random samples, the same for the same store. */
export interface Pools {
  readonly slugs: readonly string[];
  readonly updates: readonly string[];
  readonly latestUpdates: readonly string[];
  readonly days: readonly string[];
  /** By how many statements they have: the first ten, the rest of the first tenth, and the others. */
  readonly people: Readonly<Record<'most' | 'often' | 'seldom', readonly Person[]>>;
  readonly organizations: readonly string[];
  readonly publishers: readonly string[];
  readonly topics: readonly string[];
  /** Statements that another one reports. */
  readonly reported: readonly string[];
  /** Statements that a relation leads to, and those that carry figures. */
  readonly answered: readonly string[];
  readonly counting: readonly string[];
  readonly positions: readonly StatementKeys[];
  /** The series with the most figures, and any others. */
  readonly long: readonly Series[];
  readonly short: readonly Series[];
  readonly words: Readonly<Record<'common' | 'rare', readonly string[]>>;
  readonly pairs: readonly string[];
  readonly phrases: readonly string[];
  readonly quoted: readonly Quoted[];
  /** Two or three characters of Korean or Chinese headlines. */
  readonly spaceless: readonly string[];
}

export function readPools(file: string): Pools {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return poolsOf(new Sampler(database));
  } finally {
    database.close();
  }
}

/** Reads rows of a store; every value is read as a string, null as an empty one. */
class Sampler {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  rows(sql: string, ...parameters: SQLInputValue[]): Record<string, string>[] {
    return this.#database
      .prepare(sql)
      .all(...parameters)
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])));
  }

  /** The first column of each row. */
  column(sql: string, ...parameters: SQLInputValue[]): string[] {
    return this.rows(sql, ...parameters).flatMap((row) => Object.values(row).slice(0, 1));
  }

  /** Rows of a table from all over it: `select` sees them as `n`. */
  sample(table: string, select: string, size: number = SAMPLE): Record<string, string>[] {
    const random = new Random('sample', table, select);
    const last = Number(this.column(`select max(rowid) from ${table}`)[0]);
    const numbers = Array.from({ length: size }, () => random.int(1, last));
    return random.shuffled(
      this.rows(
        `select ${select} from ${table} n where n.rowid in (select value from json_each(?))`,
        JSON.stringify(numbers),
      ),
    );
  }
}

function poolsOf(store: Sampler): Pools {
  const articles = store.sample('article', `n.slug, n.updated_at, date(n.published_at / 1000, 'unixepoch') as day`);
  const people = store.rows(
    'select id, slug, name from person order by statement_count_desc, id',
  ) as unknown as Person[];
  const tenth = Math.max(Math.ceil(people.length / 10), 11);
  const statements = store.sample('statement', 'n.id, n.parent_id, n.said_desc, n.said_asc, n.listed');
  const listed = statements.filter((row) => row['listed'] === '1');
  const series = readSeries(store);
  return {
    slugs: columnOf(articles, 'slug'),
    updates: columnOf(articles, 'updated_at').map(timeOf),
    latestUpdates: store
      .column('select updated_at from article order by updated_at desc limit 200')
      .map((time) => timeOf(time)),
    days: columnOf(articles, 'day'),
    people: { most: people.slice(0, 10), often: people.slice(10, tenth), seldom: people.slice(tenth) },
    organizations: store.column('select id from organization order by id'),
    publishers: store.column('select id from publisher order by id'),
    topics: store.column('select id from topic order by id'),
    reported: columnOf(
      listed.filter((row) => row['parent_id'] !== ''),
      'id',
    ),
    answered: [...new Set(columnOf(store.sample('relation', 'n.to_id'), 'to_id'))],
    counting: columnOf(store.sample('statistic', 'n.statement_id'), 'statement_id').filter((id) => id !== ''),
    positions: listed.map((row) => ({
      desc: [Number(row['said_desc']), row['id'] ?? ''],
      asc: [Number(row['said_asc']), row['id'] ?? ''],
    })),
    long: series.slice(0, 20),
    short: series.slice(20),
    quoted: readQuoted(store),
    ...readWords(store),
  };
}

/** Quotations of seven words or more, of any script that has spaces between words. */
function readQuoted(store: Sampler): Quoted[] {
  return store
    .sample('statement', 'n.text, n.speaker_id, n.kind, n.listed')
    .flatMap(({ text = '', speaker_id: speaker = '', kind, listed }) =>
      kind === 'DIRECT' && listed === '1' && speaker !== '' && text.split(' ').length >= 7 ? [{ text, speaker }] : [],
    );
}

function columnOf(rows: readonly Record<string, string>[], name: string): string[] {
  return rows.flatMap((row) => row[name] ?? []);
}

function timeOf(milliseconds: string): string {
  return new Date(Number(milliseconds)).toISOString();
}

/** The series that the operation can ask for, those with the most figures first. */
function readSeries(store: Sampler): Series[] {
  const rows = store.rows(
    `select series, min(as_of_to) as day from statistic where listed and as_of_to is not null
      group by series order by count(*) desc, series limit 2000`,
  );
  return rows.flatMap(({ series = '', day = '' }) => {
    const [metric, place, subject, unit, measure]: (string | null)[] = JSON.parse(series);
    return metric != null && subject === null && measure === 'LEVEL'
      ? [{ metric, place: place ?? null, unit: unit ?? null, from: day }]
      : [];
  });
}

/** Words by how many of some English texts have them, pairs and phrases out of statements, and what has no spaces. */
function readWords(store: Sampler): Pick<Pools, 'words' | 'pairs' | 'phrases' | 'spaceless'> {
  const random = new Random('words');
  const texts = store
    .sample('article', `n.language, (select text from article_revision where id = n.current_revision_id) as text`)
    .flatMap(({ language, text = '' }) => (language === 'en' ? [text] : []))
    .slice(0, TEXTS);
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const common = random.shuffled(frequent.slice(0, 60));
  const contents = store.sample('statement', 'n.text').flatMap(({ text = '' }) => {
    const words = wordsOf(text);
    return words.length >= 5 ? [words] : [];
  });
  const titles = store.rows(`select title from article where language in ('ko', 'zh') order by id limit ?`, SAMPLE);
  return {
    words: { common, rare: random.shuffled(frequent.filter((word) => counts.get(word) === 1)) },
    pairs: contents.map((words) => random.shuffled(words).slice(0, 2).join(' ')),
    phrases: contents.map((words) => {
      const start = random.int(0, words.length - 3);
      return `"${words.slice(start, start + 3).join(' ')}"`;
    }),
    spaceless: random.shuffled(
      titles.flatMap(({ title = '' }) => title.match(/[\p{Script=Han}\p{Script=Hangul}]{2,3}/gu) ?? []),
    ),
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
