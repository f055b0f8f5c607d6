import { issueKey } from '../../src/domain/api-key.js';
import { SqliteRepository } from '../../src/repository/sqlite/sqlite-repository.js';
import { type Answer, post } from './running-service.js';

const INGEST = `mutation ($input: IngestArticleInput!) {
  ingestArticle(input: $input) { article { id } userErrors { message } }
}`;

/** Makes a key that may ingest into a store, and gives its secret. */
export async function ingestKey(store: string): Promise<string> {
  const { key, secret } = issueKey('Wire', ['ingest']);
  const repository = await SqliteRepository.open({ file: store });
  try {
    await repository.keys.create(key);
    return secret;
  } finally {
    await repository.close();
  }
}

/** Sends the article of a number, which is always the same. */
export function ingestArticle(url: string, secret: string, number: number): Promise<Answer> {
  const input = {
    ...{ title: `Ferry ${number} was late`, publisher: 'The Inkwell Post', url: `https://inkwell.example/${number}` },
    ...{ publishedAt: '2021-03-01T10:00:00Z', language: 'en' },
    text: `“Ferry ${number} was late”, said Ada Gull, the harbour master. She said that ${number + 2} people waited at the pier.`,
  };
  return post(url, JSON.stringify({ query: INGEST, variables: { input } }), { authorization: `Bearer ${secret}` });
}

/** Ingests one article after the other until it is ended. */
export class SteadyIngest {
  /** The ids of the articles that the service has acknowledged. */
  readonly acknowledged: string[] = [];
  readonly #done: Promise<void>;
  #ended = false;
  #refused: string | undefined;

  constructor(url: string, secret: string) {
    this.#done = this.#run(url, secret);
  }

  async #run(url: string, secret: string): Promise<void> {
    for (let number = 0; !this.#ended; number++) {
      const answer = await ingestArticle(url, secret, number).catch(() => undefined);
      const id = answer?.data?.ingestArticle?.article?.id;
      // A service that is killed answers no longer.
      if (answer === undefined) return;
      if (id === undefined) {
        this.#refused = JSON.stringify(answer);
        return;
      }
      this.acknowledged.push(id);
    }
  }

  /** Waits until so many articles are acknowledged. */
  async reached(count: number): Promise<void> {
    while (this.acknowledged.length < count) {
      if (this.#refused !== undefined) throw new Error(`An article was refused: ${this.#refused}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#done;
  }
}

/** The ids of the articles in an export. */
export function articleIdsIn(exported: string): string[] {
  return [...exported.matchAll(/^\{"type":"Article","id":"(?<id>art_\w+)"/gmu)].map(
    ({ groups }) => groups?.['id'] ?? '',
  );
}
