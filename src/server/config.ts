import { OnRecordError } from '../domain/errors.js';
import { LIMITS, type Limit, type LimitValues } from './limits/limits.js';
import { EXPORTERS, SAMPLERS, type TracingConfig } from './observability/tracing.js';

const ENVIRONMENTS = ['development', 'production', 'test'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** More threads than this only compete for memory. */
export const MOST_WORKERS = 32;
const SEEDINGS = ['auto', 'off'] as const;
const READINGS = ['open', 'key'] as const;
const SWITCHES = ['off', 'on'] as const;
/** More seconds than this are no limit. */
const MOST_SECONDS = 3600;
const METRICS_ACCESSES = ['off', 'local', 'open'] as const;

/** The settings of a service, from its environment; README.md has the table. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The file of the embedded store. */
  readonly store: string;
  /** Whether an empty store is seeded when the service starts. */
  readonly seed: (typeof SEEDINGS)[number];
  /** Who may read: everybody, or whoever has an API key. */
  readonly reading: (typeof READINGS)[number];
  /** Whether the service is a subgraph of Apollo Federation. */
  readonly federation: (typeof SWITCHES)[number];
  /** Who may read the metrics: nobody, programs of this machine, or everybody. */
  readonly metrics: (typeof METRICS_ACCESSES)[number];
  readonly tracing: TracingConfig;
  readonly environment: (typeof ENVIRONMENTS)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How many articles the service reads at once. */
  readonly workers: number;
  /** The folder or the manifest with the operations that clients may ask for by id. */
  readonly operations: string | undefined;
  /** Whether those operations are all that is answered. */
  readonly operationsOnly: (typeof SWITCHES)[number];
  /** For how many seconds a connection may wait for its next request. */
  readonly keepAlive: number;
  /** How many seconds a request may take to come, its body included. */
  readonly receiving: number;
  /** Origins of web pages that may ask, besides those that development allows by itself. */
  readonly corsOrigins: readonly string[];
  /** Whether a proxy in front of the service says whom it asks for (X-Forwarded-For). */
  readonly trustProxy: boolean;
  readonly limits: LimitValues;
}

/** A setting that cannot be used; the message names the variable and what it takes. */
class ConfigError extends OnRecordError {
  constructor(variable: string, found: string, takes: string) {
    super('BAD_USER_INPUT', `${variable} is “${found}”, but takes ${takes}.`);
  }
}

/** Reads the settings from environment variables; an empty one counts as not set. Throws a ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = (variable: string) => environment[variable]?.trim() || undefined;
  const choice = <Value extends string>(variable: string, values: readonly Value[], fallback: Value): Value => {
    const found = read(variable);
    if (found === undefined) return fallback;
    const value = values.find((candidate) => candidate === found);
    if (value === undefined) throw new ConfigError(variable, found, `one of ${values.join(', ')}`);
    return value;
  };
  return {
    port: parsePort(read('PORT')),
    host: read('HOST') ?? '127.0.0.1',
    store: parseStore(read('ONRECORD_STORE')),
    seed: choice('ONRECORD_SEED', SEEDINGS, 'auto'),
    reading: choice('ONRECORD_READ', READINGS, 'open'),
    federation: choice('ONRECORD_FEDERATION', SWITCHES, 'off'),
    metrics: choice('ONRECORD_METRICS', METRICS_ACCESSES, 'local'),
    tracing: {
      exporter: choice('OTEL_TRACES_EXPORTER', EXPORTERS, hasCollector(read) ? 'otlp' : 'none'),
      url: tracesUrl(read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'), read('OTEL_EXPORTER_OTLP_ENDPOINT')),
      serviceName: read('OTEL_SERVICE_NAME') ?? 'onrecord',
      sampler: choice('OTEL_TRACES_SAMPLER', SAMPLERS, 'parentbased_always_on'),
      share: parseShare(read('OTEL_TRACES_SAMPLER_ARG')),
    },
    environment: choice('NODE_ENV', ENVIRONMENTS, 'development'),
    logLevel: choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    workers: parseWorkers(read('ONRECORD_WORKERS')),
    operations: read('ONRECORD_OPERATIONS'),
    operationsOnly: checkOnly(choice('ONRECORD_OPERATIONS_ONLY', SWITCHES, 'off'), read('ONRECORD_OPERATIONS')),
    keepAlive: parseSeconds('ONRECORD_KEEP_ALIVE_SECONDS', read('ONRECORD_KEEP_ALIVE_SECONDS'), 72),
    receiving: parseSeconds('ONRECORD_RECEIVE_SECONDS', read('ONRECORD_RECEIVE_SECONDS'), 30),
    corsOrigins: parseOrigins(read('ONRECORD_CORS_ORIGINS')),
    trustProxy: choice('ONRECORD_TRUST_PROXY', SWITCHES, 'off') === 'on',
    limits: parseLimits(read),
  };
}

function parseLimits(read: (variable: string) => string | undefined): LimitValues {
  const entries = Object.entries<Limit>(LIMITS).map(([name, { variable, fallback, optional = false }]) => {
    const found = read(variable);
    if (found === undefined) return [name, fallback];
    if (optional && found === 'off') return [name, Number.POSITIVE_INFINITY];
    const value = Number(found);
    if (/^\d{1,9}$/.test(found) && value >= 1) return [name, value];
    throw new ConfigError(variable, found, `a whole number from 1 to 999999999${optional ? ', or “off”' : ''}`);
  });
  return Object.fromEntries(entries);
}

function hasCollector(read: (variable: string) => string | undefined): boolean {
  return [read('OTEL_EXPORTER_OTLP_ENDPOINT'), read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT')].some(Boolean);
}

/** Where traces are sent to: the first as it is, or below the second, as OpenTelemetry has it. */
function tracesUrl(traces: string | undefined, all: string | undefined): string | undefined {
  for (const [variable, found] of [
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', traces],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', all],
  ] as const) {
    if (found !== undefined && !/^https?:$/.test(URL.parse(found)?.protocol ?? '')) {
      throw new ConfigError(variable, withoutSecrets(found), 'the address of a collector, like http://127.0.0.1:4318');
    }
  }
  return traces ?? (all && `${all.replace(/\/$/, '')}/v1/traces`);
}

function parseShare(found: string | undefined): number {
  if (found === undefined) return 1;
  const share = /^\d*\.?\d+$/.test(found) ? Number(found) : Number.NaN;
  if (share <= 1) return share;
  throw new ConfigError('OTEL_TRACES_SAMPLER_ARG', found, 'the share of traces to send, from 0 to 1');
}

function parsePort(found: string | undefined): number {
  if (found === undefined) return 4000;
  const port = /^\d{1,5}$/.test(found) ? Number(found) : Number.NaN;
  if (!(port <= 65_535)) throw new ConfigError('PORT', found, 'a port number from 0 to 65535 (0: any free port)');
  return port;
}

function parseWorkers(found: string | undefined): number {
  if (found === undefined) return 1;
  const workers = Number(found);
  if (/^\d{1,2}$/.test(found) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new ConfigError('ONRECORD_WORKERS', found, `a whole number from 1 to ${MOST_WORKERS}`);
}

function parseSeconds(variable: string, found: string | undefined, fallback: number): number {
  if (found === undefined) return fallback;
  const seconds = Number(found);
  if (/^\d{1,4}$/.test(found) && seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  throw new ConfigError(variable, found, `a whole number of seconds from 1 to ${MOST_SECONDS}`);
}

/** That nothing but a list is answered takes a list. */
function checkOnly(found: Config['operationsOnly'], operations: string | undefined): Config['operationsOnly'] {
  if (found === 'off' || operations !== undefined) return found;
  throw new ConfigError(
    'ONRECORD_OPERATIONS_ONLY',
    found,
    'a list of operations that it can hold to: set ONRECORD_OPERATIONS, too',
  );
}

/** Checks the setting that names the store, wherever it comes from. */
export function parseStore(found: string | undefined, variable = 'ONRECORD_STORE'): string {
  if (found === undefined) return 'data/onrecord.db';
  if (/^([a-z][a-z0-9+.-]+:\/\/|file:|:memory:$|$)/i.test(found)) {
    throw new ConfigError(
      variable,
      withoutSecrets(found),
      'the path of a file: this version keeps its store in SQLite; PostgreSQL comes with a later one',
    );
  }
  return found;
}

/** An address without what may hold a password, which is everything behind the scheme. */
function withoutSecrets(address: string): string {
  return address.replace(/:\/\/.*$/s, '://…');
}

function parseOrigins(found: string | undefined): string[] {
  const origins = found?.split(',').map((origin) => origin.trim()) ?? [];
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new ConfigError(
        'ONRECORD_CORS_ORIGINS',
        found ?? '',
        `origins like https://news.example, separated by commas; “${origin}” is not one`,
      );
    }
  }
  return origins;
}
