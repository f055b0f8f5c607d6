import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { Config } from './config.js';

/** An answer is read by programs: a browser that takes one for a page is to load, run and frame nothing, and tell nobody. */
const STRICT = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  // They say how pages share a process, resolve names and open files, and JSON is no page, or speak to browsers long gone.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} satisfies HelmetOptions;

/**
 * What the page of Apollo Sandbox, which development serves, may do. It loads from other hosts, and says itself which, in a
 * policy with a nonce; here is what a page cannot say of itself.
 */
const PAGE = {
  ...STRICT,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: helmet.contentSecurityPolicy.dangerouslyDisableDefaultSrc,
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  strictTransportSecurity: false,
} satisfies HelmetOptions;

/** The headers that tell browsers what they may make of an answer. */
export interface SecurityHeaders {
  readonly all: OutgoingHttpHeaders;
  /** Puts them on all that is answered. */
  addTo(app: FastifyInstance): void;
}

/** In development, a name that once came over HTTPS, as localhost may, is not bound to it. */
export function securityHeaders({ environment }: Config): SecurityHeaders {
  const inProduction = environment === 'production';
  const all = headersOf({ ...STRICT, strictTransportSecurity: inProduction });
  return {
    all,
    addTo(app) {
      app.addHook('onRequest', (_request, reply, done) => {
        reply.headers(all);
        done();
      });
      if (!inProduction) loosenPage(app);
    },
  };
}

function loosenPage(app: FastifyInstance): void {
  const page = headersOf(PAGE);
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (String(reply.getHeader('content-type')).startsWith('text/html')) reply.headers(page);
    done(null, payload);
  });
}

/**
 * What Helmet says, asked once: the headers are the same for each answer, and Helmet’s plugin, which makes them anew each
 * time, takes several times as long as sending them.
 */
function headersOf(options: HelmetOptions): OutgoingHttpHeaders {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(response.req, response, () => undefined);
  return { ...response.getHeaders() };
}
