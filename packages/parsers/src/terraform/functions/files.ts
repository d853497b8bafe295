/** Functions that look at files and paths. Reading and confinement to the scanned folder are the context's duty. */
import { stringValue, unknownValue, withDependencies } from '@kumomori/model';
import type { Range, Source, StringValue, UnknownValue, Value } from '@kumomori/model';
import { toStringValue } from '../../values/index.ts';
import { callStep, structureOfFile } from '../structure.ts';
import type { FileText } from '../../file-tree.ts';
import type { Failure, FunctionContext, FunctionSpec, FunctionTable, TemplateSource } from './context.ts';
import { rememberFile } from './file-source.ts';
import { globToRegex } from './glob.ts';
import { toBase64 } from './hash-bits.ts';
import { digestText, digests } from './hashes.ts';
import { makeSet } from './partial.ts';
import { define, fail, isFailure, variadic } from './support.ts';

export const fileFunctions: FunctionTable = {
  file: ofFile((text, source, range) => withFileStructure(stringValue(text, range), source, range)),
  filebase64: ofFile((text) => toBase64(new TextEncoder().encode(text))),
  filemd5: ofFile((text) => digestText(text, digests.md5)),
  filesha1: ofFile((text) => digestText(text, digests.sha1)),
  filesha256: ofFile((text) => digestText(text, digests.sha256)),
  filesha512: ofFile((text) => digestText(text, digests.sha512)),
  filebase64sha256: ofFile((text) => digestText(text, digests.base64sha256)),
  filebase64sha512: ofFile((text) => digestText(text, digests.base64sha512)),
  fileexists: define(['string'], ([path], context) => {
    const found = context.readText(resolve(path, context));
    return found.kind === 'outside' ? outside(path, context.range) : found.kind !== 'missing';
  }),
  fileset: define(['string', 'string'], ([folder, pattern], context) => fileSet(folder, pattern, context)),
  templatefile: variadic(2, 2, templateFile),
  templatestring: variadic(2, 2, ([text, variables], context) => {
    const template = text ? toStringValue(text) : text;
    if (template?.kind === 'unknown' || template?.kind === 'template')
      return template.kind === 'unknown' ? template : unknownTemplate(template);
    return template?.kind === 'string'
      ? render({ source: { path: 'templatestring', text: template.value }, isFile: false }, variables, context)
      : fail('argument 1 must be a string');
  }),
  abspath: define(['string'], ([path], { range }) =>
    path.startsWith('/') ? cleanPath(path) : unknownValue('computed', 'the place of the working folder is not known', range),
  ),
  pathexpand: define(['string'], ([path], { range }) =>
    /^~(?:\/|$)/.test(path) ? unknownValue('computed', 'the home folder is not known', range) : path,
  ),
  dirname: define(['string'], ([path]) => dirName(path)),
  basename: define(['string'], ([path]) => baseName(path)),
};

function unknownTemplate(template: Value & { kind: 'template' }): UnknownValue {
  const hole = template.parts.find((part) => typeof part !== 'string');
  return withDependencies(hole ?? unknownValue('computed', 'a part of the template is unknown', template.range), [template]);
}

/** A function of the text of one file. */
function ofFile(use: (text: string, source: Source, range: Range | null) => string | Value): FunctionSpec {
  return define(['string'], ([path], context) => {
    const resolved = resolve(path, context);
    const found = context.readText(resolved);
    if (found.kind !== 'text') return unreadable(found, resolved, context.range);
    return use(found.text, sourceOf(found, resolved), context.range);
  });
}

/** One source for each file that was read, so that lines are counted once. */
const sources = new WeakMap<FileText, Source>();

function sourceOf(found: FileText & { kind: 'text' }, path: string): Source {
  const known = sources.get(found);
  if (known) return known;
  const source: Source = { path, text: found.text };
  sources.set(found, source);
  return source;
}

function withFileStructure(value: StringValue, source: Source, range: Range | null): StringValue {
  rememberFile(value, source);
  const structure = structureOfFile(source, callStep('file', source.path, range));
  return structure === null ? value : { ...value, structure };
}

function unreadable(found: Exclude<FileText, { kind: 'text' }>, path: string, range: Range | null): UnknownValue | Failure {
  const shown = path.slice(0, 200);
  if (found.kind === 'missing') return fail(`there is no file ${shown}`);
  if (found.kind === 'outside') return outside(shown, range);
  if (found.kind === 'too-large') return unknownValue('limit', `file ${shown} is too large to be read`, range);
  return unknownValue('unsupported', `file ${shown} is not text`, range);
}

function outside(path: string, range: Range | null): UnknownValue {
  return unknownValue('outside-root', `file ${path.slice(0, 200)} is outside the scanned folder`, range);
}

/** A path relative to the TARGET root: relative paths in calls count from the root module's folder, where Terraform runs. */
function resolve(path: string, { rootDir }: FunctionContext): string {
  return cleanPath(path.startsWith('/') || rootDir === '' ? path : `${rootDir}/${path}`);
}

function templateFile(args: readonly Value[], context: FunctionContext): Value | Failure {
  const [path, variables] = args;
  const text = path ? toStringValue(path) : path;
  if (text?.kind === 'unknown') return text;
  if (text?.kind === 'template') return unknownTemplate(text);
  if (text?.kind !== 'string') return fail('argument 1 must be a string');
  const resolved = resolve(text.value, context);
  const found = context.readText(resolved);
  if (found.kind !== 'text') return unreadable(found, resolved, context.range);
  const result = render({ source: sourceOf(found, resolved), isFile: true }, variables, context);
  if (isFailure(result) || (result.kind !== 'string' && result.kind !== 'template') || result.structure === null) return result;
  return { ...result, structure: { ...result.structure, via: callStep('templatefile', resolved, context.range) } };
}

/** When more variables may exist than are known, a template that cannot be rendered is unknown for that reason. */
function render(template: TemplateSource, variables: Value | undefined, context: FunctionContext): Value | Failure {
  if (variables?.kind === 'unknown') return variables;
  if (variables?.kind !== 'map') return fail('argument 2 must be a map of variables');
  const result = context.renderTemplate(template, variables.entries);
  return result.kind === 'unknown' && variables.rest ? withDependencies(variables.rest, [result]) : result;
}

function fileSet(folder: string, pattern: string, context: FunctionContext): Value | Failure {
  const regex = globToRegex(cleanPath(pattern));
  if (isFailure(regex)) return regex;
  const matching = context.listFiles(resolve(folder, context)).filter((file) => regex.exec(file) !== null);
  return makeSet(
    matching.map((file) => stringValue(file, context.range)),
    context.range,
  );
}

/** A path without ".", "..", doubled or trailing slashes, by text alone; "." for nothing. */
export function cleanPath(path: string): string {
  const absolute = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!absolute) kept.push('..');
  }
  return (absolute ? '/' : '') + kept.join('/') || '.';
}

function dirName(path: string): string {
  const slash = path.lastIndexOf('/');
  return cleanPath(slash === -1 ? '' : path.slice(0, slash + 1));
}

function baseName(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}
