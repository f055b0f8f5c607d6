import type { Service } from '../../src/server/service.js';

/** What a service tells at /metrics. */
export class Exposition {
  readonly #lines: readonly string[];

  constructor(text: string) {
    this.#lines = text.split('\n');
  }

  /** The metrics that it has, each with its type; also those that have no value yet. */
  get types(): ReadonlyMap<string, string> {
    const types = this.#lines.flatMap((line) => {
      const [, name, type] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
      return name === undefined || type === undefined ? [] : [[name, type] as const];
    });
    return new Map(types);
  }

  /** The values of one series, each by its labels as they stand there. */
  valuesOf(name: string): Readonly<Record<string, number>> {
    const values = this.#lines.flatMap((line) => {
      const [, found, labels = '', value] = /^([a-z0-9_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return found === name ? [[labels, Number(value)] as const] : [];
    });
    return Object.fromEntries(values);
  }
}

export async function metricsOf({ url }: Pick<Service, 'url'>): Promise<Exposition> {
  const response = await fetch(new URL('/metrics', url));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`/metrics answers ${response.status}: ${text}`);
  return new Exposition(text);
}
