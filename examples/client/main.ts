// Prints a person's page: npm run -s example -- kim-yo-jong
import { parseArgs } from 'node:util';
import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client';
import { createClient } from './client.ts';
import { loadPerson } from './load-person.ts';
import { printPerson } from './print-person.ts';

const USAGE =
  'Usage: npm run -s example -- SLUG [--url HTTP_ADDRESS] [--page-size ROWS] [--timeout MILLISECONDS (1…600000)]';

const OPTIONS = {
  url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
  'page-size': { type: 'string', default: '20' },
  timeout: { type: 'string', default: '10000' },
} as const;

/** Prints the page of the person on the command line; gives the exit code. */
async function main(): Promise<number> {
  const wanted = readArguments();
  if (wanted === undefined) return fail(USAGE, 2);
  const { slug, url, pageSize, timeout } = wanted;
  const loaded = await loadPerson(createClient(url, timeout), slug, pageSize).catch((error) => explain(error, url));
  if (typeof loaded === 'string') return fail(loaded);
  if (loaded === null) return fail(`Nobody has the slug “${slug}”.`);
  process.stdout.write(printPerson(loaded));
  return 0;
}

/** What the command line asks for; undefined where it asks for nothing that the command has. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
    const [slug, ...others] = positionals;
    const [pageSize, timeout] = [Number(values['page-size']), Number(values.timeout)];
    const isUsable =
      isWhole(pageSize, Number.MAX_SAFE_INTEGER) &&
      isWhole(timeout, 600_000) &&
      /^https?:/.test(new URL(values.url).protocol);
    if (slug === undefined || others.length > 0 || !isUsable) return undefined;
    return { slug, url: values.url, pageSize, timeout };
  } catch {
    return undefined;
  }
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

/** What went wrong, for whoever ran the command: the request, the service, or the way there. Throws a defect again. */
function explain(error: unknown, url: string): string {
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors
      .map(({ message, extensions }) => `The service refuses the request: ${message} (${extensions?.['code']})`)
      .join('\n');
  }
  if (ServerError.is(error) || ServerParseError.is(error)) {
    return `${url} answers, but not as On Record does (HTTP status ${error.statusCode}). Is the address right?`;
  }
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) {
    return `${url} does not answer (${reasonOf(error)}). Is the service running? \`npm start\` starts it.`;
  }
  throw error;
}

/** fetch says only that it failed; why is in the cause, once for each address that the host has. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

function fail(message: string, exitCode = 1): number {
  process.stderr.write(`${message}\n`);
  return exitCode;
}

process.exitCode = await main();
