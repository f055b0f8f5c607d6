import { Command } from 'commander';
import { OnRecordError } from '../domain/errors.js';
import { type Id, isId } from '../domain/identity.js';
import { ENGINE_VERSION } from '../extraction/version.js';
import { inOrder } from '../ingest/in-order.js';
import { type Reextracted, Reextraction } from '../ingest/reextract.js';
import type { Repository } from '../repository/repository.js';
import { differenceLines } from './difference-lines.js';
import { Failed } from './failed.js';
import { Interrupted, interruptible } from './interrupted.js';
import { Progress } from './progress.js';
import { addReadingOptions, type Readers, type ReadingOptions, withReaders } from './readers.js';
import { writeStandardOutput } from './standard-output.js';
import { storeOf, storeOption } from './store-option.js';

interface ReextractOptions extends ReadingOptions {
  readonly all?: boolean;
  readonly apply?: boolean;
  readonly json?: boolean;
}

/** What became of one article. */
type Result = Reextracted | { readonly outcome: 'FAILED'; readonly articleId: Id<'Article'>; readonly reason: string };

/** How many articles came to what. */
interface Summary {
  different: number;
  same: number;
  skipped: number;
  failed: number;
}

const SKIPPED = { RETRACTED: 'it was retracted', COMPILED_BY_HAND: 'it was compiled by hand' } as const;

/** `onrecord reextract`: reads stored articles again. */
export function reextractCommand(): Command {
  return addReadingOptions(
    new Command('reextract')
      .description(
        `Read stored articles again with this engine (version ${ENGINE_VERSION}), and show what would differ; stores nothing unless --apply is given. What people made, confirmed, corrected or rejected stays. Without names it takes all articles that another version has read.`,
      )
      .argument('[article...]', 'ids, slugs or addresses of articles')
      .option('--all', 'all articles that the engine has read, those of this version too')
      .option('--apply', 'store what differs, one article after the other'),
  )
    .addOption(storeOption())
    .option('--json', 'print what became of each article as a line of JSON')
    .action(async (names: string[], options: ReextractOptions, command: Command) => {
      if (options.all && names.length > 0) command.error('error: --all goes without names of articles');
      await withReaders(storeOf(command), options, (readers) =>
        interruptible((signal) => reextract(names, options, signal, readers)),
      );
    });
}

async function reextract(
  names: readonly string[],
  { all = false, apply = false, json = false, workers }: ReextractOptions,
  signal: AbortSignal,
  { repository, extractor }: Readers,
): Promise<void> {
  const ids =
    names.length > 0
      ? await articlesNamed(repository, names)
      : await repository.articlesNotReadBy(all ? null : ENGINE_VERSION);
  const reextraction = new Reextraction(repository, extractor, { actor: 'onrecord reextract', apply });
  const summary: Summary = { different: 0, same: 0, skipped: 0, failed: 0 };
  const progress = new Progress(ids.length);
  // One is compared while the others are read, and one more waits for the first who is free.
  for await (const finish of inOrder(ids, workers + 2, (id) => begin(reextraction, id))) {
    const result = await finish();
    count(summary, result);
    progress.end();
    await tell(result, json);
    progress.show(summary.different + summary.same + summary.skipped + summary.failed);
    if (signal.aborted) break;
  }
  progress.end();
  await writeStandardOutput(json ? `${JSON.stringify({ summary, applied: apply })}\n` : sentenceOf(summary, apply));
  if (signal.aborted) throw new Interrupted('Ended before all was read; run it again for the rest.');
  if (summary.failed > 0) throw new Failed(`${summary.failed} could not be read again.`);
}

/** Reads an article, and gives what compares and stores it when its turn comes. */
async function begin(reextraction: Reextraction, articleId: Id<'Article'>): Promise<() => Promise<Result>> {
  const read = await reextraction.read(articleId);
  return async () => {
    try {
      return await reextraction.finish(read);
    } catch (error) {
      // A store that cannot be written ends the work; what is wrong with one article does not.
      if (!(error instanceof OnRecordError) || error.code === 'STORE_UNAVAILABLE') throw error;
      return { outcome: 'FAILED', articleId, reason: error.message };
    }
  };
}

async function articlesNamed({ articles }: Repository, names: readonly string[]): Promise<Id<'Article'>[]> {
  const found = await Promise.all([
    articles.byIds(names.filter((name) => isId(name, 'Article'))),
    articles.by('slug', names),
    articles.by('url', names),
  ]);
  const ids = new Map<string, Id<'Article'>>();
  for (const article of found.flat()) {
    if (article === undefined) continue;
    for (const name of [article.id, article.slug, article.url]) if (name !== null) ids.set(name, article.id);
  }
  return names.map((name) => {
    const id = ids.get(name);
    if (id !== undefined) return id;
    throw new OnRecordError('BAD_USER_INPUT', `There is no article “${name}”: name it by its id, slug or address.`);
  });
}

function count(summary: Summary, { outcome }: Result): void {
  if (outcome === 'DIFFERENT') summary.different++;
  else if (outcome === 'SAME') summary.same++;
  else if (outcome === 'SKIPPED') summary.skipped++;
  else summary.failed++;
}

async function tell(result: Result, json: boolean): Promise<void> {
  const { outcome, articleId } = result;
  if (json) return writeStandardOutput(`${JSON.stringify(rowOf(result))}\n`);
  if (outcome === 'FAILED') process.stderr.write(`onrecord: ${articleId}: ${result.reason}\n`);
  if (outcome === 'SKIPPED') await writeStandardOutput(`skipped\t${articleId}\t${SKIPPED[result.reason]}\n`);
  if (outcome !== 'DIFFERENT') return;
  const lines = result.differences.flatMap((difference) => differenceLines(difference, result.names));
  await writeStandardOutput(`different\t${articleId}\t${result.title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}

function rowOf(result: Result): object {
  return 'names' in result ? { ...result, names: Object.fromEntries(result.names) } : result;
}

function sentenceOf({ different, same, skipped, failed }: Summary, applied: boolean): string {
  const counts = `${different} different, ${same} the same, ${skipped} skipped, ${failed} failed.`;
  return applied || different === 0 ? `${counts}\n` : `${counts} Nothing was stored: --apply stores it.\n`;
}
