import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { type Actor, authorize } from '../domain/actor.js';
import { hashSecret, isSecret, prefixOf } from '../domain/api-key.js';
import { OnRecordError } from '../domain/errors.js';
import type { KeyStore } from '../repository/key-store.js';
import type { Config } from './config.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null where no key came with the request. */
    actor: Actor | null;
  }
}

/**
 * Finds out who asks before anything else of a request is looked at, its body included. A key that opens nothing is refused
 * whatever is asked: a client that sends one means it. Where reading is closed, so is every request without a key.
 *
 * The store is asked each time, so that a key revoked by another process opens nothing from then on.
 */
export function authentication(keys: KeyStore, { reading }: Config): onRequestAsyncHookHandler {
  return async (request) => {
    const { authorization } = request.headers;
    request.actor = authorization === undefined ? null : await actorWith(authorization, keys);
    if (reading === 'key' && asksSomething(request)) authorize(request.actor, 'read');
  };
}

/** Not what a browser sends to see Apollo Sandbox: GraphQL takes its questions from the parameters and from what is posted. */
function asksSomething({ method, url }: FastifyRequest): boolean {
  return method !== 'GET' || url.includes('?');
}

async function actorWith(authorization: string, keys: KeyStore): Promise<Actor> {
  const [, secret] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  if (secret === undefined || !isSecret(secret)) {
    throw new OnRecordError(
      'UNAUTHENTICATED',
      'The header Authorization takes “Bearer”, a space and an API key, which is “onr_” with 43 characters behind it.',
    );
  }
  const key = await keys.byHash(hashSecret(secret));
  if (key === undefined) {
    throw new OnRecordError(
      'UNAUTHENTICATED',
      `The API key that begins with “${prefixOf(secret)}” is not known here; “onrecord key list” shows those that are.`,
    );
  }
  const { id, name, scopes, revokedAt } = key;
  if (revokedAt !== null) {
    throw new OnRecordError('UNAUTHENTICATED', `The API key “${name}” was revoked; ask for another one.`);
  }
  return { keyId: id, name, scopes };
}
