// Proves that the import rules of biome.json work: in a temporary folder it plants, for each folder of src, every import
// that the folder must not have and every one it may, and fails unless the linter reports all of the first and none of
// the second. Without it, a rule that stopped matching would look like one that holds.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const BIOME = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const RULES = ['lint/style/noRestrictedImports', 'plugin'];

/** What can be imported: files (from src, beginning with a slash) and packages, in the groups that rules tell apart. */
const TARGETS = {
  domain: ['/domain/article.js'],
  extraction: ['/extraction/cue.js'],
  repository: ['/repository/repository.js'],
  stores: ['/repository/sqlite/store.js', '/repository/memory/store.js', '/repository/postgres/rows/article.js'],
  ingest: ['/ingest/feed.js'],
  editing: ['/editing/edit.js'],
  export: ['/export/articles.js'],
  loaders: ['/loaders/registry.js'],
  graphql: ['/graphql/article/resolver.js', '/graphql/schema.js'],
  server: ['/server/service.js'],
  cli: ['/cli/main.js'],
  outside: [
    '/../test/record.js',
    '/../scripts/emit-schema.mjs',
    '/../bin/onrecord.js',
    '/../bench/run.js',
    '/../dist/program.js',
  ],
  hash: ['node:crypto'],
  files: ['node:fs'],
  yaml: ['yaml'],
  sql: ['node:sqlite', 'kysely', 'kysely/helpers/sqlite'],
  batching: ['dataloader'],
  schema: [
    'graphql',
    'graphql/language/index.js',
    'type-graphql',
    'type-graphql/shim',
    'graphql-scalars',
    'graphql-scalars/mocks',
  ],
  apollo: ['@apollo/server', '@apollo/server/errors'],
  http: ['fastify', 'fastify/types', '@fastify/cors', '@as-integrations/fastify'],
  commands: ['commander', 'commander/esm.mjs'],
};

/** The groups that each folder may import; all others are violations there. */
const MAY_IMPORT = {
  domain: ['domain', 'hash'],
  extraction: ['domain', 'extraction', 'files'],
  repository: ['domain', 'repository', 'stores', 'hash', 'files', 'yaml'],
  'repository/memory': ['domain', 'repository', 'stores', 'hash', 'files', 'yaml'],
  'repository/sqlite': ['domain', 'repository', 'stores', 'hash', 'files', 'yaml', 'sql'],
  ingest: ['domain', 'extraction', 'repository', 'stores', 'ingest', 'hash', 'files', 'yaml'],
  editing: ['domain', 'repository', 'editing'],
  export: ['domain', 'repository', 'export'],
  loaders: ['domain', 'repository', 'loaders', 'batching'],
  graphql: [
    'domain',
    'repository',
    'ingest',
    'editing',
    'loaders',
    'graphql',
    'hash',
    'files',
    'yaml',
    'batching',
    'schema',
    'apollo',
  ],
  server: Object.keys(TARGETS).filter((group) => !['cli', 'outside', 'sql', 'commands'].includes(group)),
  cli: Object.keys(TARGETS).filter((group) => !['outside', 'sql'].includes(group)),
};

/** The ways to write an import, every one of which the rules have to see. */
const FORMS = [
  (path) => `import { x } from '${path}';`,
  (path) => `import type { X } from '${path}';`,
  (path) => `import '${path}';`,
  (path) => `export * from '${path}';`,
  (path) => `export const lazy = import('${path}');`,
];

/** The ways that hide the path from the rules: forbidden wherever they lead. */
const HIDING_FORMS = [
  (path) => `export type Hidden = import('${path}').X;`,
  (path) => `export const hidden = import(\`${path}\`);`,
];

/**
 * The files to plant: for each folder, and for one below it, a file for each target with an import of every form.
 * A file is forbidden when each of its lines has to be reported, and allowed when none may be.
 */
function plantedFiles() {
  return Object.entries(MAY_IMPORT).flatMap(([folder, groups]) =>
    [folder, `${folder}/below`].flatMap((place) => {
      const up = '../'.repeat(place.split('/').length);
      const file = (name, isForbidden, forms, path) => ({
        path: `src/${place}/${name}.ts`,
        isForbidden,
        lines: forms.map((form) => form(path.replace(/^\//, up))),
      });
      const directions = Object.entries(TARGETS).flatMap(([group, targets]) =>
        targets.map((target, index) => file(`to-${group}-${index}`, !groups.includes(group), FORMS, target)),
      );
      return [
        ...directions,
        file('to-sibling', false, FORMS, './sibling.js'),
        file('hiding', true, HIDING_FORMS, './sibling.js'),
      ];
    }),
  );
}

/** The lines under `root` in which the linter reports an import, each as `path:line`. */
function reportedLines(root) {
  const args = [BIOME, 'lint', '--max-diagnostics=none', '--reporter=json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stdout.startsWith('{')) throw new Error(`The linter gave no report:\n${stderr}`);
  const imports = JSON.parse(stdout).diagnostics.filter(({ category }) => RULES.includes(category));
  return new Set(imports.map(({ location }) => `${location.path}:${location.start.line}`));
}

function check(root) {
  const files = plantedFiles();
  cpSync(join(ROOT, 'biome.json'), join(root, 'biome.json'));
  cpSync(join(ROOT, 'scripts/plain-imports.grit'), join(root, 'scripts/plain-imports.grit'));
  for (const { path, lines } of files) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), `${lines.join('\n')}\n`);
  }
  const reported = reportedLines(root);
  const imports = files.flatMap(({ path, isForbidden, lines }) =>
    lines.map((line, index) => ({ path, line, isForbidden, isReported: reported.has(`${path}:${index + 1}`) })),
  );
  const wrong = imports.filter(({ isForbidden, isReported }) => isForbidden !== isReported);
  for (const { path, line, isForbidden } of wrong) {
    process.stderr.write(`${isForbidden ? 'not reported' : 'reported, but allowed'}: ${dirname(path)}: ${line}\n`);
  }
  const violations = imports.filter(({ isForbidden }) => isForbidden).length;
  process.stdout.write(
    `Import rules: ${violations} planted violations and ${imports.length - violations} allowed imports, ${wrong.length} judged wrongly.\n`,
  );
  return wrong.length === 0;
}

const withoutRules = readdirSync(join(ROOT, 'src')).filter((name) => !(name in MAY_IMPORT));
if (withoutRules.length > 0) {
  throw new Error(`No import rules for src/${withoutRules.join(', src/')}: add them to biome.json and to this script.`);
}
const root = mkdtempSync(join(tmpdir(), 'onrecord-import-rules-'));
try {
  process.exitCode = check(root) ? 0 : 1;
} finally {
  rmSync(root, { recursive: true });
}
