import type { FastifyReply, FastifyRequest, preHandlerHookHandler } from 'fastify';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { errorBody } from '../answer-error.js';
import { DOCUMENT_LIMITS, type DocumentLimitValues } from './limits.js';
import { type Measures, measureDocument } from './measure-document.js';

/** How many characters of queries that were let in are remembered; the longest unused are forgotten. */
const REMEMBERED = 1_000_000;

/** What graphql-js says of a document that has more tokens than it may. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens/;

/** Refuses documents that are larger than they may be, before anything else is done with them; those that were let in it remembers. */
export function admission(limits: DocumentLimitValues): preHandlerHookHandler {
  const admitted = new Remembered(REMEMBERED);
  return (request, reply, done) => {
    const query = queryOf(request);
    if (query === undefined || admitted.has(query)) return done();
    const excess = excessOf(query, limits);
    if (excess !== undefined) return refuse(reply, excess, limits);
    admitted.add(query);
    done();
  };
}

function queryOf({ method, body, query }: FastifyRequest): string | undefined {
  const source: unknown = method === 'POST' ? body : query;
  const text: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, 'query') : undefined;
  return typeof text === 'string' ? text : undefined;
}

interface Excess {
  readonly name: keyof DocumentLimitValues;
  readonly found: number | null;
}

/** The first limit that a query exceeds; what is no query at all is left to those who say what is wrong with it. */
function excessOf(query: string, limits: DocumentLimitValues): Excess | undefined {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    return error instanceof GraphQLError && TOO_MANY_TOKENS.test(error.message)
      ? { name: 'tokens', found: null }
      : undefined;
  }
  const measures: Measures = measureDocument(document);
  for (const name of ['depth', 'fields', 'aliases', 'rootFields', 'directives'] as const) {
    if (measures[name] > limits[name]) return { name, found: measures[name] };
  }
  return undefined;
}

function refuse(reply: FastifyReply, { name, found }: Excess, limits: DocumentLimitValues): void {
  const { code, counts } = DOCUMENT_LIMITS[name];
  const has = found === null ? `more ${counts} than that` : `${found}`;
  const message = `A query may have at most ${limits[name]} ${counts}, and this one has ${has}; ask for less at once.`;
  void reply.code(400).send(errorBody(code, message));
}

/** Texts up to so many characters in all, those that were used last. */
class Remembered {
  readonly #most: number;
  readonly #texts = new Set<string>();
  #characters = 0;

  constructor(most: number) {
    this.#most = most;
  }

  has(text: string): boolean {
    if (!this.#texts.delete(text)) return false;
    this.#texts.add(text);
    return true;
  }

  add(text: string): void {
    this.#texts.add(text);
    this.#characters += text.length;
    for (const oldest of this.#texts) {
      if (this.#characters <= this.#most) break;
      this.#texts.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
