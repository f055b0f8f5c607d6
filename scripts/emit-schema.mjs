// Emits the SDL of the built schema to schema/schema.graphql. With --check it writes nothing: where the committed file
// differs from what the code gives, it shows what clients would notice and fails.
import { readFile, writeFile } from 'node:fs/promises';
import { buildSchema, findBreakingChanges, findDangerousChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../dist/graphql/schema.js';

const FILE = new URL('../schema/schema.graphql', import.meta.url);
const HEADER = '# Emitted from src/graphql by `npm run schema`; not edited by hand.\n\n';

const schema = lexicographicSortSchema(createSchema());
const sdl = `${HEADER}${printSchema(schema)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(FILE, sdl);
  process.stdout.write('schema/schema.graphql is up to date.\n');
} else {
  const committed = await readFile(FILE, 'utf8').catch(() => '');
  if (committed === sdl) {
    process.stdout.write('schema/schema.graphql is what the code gives.\n');
  } else {
    process.stderr.write(
      `schema/schema.graphql is not what the code gives. Run \`npm run schema\` and commit it.\n${report(committed)}`,
    );
    process.exitCode = 1;
  }
}

function report(committed) {
  if (committed.trim() === '') return 'There is no committed schema.\n';
  const before = buildSchema(committed);
  const list = (title, changes) => [
    `${title}:`,
    ...(changes.length ? changes.map(({ description }) => `  - ${description}`) : ['  none']),
  ];
  const lines = [
    ...list('Changes that break clients', findBreakingChanges(before, schema)),
    ...list('Changes that clients may notice', findDangerousChanges(before, schema)),
    ...list('Other differences, line by line', differences(committed, sdl)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The lines that only one of the two has, first what is lost, then what is new. */
function differences(before, after) {
  const only = (a, b) => a.split('\n').filter((line) => line.trim() !== '' && !b.split('\n').includes(line));
  return [...only(before, after).map((line) => `- ${line}`), ...only(after, before).map((line) => `+ ${line}`)].map(
    (description) => ({ description }),
  );
}
