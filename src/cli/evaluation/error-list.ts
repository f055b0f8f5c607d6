import { table } from '../table.js';
import { shortened } from './shortened.js';

/** All errors of one kind. */
export interface ErrorGroup<T> {
  readonly kind: string;
  readonly meaning: string;
  readonly count: number;
  /** Some of them, from all over the data. */
  readonly examples: readonly T[];
}

/** Groups errors by their kinds, the most frequent first; `meanings` names the kinds. Those without errors are left out. */
export function groupErrors<T extends { readonly kind: string }>(
  errors: readonly T[],
  meanings: Readonly<Record<T['kind'], string>>,
  mostExamples: number,
): ErrorGroup<T>[] {
  return Object.entries<string>(meanings)
    .map(([kind, meaning]) => {
      const same = errors.filter((error) => error.kind === kind);
      return { kind, meaning, count: same.length, examples: spread(same, mostExamples) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** At most `count` entries of a list, evenly from its beginning to its end. */
function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return list.filter(
    (_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length),
  );
}

/** The groups as lines: a table of their counts, and below it the examples of each, as `describe` puts them in lines. */
export function errorLines<T>(groups: readonly ErrorGroup<T>[], describe: (error: T) => readonly string[]): string[] {
  const rows = groups.map(({ kind, count, meaning }) => [kind, count.toLocaleString('en'), meaning]);
  const examples = groups
    .filter((group) => group.examples.length > 0)
    .flatMap((group) => [
      '',
      `${group.kind}:`,
      ...group.examples.flatMap((example) => describe(example).map((line) => `  ${shortened(line)}`)),
    ]);
  if (groups.length === 0) return ['No errors'];
  return ['Errors', ...table(['kind', 'errors', 'meaning'], rows), ...examples];
}
