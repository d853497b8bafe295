/**
 * `npm run build`: the publishable package in dist/package. Bundled files hold the command line, every workspace and every dependency,
 * because Node does not strip types inside node_modules; what a command does not need stands in a file of its own. `--pack` also makes the tarball in dist/.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
await bundleCli();
writeManifest();
writeThirdPartyLicenses();
copyFileSync(join(APP, 'bin/kumomori.js'), join(STAGE, 'bin/kumomori.js'));
for (const file of DOCUMENTS) copyFileSync(join(ROOT, file), join(STAGE, file));
const size = readdirSync(join(STAGE, 'dist')).reduce((sum, file) => sum + statSync(join(STAGE, 'dist', file)).size, 0);
console.log(`dist/package: ${Math.round(size / 1024)} kB`);
if (process.argv.includes('--pack')) pack();

async function bundleCli(): Promise<void> {
  await bundle({
    input: join(APP, 'src/cli/main.ts'),
    platform: 'node',
    logLevel: 'warn',
    plugins: [withoutExamples()],
    // Not minified: start-up is the same, and a stack trace from a user stays readable. What a command does not need is not read.
    output: {
      dir: join(STAGE, 'dist'),
      entryFileNames: 'cli.js',
      chunkFileNames: '[name].js',
      format: 'esm',
      minify: false,
      comments: { legal: true },
    },
  });
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

function writeManifest(): void {
  const root = readManifest('package.json');
  const { name, version, description, license, bin } = readManifest('packages/app/package.json');
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    keywords: ['cnapp', 'cspm', 'cloud-security', 'terraform', 'iac', 'sarif'],
    bin,
    files: ['bin', 'dist', ...DOCUMENTS, THIRD_PARTY],
    engines: root.engines,
    optionalDependencies: root.optionalDependencies,
  };
  writeFileSync(join(STAGE, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The bundle holds these packages, so their license texts go with it. They have no dependencies of their own. */
function writeThirdPartyLicenses(): void {
  const names = Object.keys(readManifest('packages/app/package.json').dependencies ?? {}).filter((name) => !name.startsWith('@kumomori/'));
  const texts = names.map((name) => {
    const { version, license } = readManifest(`node_modules/${name}/package.json`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8').trim()}\n`;
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
