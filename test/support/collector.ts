import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A span as OTLP has it in JSON. */
export interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

interface OtlpExport {
  readonly resourceSpans: readonly {
    readonly resource: Pick<OtlpSpan, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

/** A server that receives traces, as a collector of OpenTelemetry does. */
export interface Collector {
  readonly endpoint: string;
  readonly exports: readonly OtlpExport[];
  /** Where they were posted to. */
  readonly paths: ReadonlySet<string | undefined>;
  spans(): OtlpSpan[];
  close(): void;
}

/** Starts one that answers everything with a status. */
export async function runCollector(status = 200): Promise<Collector> {
  const exports: OtlpExport[] = [];
  const paths = new Set<string | undefined>();
  const server = createServer(async (request, response) => {
    paths.add(request.url);
    exports.push((await json(request)) as OtlpExport);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const scopes = () => exports.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans));
  return {
    endpoint: `http://127.0.0.1:${port}`,
    ...{ exports, paths },
    spans: () => scopes().flatMap(({ spans }) => spans),
    close: () => void server.close(),
  };
}
