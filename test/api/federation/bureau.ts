import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { buildASTSchema, graphql, parse } from 'graphql';

/** A note of the Bureau, with the ids of what it points to. */
export interface BureauNote {
  readonly id: string;
  readonly finding: string;
  readonly statementId: string;
  readonly askedId: string | null;
}

export interface Bureau {
  readonly url: string;
  stop(): Promise<void>;
}

/** What a gateway asks a subgraph for, beside the subgraph's own schema. */
const FEDERATION = `
  scalar _Any
  union _Entity = Note | Statement | Person
  type _Service { sdl: String! }
  extend type Query {
    _entities(representations: [_Any!]!): [_Entity]!
    _service: _Service!
  }
`;

/** Serves the invented fact-checkers of docs/federation.md, a subgraph that knows of our entities no more than their ids. */
export async function runBureau(sdl: string, notes: readonly BureauNote[]): Promise<Bureau> {
  const schema = buildASTSchema(parse(sdl + FEDERATION), { assumeValidSDL: true });
  const noteOf = (note: BureauNote): object => ({
    __typename: 'Note',
    ...note,
    on: () => statementOf(note.statementId),
    asked: () => note.askedId && personOf(note.askedId),
  });
  const notesWhere = (wanted: (note: BureauNote) => boolean) => () => notes.filter(wanted).map(noteOf);
  const statementOf = (id: string) => ({
    __typename: 'Statement',
    id,
    notes: notesWhere(({ statementId }) => statementId === id),
  });
  const personOf = (id: string) => ({
    __typename: 'Person',
    id,
    askedFor: notesWhere(({ askedId }) => askedId === id),
  });
  const rootValue = {
    notes: ({ first }: { first: number }) => ({
      nodes: notes.slice(0, first).map(noteOf),
      pageInfo: { hasNextPage: notes.length > first, hasPreviousPage: false, startCursor: null, endCursor: null },
    }),
    _service: { sdl },
    _entities: ({ representations }: { representations: readonly { __typename: string; id: string }[] }) =>
      representations.map(({ __typename, id }) => (__typename === 'Person' ? personOf(id) : statementOf(id))),
  };
  const server = createServer(async (request, response) => {
    const { query, variables } = (await json(request)) as { query: string; variables?: Record<string, unknown> };
    const answer = await graphql({ schema, source: query, rootValue, variableValues: variables ?? null });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
