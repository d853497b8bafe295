/**
 * Writes the registries that make "one file per check" work: what lies in the folders is listed in `*.generated.ts`.
 * The files are git-ignored. `npm test`, `npm run check` and the launcher call `generate()` themselves, because npm hooks do not run here.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEADER = '// Written by scripts/generate.ts from the folders; not committed, not edited.\n';

/**
 * Brings every registry up to date and returns the paths (relative to `root`) of those whose content changed.
 * A registry whose package has nothing to list yet is written empty, so that the import of it always resolves. About 10 ms for 100 checks.
 */
export function generate(root: string = repositoryRoot()): readonly string[] {
  const registries = [checksRegistry(root), frameworksRegistry(root), resourceTypesRegistry(root)];
  return registries.filter((registry) => writeIfChanged(join(root, registry.path), registry.text)).map((registry) => registry.path);
}

interface Registry {
  readonly path: string;
  readonly text: string;
}

function repositoryRoot(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)));
}

function checksRegistry(root: string): Registry {
  const folder = join(root, 'packages/content/checks');
  const files = filesBelow(folder).filter((file) => file.split('/').length === 3 && isModule(file));
  const imports = files.map((file, index) => `import { check as check${index} } from '../checks/${file}';`);
  const entries = files.map((file, index) => {
    const id = file.slice(0, -'.ts'.length).replaceAll('/', '-');
    return `  { id: '${id}', path: 'packages/content/checks/${file}', check: check${index} },`;
  });
  return { path: 'packages/content/src/checks.generated.ts', text: moduleOf(imports, 'checks', entries) };
}

function frameworksRegistry(root: string): Registry {
  const files = filesBelow(join(root, 'packages/content/frameworks')).filter(isModule);
  const imports = files.map((file, index) => `import { framework as framework${index} } from '../frameworks/${file}';`);
  const entries = files.map((file, index) => `  { path: 'packages/content/frameworks/${file}', framework: framework${index} },`);
  return { path: 'packages/content/src/frameworks.generated.ts', text: moduleOf(imports, 'frameworks', entries) };
}

/** The map from type name to shape, types only: `aws.s3.bucket` is the folder packages/model/src/aws/s3/bucket. */
function resourceTypesRegistry(root: string): Registry {
  const types = resourceTypes(root);
  const readable = types.filter(({ files }) => files.includes('terraform.ts'));
  const imports = [
    `import type { RegisteredReader } from './terraform/reader.ts';`,
    ...types.map(({ folder, shape, alias }) => `import type { ${shape} as ${alias} } from './${folder}/shape.ts';`),
    ...readable.map(({ folder, alias }) => `import { terraform as terraform${alias} } from './${folder}/terraform.ts';`),
  ];
  const fields = types.map(({ type, alias }) => `  readonly '${type}': ${alias};\n`);
  const readers = types.map(
    (type) => `  { type: '${type.type}', terraform: ${readable.includes(type) ? `terraform${type.alias}` : 'null'} },\n`,
  );
  const body = [
    `export interface ResourceShapes {\n${fields.join('')}}\n`,
    'export type ResourceType = keyof ResourceShapes;\n',
    `/** What each resource type can be read from. */\nexport const resourceReaders: readonly RegisteredReader[] = [\n${readers.join('')}];\n`,
  ];
  return { path: 'packages/model/src/resource-types.generated.ts', text: `${HEADER}${[...imports, ''].join('\n')}\n${body.join('\n')}` };
}

interface ResourceTypeFolder {
  /** `aws/s3/bucket` */
  readonly folder: string;
  readonly type: string;
  /** Name of the interface in shape.ts. */
  readonly shape: string;
  readonly alias: string;
  /** File names in the folder. */
  readonly files: readonly string[];
}

function resourceTypes(root: string): readonly ResourceTypeFolder[] {
  const source = join(root, 'packages/model/src');
  const files = filesBelow(source).filter((file) => file.split('/').length === 4);
  const folders = files.filter((file) => file.endsWith('/shape.ts')).map((file) => dirname(file));
  return folders.map((folder) => ({
    folder,
    type: folder.replaceAll('/', '.'),
    shape: shapeName(readFileSync(join(source, folder, 'shape.ts'), 'utf8'), folder),
    alias: pascalCase(folder),
    files: files.filter((file) => dirname(file) === folder).map((file) => file.slice(folder.length + 1)),
  }));
}

/** The exported interface named like the folder (`Bucket`, `S3Bucket`, `AwsS3Bucket`), else the first one of the file. */
function shapeName(text: string, folder: string): string {
  const names = [...text.matchAll(/^export interface (\w+)/gm)].map((match) => match[1] ?? '');
  const parts = folder.split('/');
  const expected = parts.map((_, index) => pascalCase(parts.slice(index).join('/')).toLowerCase());
  const name = names.find((candidate) => expected.includes(candidate.toLowerCase())) ?? names[0];
  if (name === undefined) throw new Error(`packages/model/src/${folder}/shape.ts exports no interface`);
  return name;
}

function pascalCase(folder: string): string {
  return folder.replaceAll(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function moduleOf(imports: readonly string[], name: string, entries: readonly string[]): string {
  const list = entries.length === 0 ? '[] as const' : `[\n${entries.join('\n')}\n]`;
  return `${HEADER}${[...imports, ''].join('\n')}\nexport const ${name} = ${list};\n`;
}

function isModule(file: string): boolean {
  return file.endsWith('.ts') && !/\.(examples|test|generated)\.ts$/.test(file);
}

/** Paths relative to `folder` with forward slashes, sorted by code unit so that the order is the same on every machine. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.replaceAll('\\', '/').replace(/^\//, ''))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function writeIfChanged(path: string, text: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return true;
}

if (import.meta.main) for (const path of generate()) console.log(`generated ${path}`);
