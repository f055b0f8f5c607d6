import { hash, randomBytes } from 'node:crypto';
import type { KeyId, Scope } from './actor.js';

/** An API key as the store knows it: without its secret, which only the client has. */
export interface ApiKey {
  readonly id: KeyId;
  /** What people call it; no two keys in use have the same. */
  readonly name: string;
  /** How its secret begins, to recognize it by. */
  readonly prefix: string;
  /** At least one. */
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  /** Since when it opens nothing any more. */
  readonly revokedAt: Date | null;
}

/** A key that is about to be stored, with the hash of its secret (see `hashSecret`). */
export interface NewKey extends Omit<ApiKey, 'createdAt' | 'revokedAt'> {
  readonly hash: string;
}

/** `onr_` says whose secret it is, to people and to programs that look for leaked ones; the rest is 256 random bits. */
const SECRET = /^onr_[\w-]{43}$/;

/** `onr_` and the first four random characters: enough to tell keys apart, and 232 bits of the secret stay unknown. */
const PREFIX_LENGTH = 8;

/** Makes a key and its secret, which is told nowhere else and cannot be had again. */
export function issueKey(name: string, scopes: readonly Scope[]): { readonly key: NewKey; readonly secret: string } {
  const id: KeyId = `key_${randomBytes(12).toString('hex')}`;
  const secret = `onr_${randomBytes(32).toString('base64url')}`;
  return { key: { id, name, prefix: prefixOf(secret), scopes, hash: hashSecret(secret) }, secret };
}

/** How a secret begins: what may be shown of it. */
export function prefixOf(secret: string): string {
  return secret.slice(0, PREFIX_LENGTH);
}

/** Whether a text has the shape of a secret. */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}

/**
 * The SHA-256 of a secret, by which its key is stored and found. A slow hash, as passwords need it, would protect nothing
 * here: nobody can try out 256 random bits.
 *
 * That is also why a look-up by index is as good as a comparison in constant time. What its time could give away is how a
 * stored hash begins, and that helps nobody: who could find a secret whose hash begins so still knows nothing of the one
 * that has the whole hash. The secrets themselves are never compared.
 */
export function hashSecret(secret: string): string {
  return hash('sha256', secret);
}
