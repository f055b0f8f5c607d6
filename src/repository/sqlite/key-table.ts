/** Up to how many keys have a parameter each. */
const FEW = 256;

/** What SQL has in the place of a list of keys: how, and the parameters for it. */
export interface KeyTable {
  /** How many keys there is room for; 0: for any number. */
  readonly size: number;
  readonly parameters: readonly unknown[];
}

/**
 * A few keys as parameters, by which a look-up takes about half the time that a list in JSON lets it take; many as JSON. There is
 * room for a power of two of them, so that there are few statements, and null where a key is missing, which nothing equals.
 */
export function keyTable(keys: readonly string[]): KeyTable {
  if (keys.length > FEW) return { size: 0, parameters: [JSON.stringify(keys)] };
  const size = 2 ** Math.ceil(Math.log2(Math.max(keys.length, 1)));
  const parameters: (string | null)[] = [...keys];
  while (parameters.length < size) parameters.push(null);
  return { size, parameters };
}

/** The SQL of keys as a table, with the number of each (`key`) and itself (`value`). */
export function keyRows({ size }: KeyTable): string {
  if (size === 0) return 'json_each(?)';
  const rows = Array.from({ length: size }, (_, index) => `(${index}, ?)`);
  return `(select column1 as key, column2 as value from (values ${rows.join(', ')}))`;
}
