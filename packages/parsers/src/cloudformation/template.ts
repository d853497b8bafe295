/** The text of a template, taken apart into its sections; nothing evaluated. */
import type { Diagnostic, MapValue, Range, Source, Value } from '@kumomori/model';
import { diagnosticAt, mapValue } from '@kumomori/model';
import type { Comment } from '../format.ts';
import type { ReadDocuments } from '../documents/index.ts';
import { readJsonDocument, readYamlDocuments, repeatedMembers } from '../documents/index.ts';

/** Templates of more than a megabyte are refused by CloudFormation; generated ones that were never deployed grow larger. */
const MAX_TEMPLATE_LENGTH = 8 * 1024 * 1024;

export const sectionNames = ['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs', 'Globals'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface Template {
  readonly path: string;
  readonly source: Source;
  /** Sections that are not written, or are none, are empty. */
  readonly sections: Readonly<Record<SectionName, MapValue>>;
  /** Names of the transforms of the whole template. */
  readonly transforms: readonly string[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** YAML or JSON, told apart by the first character. Never throws; what is wrong is a diagnostic, the rest is read. O(length). */
export function readTemplate(source: Source): Template {
  const { documents, comments, diagnostics } = readDocument(source);
  const [document] = documents;
  const said: Diagnostic[] = [...diagnostics];
  if (document && document.value.kind !== 'map') said.push(structureProblem(source, document.range, 'a template is a mapping of sections'));
  return templateOf(document?.value ?? null, { source, comments, diagnostics: withoutIds(said, document?.value, source) });
}

/** Logical ids that are there twice are said by who reads the resources. */
function withoutIds(said: readonly Diagnostic[], root: Value | undefined, source: Source): readonly Diagnostic[] {
  const resources = root?.kind === 'map' ? root.entries.get('Resources') : undefined;
  if (resources?.kind !== 'map') return said;
  const ids = repeatedMembers(resources).map(({ keyRange }) =>
    diagnosticAt(source, keyRange?.start ?? 0, { code: 'duplicate-key', message: '' }),
  );
  return said.filter(
    (each) => each.code !== 'duplicate-key' || !ids.some(({ line, column }) => line === each.line && column === each.column),
  );
}

/** A template that is a value already: the body of a stack set. */
export function templateOf(root: Value | null, read: Pick<Template, 'source' | 'comments' | 'diagnostics'>): Template {
  const said: Diagnostic[] = [...read.diagnostics];
  const section = (name: SectionName): MapValue => {
    const value = root?.kind === 'map' ? root.entries.get(name) : undefined;
    if (value === undefined || value.kind === 'null' || value.kind === 'map') return value?.kind === 'map' ? value : mapValue(new Map());
    said.push(structureProblem(read.source, value.range, `${name} must be a mapping`));
    return mapValue(new Map());
  };
  const sections = {
    Parameters: section('Parameters'),
    Mappings: section('Mappings'),
    Conditions: section('Conditions'),
    Resources: section('Resources'),
    Outputs: section('Outputs'),
    Globals: section('Globals'),
  };
  const transform = root?.kind === 'map' ? root.entries.get('Transform') : undefined;
  return { path: read.source.path, ...read, sections, transforms: transformNames(transform), diagnostics: said };
}

/** YAML or JSON with the short forms of functions, told apart by the first character. */
export function readDocument(source: Source): ReadDocuments {
  const { text, path } = source;
  if (text.length > MAX_TEMPLATE_LENGTH) {
    const message = 'the template is larger than 8 MiB and was not read';
    const diagnostic: Diagnostic = { severity: 'error', file: path, line: null, column: null, code: 'too-large', message };
    return { documents: [], comments: [], diagnostics: [diagnostic] };
  }
  if (!/^\uFEFF?\s*\{/.test(text)) return readYamlDocuments(source, { functionOf, tags });
  const json = readJsonDocument(source);
  if (errorsIn(json) === 0 || /\.json$/i.test(path)) return json;
  // YAML may begin with a brace as well.
  const yaml = readYamlDocuments(source, { functionOf, tags });
  return errorsIn(yaml) < errorsIn(json) ? yaml : json;
}

function errorsIn({ diagnostics }: ReadDocuments): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

const tags = (
  '!And !Base64 !Cidr !Condition !Equals !FindInMap !GetAtt !GetAZs !If !ImportValue !Join !Length !Not !Or !Ref !Select !Split !Sub ' +
  '!ToJsonString !Transform'
).split(' ');

/** `!Ref` and `!Condition` are `Ref` and `Condition`, `!Sub` is `Fn::Sub` …; tags of YAML itself begin with two marks. */
function functionOf(tag: string): string | null {
  const name = /^!([A-Za-z][\w:]*)$/.exec(tag)?.[1];
  if (name === undefined) return null;
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

function transformNames(value: Value | undefined): readonly string[] {
  if (value?.kind === 'list') return value.items.flatMap(transformNames);
  if (value?.kind === 'string') return [value.value];
  const name = value?.kind === 'map' ? value.entries.get('Name') : undefined;
  return name?.kind === 'string' ? [name.value] : [];
}

function structureProblem(source: Source, range: Range | null, message: string): Diagnostic {
  return diagnosticAt(source, range?.start ?? 0, { code: 'cloudformation', message });
}
