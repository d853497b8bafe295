/** Entry point: compose files → services, their variables replaced by what the file itself says. */
import type { DeclaredAttribute, DeclaredResource, Diagnostic, Range, Source, Value } from '@kumomori/model';
import { diagnosticAt, mapValue, stringValue, unknownValue } from '@kumomori/model';
import { readYamlDocuments } from '../documents/index.ts';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, CodeFile, DetectedInput, EvaluatedRoot } from '../format.ts';
import { extensionOf, extensionProblems } from './extends.ts';
import type { TextPiece } from '../values/index.ts';
import { textFromPieces } from '../values/index.ts';

/** One root for each file. Never throws on what the files say. */
export function evaluateCompose(tree: FileTree, inputs: readonly DetectedInput[]): CodeEvaluation {
  const roots: EvaluatedRoot[] = [];
  const files = new Map<string, CodeFile>();
  const diagnostics: Diagnostic[] = [];
  for (const { path } of inputs) {
    const file = tree.read(path);
    if (file.kind !== 'text') continue;
    const source: Source = { path, text: file.text };
    const read = readYamlDocuments(source);
    files.set(path, { source, comments: read.comments });
    diagnostics.push(...read.diagnostics);
    const top = read.documents[0]?.value;
    const services = top?.kind === 'map' ? top.entries.get('services') : undefined;
    if (services?.kind !== 'map') {
      if (read.diagnostics.length === 0)
        diagnostics.push(
          diagnosticAt(source, 0, { severity: 'warning', code: 'compose-syntax', message: 'there are no services in this compose file' }),
        );
      roots.push({ kind: 'compose', dir: path, resources: [], moduleCalls: [] });
      continue;
    }
    diagnostics.push(...extensionProblems(services.entries, { source, tree }));
    const resources = [...services.entries].flatMap(([name, service]) => declare(name, service, { source, services: services.entries }));
    roots.push({ kind: 'compose', dir: path, resources, moduleCalls: [] });
  }
  return { roots, files, diagnostics };
}

interface Context {
  readonly source: Source;
  readonly services: ReadonlyMap<string, Value>;
}

function declare(name: string, service: Value, context: Context): readonly DeclaredResource[] {
  const { source } = context;
  if (service.kind !== 'map' || !service.range) return [];
  const range: Range = service.range;
  const head = headOf(range);
  const attributes = new Map<string, DeclaredAttribute>();
  for (const [key, value] of extended(service.entries, context, 0)) {
    const own = interpolated(value);
    attributes.set(key, { value: own, range: own.range ?? head });
  }
  attributes.set('serviceName', { value: stringValue(name, head), range: head });
  return [
    {
      mode: 'managed',
      type: 'service',
      name,
      address: `service:${name}`,
      moduleAddress: '',
      moduleDir: source.path,
      rootDir: source.path,
      key: null,
      block: {
        type: 'service',
        range: { ...range, start: Math.min(head.start, range.start) },
        head,
        attributes,
        blocks: [],
        uncertain: false,
        via: null,
      },
      provider: 'docker',
      region: unknownValue('computed', 'a container has no region'),
    },
  ];
}

/** The line with the service's name stands above what is written below it. */
function headOf({ source, start }: Range): Range {
  const before = source.text.lastIndexOf('\n', Math.max(0, source.text.lastIndexOf('\n', start) - 1)) + 1;
  const lineEnd = source.text.indexOf('\n', before);
  const line = source.text.slice(before, lineEnd === -1 ? source.text.length : lineEnd);
  if (line.trim() === '') return { source, start, end: start };
  return { source, start: before + (line.length - line.trimStart().length), end: before + line.trimEnd().length };
}

const MAX_DEPTH = 10;

/** `extends` of a service in the same file; one of another file stays unknown where it could add something. */
function extended(entries: ReadonlyMap<string, Value>, context: Context, depth: number): ReadonlyMap<string, Value> {
  const base = extensionOf(entries);
  const service = base?.file === null ? context.services.get(base.service) : undefined;
  if (service?.kind !== 'map' || depth > MAX_DEPTH) return entries;
  return new Map([...extended(service.entries, context, depth + 1), ...entries]);
}

/** `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `$NAME`; `$$` is a dollar. What the environment says nobody knows. */
function interpolated(value: Value): Value {
  switch (value.kind) {
    case 'string':
      return value.value.includes('$') ? replaced(value.value, value.range) : value;
    case 'list':
    case 'set':
      return { ...value, items: value.items.map(interpolated) };
    case 'map':
      return mapValue(new Map([...value.entries].map(([key, entry]) => [key, interpolated(entry)])), value.range);
    default:
      return value;
  }
}

const VARIABLE = /\$(?:\$|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\}|([A-Za-z_]\w*))/g;

function replaced(text: string, range: Range | null): Value {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const found of text.matchAll(VARIABLE)) {
    pieces.push(text.slice(at, found.index));
    const [whole, braced, operator, fallback = '', bare] = found;
    const name = braced ?? bare;
    if (name === undefined) pieces.push('$');
    else if (operator?.endsWith('-')) pieces.push(fallback);
    else pieces.push(unknownValue('unset-variable', `variable "${name}" has no value`, range));
    at = found.index + whole.length;
  }
  pieces.push(text.slice(at));
  const made = textFromPieces(pieces, range);
  return made.range ? made : { ...made, range };
}
