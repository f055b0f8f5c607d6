import type { IncomingHttpHeaders } from 'node:http';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Attributes, OpenSpan, Tracing, TracingConfig } from './tracing.js';

/** How long the end of the service waits for a collector that does not answer, in milliseconds. */
const PATIENCE = 3_000;

const HEADERS = {
  keys: (headers: IncomingHttpHeaders) => Object.keys(headers),
  get: (headers: IncomingHttpHeaders, name: string) => headers[name],
};

/** Begins to send traces. Nothing of it is global: each service in a process has a tracer of its own. */
export function startTracing(config: TracingConfig, report: (error: unknown) => void): Tracing {
  const { serviceName, url } = config;
  const exporter = new OTLPTraceExporter(url === undefined ? {} : { url });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': serviceName }))
      .merge(detectResources({ detectors: [resourceAttributesEnvDetector] })),
    sampler: samplerOf(config),
    spanProcessors: [new BatchSpanProcessor({ exporter: reporting(exporter, report) })],
  });
  return new SentTraces(provider, report);
}

function samplerOf({ sampler, share }: TracingConfig): Sampler {
  const [, root = ''] = /^(?:parentbased_)?(.*)$/.exec(sampler) ?? [];
  const own =
    root === 'traceidratio'
      ? new TraceIdRatioBasedSampler(share)
      : root === 'always_off'
        ? new AlwaysOffSampler()
        : new AlwaysOnSampler();
  return root === sampler ? own : new ParentBasedSampler({ root: own });
}

/** Tells of it when traces cannot be sent, once until it works again. */
function reporting(exporter: SpanExporter, report: (error: unknown) => void): SpanExporter {
  let fails = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS;
        if (failed && !fails) report(result.error);
        fails = failed;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
}

class SentTraces implements Tracing {
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;
  readonly #report: (error: unknown) => void;
  readonly #propagator = new W3CTraceContextPropagator();

  constructor(provider: TracerProvider, report: (error: unknown) => void) {
    this.#provider = provider;
    this.#tracer = provider.getTracer('onrecord');
    this.#report = report;
  }

  beginRequest(name: string, headers: IncomingHttpHeaders, attributes: Attributes): OpenSpan {
    const parent = this.#propagator.extract(ROOT_CONTEXT, headers, HEADERS);
    return new TracedSpan(this.#tracer, parent, name, attributes, SpanKind.SERVER);
  }

  async stop(): Promise<void> {
    const waited = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.#report(new Error('The collector does not answer; the last traces are lost.'));
      waited.resolve();
    }, PATIENCE);
    // What cannot be sent was told of when that failed.
    const ended = this.#provider.shutdown().catch(() => undefined);
    await Promise.race([ended, waited.promise]);
    clearTimeout(timer);
  }
}

class TracedSpan implements OpenSpan {
  readonly #tracer: Tracer;
  readonly #span: Span;
  readonly #context: Context;

  constructor(tracer: Tracer, parent: Context, name: string, attributes: Attributes, kind = SpanKind.INTERNAL) {
    this.#tracer = tracer;
    this.#span = tracer.startSpan(name, { kind }, parent);
    this.#context = trace.setSpan(parent, this.#span);
    this.#tell(attributes);
  }

  begin(name: string, attributes: Attributes = {}): OpenSpan {
    return new TracedSpan(this.#tracer, this.#context, name, attributes);
  }

  rename(name: string): void {
    this.#span.updateName(name);
  }

  end(attributes: Attributes = {}, error?: unknown): void {
    this.#tell(attributes);
    if (error !== undefined) {
      this.#span.setStatus({
        code: SpanStatusCode.ERROR,
        message: error instanceof Error ? error.message : `${error}`,
      });
    }
    this.#span.end();
  }

  #tell(attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) this.#span.setAttribute(name, typeof value === 'object' ? [...value] : value);
    }
  }
}
