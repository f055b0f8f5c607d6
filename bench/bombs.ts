// What is small and wants very much. test/api/security asks whether it is refused rightly, the benchmark how soon. It has
// no imports, so that either can read it.

/** As many texts, one behind the other. */
export function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

const NODES = (selection: string) => `{ articles(first: 1) { nodes { ${selection} } } }`;

const doubling = (steps: number) =>
  times(steps, (index) => `fragment F${index} on Article { ...F${index + 1} ...F${index + 1} }`);

/** Queries, each with the code of its refusal; null where it asks for nothing that is too much. */
export const BOMBS: readonly (readonly [name: string, query: string, code: string | null])[] = [
  ['aliases', `{ ${times(1000, (index) => `a${index}: articles(first: 100) { totalCount }`)} }`, 'TOO_MANY_TOKENS'],
  [
    'aliases, fewer',
    `{ ${times(200, (index) => `a${index}: search(query: "a", first: 100) { totalCount }`)} }`,
    'TOO_MANY_ALIASES',
  ],
  ['one field again and again', NODES(times(4000, () => 'id')), 'TOO_MANY_FIELDS'],
  ['root fields', `{ ${times(100, () => 'articles(first: 1) { totalCount }')} }`, 'TOO_MANY_ROOT_FIELDS'],
  ['directives', NODES(`id ${times(200, () => '@include(if: true)')}`), 'TOO_MANY_DIRECTIVES'],
  ['directives that nobody knows', NODES(`id ${times(1000, (index) => `@no${index}`)}`), 'TOO_MANY_DIRECTIVES'],
  ['depth', `${times(400, () => '{ articles(first: 1)')} { totalCount } ${'}'.repeat(400)}`, 'QUERY_TOO_DEEP'],
  ['depth of inline fragments', NODES(`${'... { '.repeat(500)} id ${'}'.repeat(500)}`), null],
  ['fragments that double', `${NODES('...F0')} ${doubling(60)} fragment F60 on Article { id }`, 'TOO_MANY_FIELDS'],
  [
    'fragments in a circle',
    `${NODES('...A')} fragment A on Article { ...B } fragment B on Article { ...A }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'lists inside lists',
    `{ articles(first: 100) { nodes { statements(first: 100) { nodes { article { statements(first: 100) { nodes { text } } } } } } } }`,
    'QUERY_TOO_COSTLY',
  ],
  ['a list of ids', `{ nodes(ids: [${times(1500, () => '"x"')}]) { id } }`, 'BAD_USER_INPUT'],
  ['brackets', `{ nodes(ids: ${'['.repeat(3000)}`, 'GRAPHQL_PARSE_FAILED'],
  [
    'a number without an end',
    `{ articles(first: ${'9'.repeat(100_000)}) { totalCount } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a name without an end', `{ ${'a'.repeat(200_000)} }`, 'GRAPHQL_VALIDATION_FAILED'],
];

/** Bodies that bring no query, or one among others, each with the status of its refusal. */
export const BODIES: readonly (readonly [name: string, body: string | Uint8Array<ArrayBuffer>, status: number])[] = [
  ['beyond the limit', JSON.stringify({ query: `{ __typename } #${'x'.repeat(300_000)}` }), 413],
  ['that is no JSON', '{"query":', 400],
  ['of binary', new Uint8Array([0, 159, 146, 150]), 400],
  ['with a prototype in it', '{"query":"{ __typename }","__proto__":{"admin":true}}', 400],
  ['nested without an end', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 400],
  ['with several operations at once', JSON.stringify(Array(2000).fill({ query: '{ __typename }' })), 400],
];
