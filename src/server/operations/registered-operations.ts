import { hash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  print,
  stripIgnoredCharacters,
  validate,
} from 'graphql';
import { type ListedOperation, OperationListError } from './read-operations.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** The operations that clients may ask for by id. */
export class RegisteredOperations {
  readonly #texts = new Map<string, string>();
  readonly #schema: GraphQLSchema;

  /** Throws an OperationListError where an operation cannot be asked of the schema, or its id is another’s. */
  constructor(schema: GraphQLSchema, operations: readonly ListedOperation[]) {
    this.#schema = schema;
    for (const operation of operations) this.#add(operation);
  }

  /** The text that is called by an id; undefined where the list has no such id. */
  textOf(id: string): string | undefined {
    return this.#texts.get(id);
  }

  #add(operation: ListedOperation): void {
    const { id, text, place } = operation;
    const document = this.#parse(operation);
    // Editors and clients differ in the white space around and within what is the same.
    for (const form of [text, text.trim(), print(document), stripIgnoredCharacters(text)]) {
      this.#texts.set(hash('sha256', form), form);
    }
    if (id === undefined) return;
    if (SHA256.test(id) && id !== hash('sha256', text)) {
      throw new OperationListError(place, 'has an id that looks like the SHA-256 of its body, but is not');
    }
    const before = this.#texts.get(id);
    if (before !== undefined && before !== text) throw new OperationListError(place, `has the id of another, “${id}”`);
    this.#texts.set(id, text);
  }

  #parse({ text, place }: ListedOperation): DocumentNode {
    try {
      const document = parse(text);
      const [error] = validate(this.#schema, document, undefined, { maxErrors: 1 });
      if (error !== undefined) throw error;
      return document;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const [location] = error.locations ?? [];
      const where = location ? `line ${location.line}: ` : '';
      throw new OperationListError(
        place,
        `is no operation of this service: ${where}${error.message.replace(/\.$/, '')}`,
      );
    }
  }
}
