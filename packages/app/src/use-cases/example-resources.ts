/** Example texts of checks → resources, without touching the disk. */
import type { CodeRoot, ExampleCode, ReaderName, Resource } from '@kumomori/model';
import { normalizeCode, resourceReaders } from '@kumomori/model';
import { evaluateCode } from '@kumomori/parsers';

/** The file that a text of one format stands in. */
const FILE_OF: Readonly<Record<ReaderName, string>> = {
  terraform: 'main.tf',
  cloudformation: 'template.yaml',
  arm: 'azuredeploy.json',
  kubernetes: 'manifests.yaml',
  dockerfile: 'Dockerfile',
  compose: 'compose.yaml',
  text: 'deploy.sh',
};

/** Files of an example by path. A text that begins with `{` is JSON where the format has both. */
export function exampleFiles(format: ReaderName, code: ExampleCode): Readonly<Record<string, string>> {
  if (typeof code !== 'string') return code;
  const isJson = format === 'cloudformation' && code.trimStart().startsWith('{');
  return { [isJson ? 'template.json' : FILE_OF[format]]: code };
}

export function exampleRoots(format: ReaderName, code: ExampleCode): readonly CodeRoot[] {
  const files = exampleFiles(format, code);
  return evaluateCode({
    root: 'example',
    paths: Object.keys(files),
    read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
  }).roots;
}

/** All resources of an example, in every root of it. */
export function exampleResources(format: ReaderName, code: ExampleCode): readonly Resource[] {
  return exampleRoots(format, code).flatMap((root) => normalizeCode(root, resourceReaders));
}
