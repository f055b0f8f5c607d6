import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.js';
import { runDesk } from './editors.js';

const desk = runDesk();
const schema = createSchema();
/** What takes the scope to bring articles in, and not that to edit. */
const OF_INGEST = new Set(['ingestArticle']);
const EDITS = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ name }) => !OF_INGEST.has(name));

/** Any value that an input takes. */
function anyValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyValue(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return { Int: 0, Float: 0 }[getNamedType(type).name] ?? 'x';
  const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(required.map((field) => [field.name, anyValue(field.type)]));
}

test('there are edits to ask for', () => {
  expect(EDITS.length).toBeGreaterThan(8);
});

test.each(
  EDITS.map((edit) => [edit.name, edit] as const),
)('%s takes a key with the scope “edit”', async (name, edit) => {
  const [input] = edit.args;
  if (input === undefined) throw new Error(`${name} has no input.`);
  const query = `mutation ($input: ${input.type}) { ${name}(input: $input) { userErrors { code } } }`;
  const variables = { input: anyValue(input.type) };
  const nobody = await desk.service.ask(query, variables);
  expect(nobody.data).toEqual({ [name]: null });
  expect(nobody.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  const reader = { name: 'a reader', scopes: ['read', 'ingest'] } as const;
  const { data, errors } = await desk.service.askAs(reader, query, variables);
  expect(data).toEqual({ [name]: null });
  expect(errors?.[0]).toMatchObject({
    message: 'This takes the scope “edit”; the API key “a reader” has read, ingest.',
    extensions: { code: 'FORBIDDEN' },
  });
  const { changes } = await desk.ask('{ changes(first: 1) { totalCount } }');
  expect(changes.totalCount).toBe(0);
});

test('the list of people that may be one takes the scope “edit”', async () => {
  const { errors } = await desk.service.ask('{ identityCandidates(first: 1) { totalCount } }');
  expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  const { identityCandidates } = await desk.ask('{ identityCandidates(first: 1) { totalCount } }');
  expect(identityCandidates.totalCount).toBe(0);
});

test('the list of changes takes the scope “edit”, a single change none', async () => {
  const { errors } = await desk.service.ask('{ changes(first: 1) { totalCount } }');
  expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  const answer = await desk.service.ask('{ change(id: "chg_000000000000000000000000") { id } }');
  expect(answer).toMatchObject({ data: { change: null } });
  expect(answer.errors).toBeUndefined();
});
