import type { IncomingHttpHeaders } from 'node:http';

/** What a span says of itself, by the names of OpenTelemetry’s semantic conventions. */
export type Attributes = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A part of a trace that has begun. */
export interface OpenSpan {
  /** Begins a part of it. */
  begin(name: string, attributes?: Attributes): OpenSpan;
  rename(name: string): void;
  /** Ends it: well, or with what was thrown. */
  end(attributes?: Attributes, error?: unknown): void;
}

/** Where traces go. */
export interface Tracing {
  /** Begins the trace of a request, or goes on with the one that its headers (W3C Trace Context) tell of. */
  beginRequest(name: string, headers: IncomingHttpHeaders, attributes: Attributes): OpenSpan;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** Whether and how requests are traced, by the standard variables of OpenTelemetry. */
export interface TracingConfig {
  readonly exporter: 'otlp' | 'none';
  /** The address of the collector’s traces; undefined for the exporter’s own choice, which is one on this machine. */
  readonly url: string | undefined;
  readonly serviceName: string;
  readonly sampler: Sampler;
  /** For samplers that take a share of traces: how large it is. */
  readonly share: number;
}

export const EXPORTERS = ['otlp', 'none'] as const;

export const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type Sampler = (typeof SAMPLERS)[number];

/** Runs work within a part of a span. */
export async function traced<Value>(
  span: OpenSpan,
  work: () => Promise<Value>,
  attributesOf?: (value: Value) => Attributes,
): Promise<Value> {
  try {
    const value = await work();
    span.end(attributesOf?.(value));
    return value;
  } catch (error) {
    span.end({}, error);
    throw error;
  }
}
