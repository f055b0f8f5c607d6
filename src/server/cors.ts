import type { FastifyCorsOptions } from '@fastify/cors';
import type { Config } from './config.js';

/** Where Apollo Sandbox asks from. */
const SANDBOX_ORIGINS = ['https://studio.apollographql.com', 'https://sandbox.embed.apollographql.com'];

const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Which web pages may ask: those that are configured, and in development Apollo Sandbox and pages of this machine. */
export function corsOptions({ corsOrigins, environment }: Config): FastifyCorsOptions {
  const development = environment === 'production' ? [] : [...SANDBOX_ORIGINS, LOCAL_ORIGIN];
  return { origin: [...corsOrigins, ...development], methods: ['GET', 'POST'], maxAge: 600, strictPreflight: false };
}
