import { Command, Option } from 'commander';
import { type ListedArticle, listedArticles } from '../export/articles.js';
import { citronDocument } from '../export/citron.js';
import { JSON_LD_CONTEXT, jsonLdNodes } from '../export/json-ld.js';
import { lineOf } from '../export/record-lines.js';
import { webAnnotations } from '../export/web-annotations.js';
import type { Repository } from '../repository/repository.js';
import { refuseOwn } from '../repository/sqlite/refuse-own.js';
import { SqliteRepository } from '../repository/sqlite/sqlite-repository.js';
import { writingFile } from './extraction/output.js';
import { STANDARD } from './extraction/row-source.js';
import { readFileName } from './file-name.js';
import { interruptible } from './interrupted.js';
import { writeStandardOutput } from './standard-output.js';
import { storeOf, storeOption } from './store-option.js';

const FORMATS = ['records', 'json-ld', 'annotations', 'citron'] as const;
type Format = (typeof FORMATS)[number];

/** `onrecord export`: writes what the store holds. */
export function exportCommand(): Command {
  return new Command('export')
    .description(
      'Write what the store holds, as one moment sees it: every record, one to a line of JSON, which `onrecord import` reads back; or the listed articles in other programs’ formats (docs/export.md).',
    )
    .addOption(new Option('--format <format>', 'what to write').choices(FORMATS).default('records'))
    .option('--output <file>', 'where it goes (- or left out: standard output)', readFileName)
    .addOption(storeOption())
    .action(async ({ format, output = STANDARD }: { format: Format; output?: string }, command: Command) => {
      const store = storeOf(command);
      if (output !== STANDARD) refuseOwn(store, output);
      const repository = await SqliteRepository.open({ file: store, readOnlyToo: true });
      try {
        await interruptible(async (signal) => {
          const write = async (out: (text: string) => Promise<void>) => {
            for await (const text of WRITERS[format](repository)) {
              if (signal.aborted) throw signal.reason;
              await out(text);
            }
          };
          if (output === STANDARD) await write(writeStandardOutput);
          else await writingFile(output, (file) => write((text) => file.write(text)));
        });
      } finally {
        await repository.close();
      }
    });
}

/** What each format writes, piece by piece. */
const WRITERS: Readonly<Record<Format, (repository: Repository) => AsyncIterable<string>>> = {
  async *records(repository) {
    for await (const line of repository.exportRecords()) yield lineOf(line);
  },
  async *'json-ld'(repository) {
    yield `{"@context":${JSON.stringify(JSON_LD_CONTEXT)},"@graph":[`;
    let separator = '\n';
    for await (const listed of listedArticles(repository)) {
      for (const node of jsonLdNodes(listed)) {
        yield `${separator}${JSON.stringify(node)}`;
        separator = ',\n';
      }
    }
    yield '\n]}\n';
  },
  annotations: (repository) => eachLine(repository, webAnnotations),
  citron: (repository) => eachLine(repository, (listed) => [citronDocument(listed)]),
};

async function* eachLine(
  repository: Repository,
  objectsOf: (listed: ListedArticle) => readonly object[],
): AsyncGenerator<string, void, undefined> {
  for await (const listed of listedArticles(repository)) {
    for (const object of objectsOf(listed)) yield `${JSON.stringify(object)}\n`;
  }
}
