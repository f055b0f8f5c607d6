import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Exposition, metricsOf } from '../support/metrics.js';
import { type RunningService, runService } from '../support/running-service.js';

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly for: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    }[];
  }[];
}

interface Dashboard {
  readonly templating: { readonly list: readonly { readonly query: string | { readonly query: string } }[] };
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const read = (path: string) => readFileSync(new URL(`../../deploy/${path}`, import.meta.url), 'utf8');

const RULES: Rules = parse(read('prometheus/onrecord.yml'));
const DASHBOARD: Dashboard = JSON.parse(read('grafana/onrecord.json'));

const ALERTS = RULES.groups.flatMap(({ rules }) => rules);
const PANEL_QUERIES = DASHBOARD.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

/** The names in a query of Prometheus that look like those of metrics; `up` is Prometheus’s own. */
function metricsIn(query: string): string[] {
  return query.replaceAll(/"[^"]*"/g, '').match(/\b[a-z]+(?:_[a-z0-9]+)+\b(?!\s*\()/g) ?? [];
}

/** The series of a metric: a histogram has three. */
function seriesOf({ types }: Exposition): Set<string> {
  return new Set(
    [...types].flatMap(([name, type]) =>
      type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
    ),
  );
}

describe('what deploy has for Prometheus and Grafana', () => {
  let service: RunningService;
  let exposition: Exposition;
  beforeAll(async () => {
    service = await runService();
    exposition = await metricsOf(service);
  });
  afterAll(() => service.stop());

  test.for([
    ['the alert rules', ALERTS.map(({ expr }) => expr)],
    ['the dashboard', PANEL_QUERIES],
  ] as const)('%s name no metric that the service has not', ([, queries]) => {
    const series = seriesOf(exposition);
    const named = queries.flatMap(metricsIn);
    expect(named.length).toBeGreaterThanOrEqual(queries.length - 1);
    expect(named.filter((name) => !series.has(name))).toEqual([]);
  });

  test('the dashboard shows every metric', () => {
    const shown = new Set(PANEL_QUERIES.flatMap(metricsIn));
    const missing = [...exposition.types.keys()].filter(
      (name) => ![...shown].some((series) => series.startsWith(name)),
    );
    expect(missing).toEqual([]);
  });

  test('the dashboard’s panels lie beside one another, each with an id of its own', () => {
    const cells = DASHBOARD.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)} ${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(DASHBOARD.panels.map(({ id }) => id)).size).toBe(DASHBOARD.panels.length);
  });

  test('every alert says how grave it is, what is wrong, and where to look', () => {
    expect(ALERTS.length).toBeGreaterThan(0);
    for (const alert of ALERTS) {
      expect(alert).toMatchObject({
        for: expect.stringMatching(/^\d+m$/),
        labels: { severity: expect.stringMatching(/^(critical|warning)$/) },
        annotations: { summary: expect.stringMatching(/\.$/), description: expect.stringMatching(/\.$/) },
      });
    }
  });
});
