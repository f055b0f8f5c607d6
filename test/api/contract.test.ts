import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';

const schema = createSchema();
const read = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');

describe('the GraphQL contract', () => {
  test('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test('is kept: whoever asks by it gets an answer', () => {
    const contract = buildSchema(read('contract.graphql'));
    expect(findBreakingChanges(contract, schema)).toEqual([]);
    // What graphql-js calls dangerous: an argument whose default is another than the contract says.
    const defaults = findDangerousChanges(contract, schema).filter(({ type }) => type === 'ARG_DEFAULT_VALUE_CHANGE');
    expect(defaults).toEqual([]);
  });

  test('is kept in what inputs are when a field is left out', () => {
    const contract = buildSchema(read('contract.graphql'));
    const inputs = Object.values(contract.getTypeMap()).filter(isInputObjectType);
    expect(inputs.length).toBeGreaterThan(5);
    for (const input of inputs) {
      const emitted = schema.getType(input.name);
      if (!isInputObjectType(emitted)) throw new Error(`${input.name} is no input.`);
      for (const { name, defaultValue } of Object.values(input.getFields())) {
        expect(emitted.getFields()[name]?.defaultValue, `${input.name}.${name}`).toEqual(defaultValue);
      }
    }
  });

  test('is described in every type, field, argument and enum value', () => {
    const undescribed = [...describables()].filter(({ description }) => !description?.trim()).map(({ name }) => name);
    expect(undescribed).toEqual([]);
  });

  test('is committed as it is emitted', () => {
    const committed = read('schema.graphql');
    expect(committed.slice(committed.indexOf('\n\n') + 2)).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });
});

interface Describable {
  readonly name: string;
  readonly description: string | null | undefined;
}

/** Everything in the schema that a client can read a description of. */
function describables(): Describable[] {
  const definitions = Object.values(schema.getTypeMap()).filter(
    (definition) => !isIntrospectionType(definition) && !isSpecifiedScalarType(definition),
  );
  return definitions.flatMap((definition) => [definition, ...partsOf(definition)]);
}

function partsOf(definition: GraphQLNamedType): Describable[] {
  if (isEnumType(definition)) return [...definition.getValues()];
  if (isInputObjectType(definition)) return Object.values(definition.getFields());
  if (!isObjectType(definition) && !isInterfaceType(definition)) return [];
  return Object.values(definition.getFields()).flatMap(({ name, description, args }) => {
    const field = `${definition.name}.${name}`;
    return [{ name: field, description }, ...args.map((arg) => ({ ...arg, name: `${field}(${arg.name})` }))];
  });
}
