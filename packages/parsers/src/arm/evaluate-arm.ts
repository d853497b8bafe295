/** Entry point: the ARM templates below a TARGET, evaluated with the templates they deploy. */
import type { DeclaredAttribute, DeclaredResource, Diagnostic, Source, UnknownValue, Value } from '@kumomori/model';
import { diagnosticAt, mapValue, nullValue, stringValue, unknownValue } from '@kumomori/model';
import { parametersOf, parseBicep, pathBeside, repeatedNames, templateOf } from '../bicep/index.ts';
import { readJsonDocument } from '../documents/index.ts';
import type { FileTree } from '../file-tree.ts';
import type { CodeEvaluation, CodeFile, Comment, DetectedInput, EvaluatedRoot } from '../format.ts';
import { textPieces } from '../values/index.ts';
import { Budget } from './budget.ts';
import { evaluate } from './evaluate.ts';
import { joinCompiled } from './join-compiled.ts';
import type { ArmResource } from './resources.ts';
import { Resources, headOf, isDeployment, referenceOf, templateInside } from './resources.ts';
import type { ResourceRegistry } from './scope.ts';
import { Scope, givenParameters } from './scope.ts';
import { declareTemplate } from './template-parts.ts';
import { entriesOf, member, textOf } from './values.ts';

interface Template {
  readonly path: string;
  readonly value: Value;
}

interface Session {
  readonly tree: FileTree;
  readonly budget: Budget;
  readonly templates: Map<string, Template | null>;
  readonly files: Map<string, CodeFile>;
  readonly diagnostics: Diagnostic[];
  /** Templates that others deploy. */
  readonly linked: Set<string>;
  /** Templates that the bicep program made of files, by their path. */
  readonly compiled: Map<string, Value>;
}

/** One root for each template that no other template of the run deploys. Never throws on what the files say. */
export function evaluateArm(
  tree: FileTree,
  inputs: readonly DetectedInput[],
  compiledBicep: ReadonlyMap<string, string> = new Map(),
): CodeEvaluation {
  const session: Session = {
    tree,
    budget: new Budget(),
    templates: new Map(),
    files: new Map(),
    diagnostics: [],
    linked: new Set(),
    compiled: new Map(),
  };
  for (const [path, text] of compiledBicep) takeCompiled({ path, text }, session);
  // Before all others: what is compiled holds the modules that it uses, and says how those are read.
  for (const path of compiledBicep.keys()) load(path, session);
  const roots = inputs.filter(({ role }) => role === 'code').flatMap(({ path }) => evaluateRoot(path, session));
  return { roots: roots.filter(({ dir }) => !session.linked.has(dir)), files: session.files, diagnostics: session.diagnostics };
}

function takeCompiled(source: Source, { compiled, diagnostics }: Session): void {
  const { documents, diagnostics: said } = readJsonDocument(source, { multilineStrings: true });
  const value = documents[0]?.value;
  if (value?.kind === 'map' && !said.some(({ severity }) => severity === 'error')) compiled.set(source.path, value);
  else
    diagnostics.push({
      severity: 'warning',
      file: source.path,
      line: null,
      column: null,
      code: 'bicep',
      message: 'what bicep wrote is no template',
    });
}

function evaluateRoot(path: string, session: Session): readonly EvaluatedRoot[] {
  const template = load(path, session);
  if (template === null) return [];
  const resources: DeclaredResource[] = [];
  const given = parameterFile(path, session);
  deploy(template, { given, session, resources, moduleAddress: '', rootDir: path, uncertain: false });
  return [{ kind: 'arm', dir: path, resources, moduleCalls: [] }];
}

function load(path: string, session: Session): Template | null {
  const known = session.templates.get(path);
  if (known !== undefined) return known;
  const file = session.tree.read(path);
  if (file.kind !== 'text') return null;
  const source: Source = { path, text: file.text };
  const template = /\.bicep(?:param)?$/.test(path) ? readBicep(source, session) : readJson(source, session);
  session.templates.set(path, template);
  return template;
}

function readJson(source: Source, session: Session): Template | null {
  const { documents, diagnostics } = readJsonDocument(source, { multilineStrings: true });
  session.diagnostics.push(...diagnostics);
  const value = documents[0]?.value;
  session.files.set(source.path, { source, comments: [...lineComments(source.text), ...(value ? skipComments(value) : [])] });
  return value?.kind === 'map' ? { path: source.path, value } : null;
}

function readBicep(source: Source, session: Session): Template {
  const parsed = parseBicep(source);
  session.files.set(source.path, { source, comments: parsed.comments });
  const compiled = session.compiled.get(source.path);
  if (compiled) return joined(compiled, templateOf(parsed, source), { path: source.path, session });
  session.diagnostics.push(...parsed.diagnostics, ...repeatedNames(parsed, source));
  const value = source.path.endsWith('.bicepparam')
    ? mapValue(new Map([['parameters', parametersOf(parsed, source)]]))
    : templateOf(parsed, source);
  return { path: source.path, value };
}

/** The program has accepted the file: what our own reading does not understand of it is no mistake. */
function joined(compiled: Value, own: Value, { path, session }: { readonly path: string; readonly session: Session }): Template {
  const { value, modules } = joinCompiled(compiled, own, (written) => inTree(pathBeside(path, written), session.tree));
  for (const [module, template] of modules) {
    if (session.compiled.has(module)) continue;
    session.compiled.set(module, template);
    load(module, session);
  }
  return { path, value };
}

/** `main.parameters.json` beside `main.json`, `main.bicepparam` beside `main.bicep`; of several environments none can be chosen. */
function parameterFile(path: string, session: Session): ReadonlyMap<string, Value> {
  const stem = path.replace(/\.(?:json|bicep)$/i, '');
  const beside = [`${stem}.parameters.json`, `${stem}.bicepparam`].find((each) => each !== path && session.tree.paths.includes(each));
  const file = beside === undefined ? null : load(beside, session);
  return givenParameters(member(file?.value, 'parameters'), (value) => value);
}

interface Deployment {
  readonly given: ReadonlyMap<string, Value>;
  readonly session: Session;
  readonly resources: DeclaredResource[];
  readonly moduleAddress: string;
  readonly rootDir: string;
  readonly uncertain: boolean;
}

function deploy(template: Template, deployment: Deployment): void {
  const registry = new Resources();
  const scope = new Scope({ template: template.value, given: deployment.given, budget: deployment.session.budget, registry, evaluate });
  registry.collect(member(template.value, 'resources'), scope);
  declareAll(registry, template, deployment);
  const own = declareTemplate(template.value, scope, { path: template.path, ...deployment });
  if (own) deployment.resources.push(own);
}

function declareAll(registry: Resources, template: Template, deployment: Deployment): void {
  sayRepeated(registry, deployment.session);
  for (const resource of registry.all) {
    const declared = declare(resource, { template, deployment });
    if (declared) deployment.resources.push(declared);
    if (isDeployment(resource.type)) deployment.session.budget.nested(() => deployNested(resource, template, { ...deployment, registry }));
  }
}

/**
 * Two resources of one type and name, both deployed for sure: a deployment refuses them. What extends another resource may have its name
 * again, and so may deployments into other groups.
 */
function sayRepeated({ all }: Resources, { diagnostics }: Session): void {
  const seen = new Set<string>();
  for (const { type, name, written, uncertain, isExisting, extended } of all) {
    if (name.kind !== 'string' || uncertain || isExisting || extended || member(written, 'scope') || isDeployment(type)) continue;
    const reference = referenceOf(type, name);
    const head = headOf(written);
    const message = `the resource "${name.value.slice(0, 200)}" is declared twice in this template`;
    if (seen.has(reference) && head && !diagnostics.some((each) => each.file === head.source.path && each.message === message))
      diagnostics.push(diagnosticAt(head.source, head.start, { severity: 'warning', code: 'duplicate-declaration', message }));
    seen.add(reference);
  }
}

/** A template inside the template, or in a file beside it. */
function deployNested(
  resource: ArmResource,
  template: Template,
  { registry, ...deployment }: Deployment & { readonly registry: Resources },
): void {
  const properties = member(resource.written, 'properties');
  const name = shownName(resource);
  const moduleAddress = deployment.moduleAddress === '' ? name : `${deployment.moduleAddress}/${name}`;
  const inner = { ...deployment, moduleAddress, uncertain: deployment.uncertain || resource.uncertain };
  const given = givenParameters(member(properties, 'parameters'), (value) => evaluate(value, resource.scope));
  const nested = templateInside(resource);
  const outer = registry.nested.get(resource);
  if (outer) return declareAll(outer, template, inner);
  if (nested) return deploy({ path: template.path, value: nested.value }, { ...inner, given });
  const path = linkedPath(resource, template, deployment.session);
  const linked = path === null ? null : load(path, deployment.session);
  if (path === null) sayMissing(resource, template, deployment.session);
  if (!linked || path === null || path === template.path) return;
  deployment.session.linked.add(path);
  deploy(linked, { ...inner, given });
}

/** A file beside the template that is not there; registries and addresses are somewhere else on purpose. */
function sayMissing({ written, scope }: ArmResource, { path }: Template, { diagnostics }: Session): void {
  const relative = member(member(member(written, 'properties'), 'templateLink'), 'relativePath');
  const known = relative && evaluate(relative, scope);
  if (known?.kind !== 'string' || !relative?.range || /^[a-z]+(?:\/[^:]*)?:/i.test(known.value)) return;
  const message = `the template "${known.value.slice(0, 200).replaceAll(/\s+/g, ' ')}" is not on this disk`;
  const { source, start } = relative.range;
  const said = source.path === path && diagnostics.some((each) => each.file === path && each.message === message);
  if (!said) diagnostics.push(diagnosticAt(source, start, { severity: 'warning', code: 'module-not-found', message }));
}

/** `templateLink.relativePath`, or a `uri` whose end is the path of a file beside the template. */
function linkedPath({ written, scope }: ArmResource, template: Template, { tree }: Session): string | null {
  const link = member(member(written, 'properties'), 'templateLink');
  const relative = member(link, 'relativePath');
  const uri = member(link, 'uri');
  const value = relative ? evaluate(relative, scope) : uri ? evaluate(uri, scope) : null;
  const last = value && (textPieces(value) ?? []).at(-1);
  if (typeof last !== 'string') return null;
  const dir = template.path.includes('/') ? template.path.slice(0, template.path.lastIndexOf('/') + 1) : '';
  const parts = last
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (relative) return inTree(pathBeside(template.path, parts.join('/')), tree);
  for (let from = 0; from < parts.length; from++) {
    const found = inTree(`${dir}${parts.slice(from).join('/')}`, tree);
    if (found !== null) return found;
  }
  return null;
}

function inTree(path: string, tree: FileTree): string | null {
  return tree.paths.includes(path) ? path : null;
}

/** Members that say how a resource is deployed, not what it is. */
const NOT_ATTRIBUTES = new Set(['type', 'copy', 'condition', 'dependson', 'resources', 'comments', 'existing']);

interface Declaring {
  readonly template: Template;
  readonly deployment: Deployment;
}

function declare(resource: ArmResource, { template, deployment }: Declaring): DeclaredResource | null {
  const { written, scope, name } = resource;
  const head = headOf(written);
  if (!written.range || !head) return null;
  const attributes = new Map<string, DeclaredAttribute>();
  const add = (key: string, value: Value): void => void attributes.set(key, { value, range: value.range ?? head });
  for (const [key, entry] of entriesOf(written)) if (!NOT_ATTRIBUTES.has(key.toLowerCase())) add(key, evaluate(entry, scope));
  add('name', name);
  if (resource.parent) add('parent', link(resource.parent, scope.registry));
  if (resource.extended) add('scope', link(resource.extended, scope.registry));
  if (resource.extended) add('scopeType', stringValue(resource.extended.type, head));
  const address = shownName(resource);
  const location = attributes.get('location')?.value ?? nullValue(head);
  return {
    mode: resource.isExisting ? 'data' : 'managed',
    type: resource.type,
    name: address,
    address,
    reference: referenceOf(resource.type, name),
    moduleAddress: deployment.moduleAddress,
    moduleDir: template.path,
    rootDir: deployment.rootDir,
    key: null,
    block: {
      type: 'resource',
      range: written.range,
      head,
      attributes,
      blocks: [],
      uncertain: resource.uncertain || deployment.uncertain,
      via: null,
    },
    provider: 'azurerm',
    region: location.kind === 'null' ? unknownValue('computed', 'no location is written', head) : location,
  };
}

/** The name of another resource, referring to it when the template declares it. */
function link({ type, name }: { readonly type: string; readonly name: Value }, registry: ResourceRegistry): Value {
  const reference = referenceOf(type, name);
  const isDeclared = registry.find(type, reference.slice(reference.indexOf('|') + 1)) !== null;
  return isDeclared ? { ...name, refs: [{ address: reference, attribute: 'id' }] } : name;
}

/** As it is known; a name that depends on something unknown as it is written. */
function shownName({ name, written }: ArmResource): string {
  if (name.kind === 'string') return name.value;
  const own = textOf(member(written, 'name'));
  if (own !== null && !own.includes('/')) {
    const isWhole = name.kind === 'unknown' || name.kind === 'template';
    if (isWhole && !(textPieces(name) ?? []).some((piece) => typeof piece === 'string' && piece.includes('/'))) return own;
  }
  return (textPieces(name) ?? []).map((piece) => (typeof piece === 'string' ? piece : holeName(piece))).join('') || '?';
}

function holeName({ reason }: UnknownValue): string {
  const parameter = /^parameter "(.*)" has no value$/.exec(reason.detail)?.[1];
  return parameter === undefined ? '*' : `{${parameter}}`;
}

/** Lines that begin with `//`. JSON of ARM knows comments. */
function lineComments(text: string): readonly Comment[] {
  if (!text.includes('//')) return [];
  return [...text.matchAll(/^[ \t]*\/\/(.*)$/gm)].map((found) => {
    const start = found.index + found[0].indexOf('//');
    return { start, end: found.index + found[0].length, text: found[1] ?? '' };
  });
}

const MAX_SKIP_DEPTH = 12;

/**
 * `metadata: { "checkov": … }` of a resource, as if it were a comment inside it: `"ID:why"`, a list of such texts, or
 * `{ "skip": [{ "id", "comment" }] }`.
 */
function skipComments(value: Value, depth = 0): readonly Comment[] {
  if (depth > MAX_SKIP_DEPTH) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => skipComments(item, depth + 1));
  if (value.kind !== 'map') return [];
  const written = member(member(value, 'metadata'), 'checkov');
  const skips = member(written, 'skip') ?? written;
  const own = (skips?.kind === 'list' ? skips.items : skips ? [skips] : []).flatMap((skip) => skipComment(skip));
  const nested = ['resources', 'properties', 'template'].flatMap((name) => {
    const inner = member(value, name);
    return inner ? skipComments(inner, depth + 1) : [];
  });
  return [...own, ...nested];
}

function skipComment(skip: Value): readonly Comment[] {
  const [, id, comment = ''] = /^\s*([^:\s]+)\s*:?(.*)$/s.exec(textOf(skip) ?? textOf(member(skip, 'id')) ?? '') ?? [];
  if (id === undefined || !skip.range) return [];
  return [{ start: skip.range.start, end: skip.range.end, text: `checkov:skip=${id}:${textOf(member(skip, 'comment')) ?? comment}` }];
}
