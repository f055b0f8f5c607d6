import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { CHANGING_SECONDS, cacheSeconds } from '../graphql/cache-hint.js';
import type { RequestContext } from '../graphql/context.js';

/** Who asks with a key reads its own edits: what it got before is asked for again each time. */
const WITH_KEY = 'private, no-cache';
const NEVER = 'no-store';
const CHANGING = publicFor(CHANGING_SECONDS);

/**
 * Sets `Cache-Control`. How long an answer may be kept is found out once for a document; Apollo Server’s own plugin does it
 * anew at each field of each answer.
 */
export function cacheControl(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const known = new WeakMap<DocumentNode, string>();
  const ofDocument = (document: DocumentNode): string => {
    const made = known.get(document) ?? publicFor(cacheSeconds(schema, document));
    known.set(document, made);
    return made;
  };
  const listener: GraphQLRequestListener<RequestContext> = {
    async willSendResponse({ response: { http, body }, document, operation, contextValue }) {
      const result = body.kind === 'single' ? body.singleResult : undefined;
      if (result?.data == null || result.errors !== undefined || operation?.operation !== OperationTypeNode.QUERY) {
        http.headers.set('cache-control', NEVER);
      } else if (contextValue.actor !== null) {
        http.headers.set('cache-control', WITH_KEY);
      } else {
        const wanted = document === undefined ? NEVER : ofDocument(document);
        // What is not there yet may come with any commit.
        http.headers.set('cache-control', wanted !== CHANGING && lacksSomething(result.data) ? CHANGING : wanted);
      }
    },
  };
  return { requestDidStart: async () => listener };
}

function publicFor(seconds: number): string {
  return seconds === 0 ? NEVER : `public, max-age=${seconds}`;
}

/** Whether something that was asked for by its id is not there. */
function lacksSomething(data: Readonly<Record<string, unknown>>): boolean {
  return Object.values(data).some((value) => value === null || (Array.isArray(value) && value.includes(null)));
}
