/** Edits of resources in CloudFormation, Kubernetes and ARM files: where the resource is, and what paths mean in it. */
import type { EditedFormat, FixEdit } from '@kumomori/model';
import { nestsTooDeep } from '../documents/index.ts';
import { Refused, lineEndOf } from './edit.ts';
import type { ArmWritten } from './bicep.ts';
import { bicepResources } from './bicep.ts';
import type { WrittenNode } from './document.ts';
import { computedWhere, writtenDocuments } from './document.ts';
import type { DocumentPlace } from './document-walk.ts';
import { ownNode, unitOf } from './document-walk.ts';
import { editMap } from './document-edit.ts';
import type { BlockEdit } from './block-edit.ts';
import { MAX_PLACES, isBlockEdit, isOne } from './block-edit.ts';
import type { PathStep } from './path.ts';
import { parseEditPath } from './path.ts';

export type DocumentFormat = Exclude<EditedFormat, 'terraform' | 'dockerfile'>;

/** The resource at fault. */
export interface DocumentResource {
  readonly format: DocumentFormat;
  /** `Stack/Orders`, `shop/Deployment/web` */
  readonly address: string;
  /** ARM: which of the file's resources it is; null when that is not known. */
  readonly nth?: number | null;
}

const MAX_DEPTH = 200;

/** The text with the edits carried out. Throws Refused. */
export function editDocument(file: string, text: string, resource: DocumentResource, edits: readonly FixEdit[]): string {
  let edited = text;
  for (const edit of edits) {
    if (!isBlockEdit(edit)) throw new Refused('unsupported', 'beside' in edit ? edit.beside : resource.format);
    for (const path of pathsOf(edit, find(file, edited, resource, edit.of))) edited = repeated(file, edited, resource, { edit, path });
  }
  return edited;
}

interface Order {
  readonly edit: BlockEdit;
  readonly path: string;
}

function repeated(file: string, text: string, resource: DocumentResource, { edit, path }: Order): string {
  let edited = text;
  const steps = stepsOf(path, resource.format);
  for (let round = 0; round < MAX_PLACES; round++) {
    const { node, place, kind } = find(file, edited, resource, edit.of);
    if (resource.format !== 'arm' && edit.of && !edit.of.includes(kind)) return edited;
    const next = editMap(place, node, { edit, steps });
    if (next === edited || isOne(edit, steps)) return next;
    edited = next;
  }
  throw new Refused('unsupported', `more than ${MAX_PLACES} places`);
}

const POD_AT: Readonly<Record<string, string>> = {
  Pod: 'spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
  PodTemplate: 'template.spec',
};

function pathsOf(edit: BlockEdit, { kind }: Found): readonly string[] {
  const path = 'set' in edit ? edit.set : 'remove' in edit ? edit.remove : 'append' in edit ? edit.append : edit.drop;
  const pod = POD_AT[kind] ?? 'spec.template.spec';
  if (path.startsWith('$pod.')) return [pod + path.slice('$pod'.length)];
  if (!path.startsWith('$containers.')) return [path];
  return ['containers', 'initContainers'].map((name) => `${pod}.${name}[*]${path.slice('$containers'.length)}`);
}

/** What stands beside the properties of a CloudFormation resource. */
const BESIDE_PROPERTIES: ReadonlySet<string> = new Set(['DeletionPolicy', 'UpdateReplacePolicy', 'Metadata', 'UpdatePolicy', 'Properties']);

function stepsOf(path: string, format: DocumentFormat): readonly PathStep[] {
  const steps = parseEditPath(path);
  if (format !== 'cloudformation' || BESIDE_PROPERTIES.has(steps[0]?.name ?? '')) return steps;
  return [{ name: 'Properties', select: null, isMap: false }, ...steps];
}

interface Found {
  readonly place: DocumentPlace;
  readonly node: WrittenNode;
  /** `AWS::S3::Bucket`, `Deployment` */
  readonly kind: string;
}

function find(file: string, text: string, { format, address, nth = null }: DocumentResource, types: readonly string[] = []): Found {
  if (nestsTooDeep(text, MAX_DEPTH)) throw new Refused('unsupported', 'a document that is nested too deep');
  const isJson = /^[\s\uFEFF]*[{[]/.test(text);
  const isBicep = format === 'arm' && !isJson;
  const written = isBicep ? [] : writtenDocuments(text, isJson);
  // A dollar that is doubled is one.
  const documents = format === 'compose' ? written.map((each) => computedWhere(each, /\$(?:\{|[A-Za-z_])/)) : written;
  const resources = isBicep ? bicepResources(text) : format === 'arm' ? armResources(documents[0]) : [];
  const node = format === 'arm' ? armResource(resources, { address, nth, types }) : nodeIn(documents, format, address);
  if (!node) throw new Refused('not-found', address);
  const kind = node.members.find(({ key }) => key === KIND_AT[format])?.value?.value;
  const unit = unitOf(text, isBicep ? resources.map((each) => each.node) : documents);
  const place: DocumentPlace = { file, text, style: { isJson, isBicep, eol: lineEndOf(text), unit } };
  return { place, node: ownNode(place, node), kind: String(kind) };
}

const KIND_AT: Readonly<Record<DocumentFormat, string>> = { kubernetes: 'kind', cloudformation: 'Type', arm: 'type', compose: '' };

function nodeIn(documents: readonly WrittenNode[], format: DocumentFormat, address: string): WrittenNode | null {
  if (format === 'kubernetes') return objectOf(documents, address);
  return format === 'compose' ? serviceOf(documents[0], address) : templateResource(documents[0], address);
}

/** `service:web` */
function serviceOf(document: WrittenNode | undefined, address: string): WrittenNode | null {
  const services = document?.members.find(({ key }) => key === 'services')?.value;
  return services?.members.find(({ key }) => `service:${key}` === address)?.value ?? null;
}

/** Which of the resources of an ARM template or Bicep file begins at an offset or stands around it; null when none does. O(length). */
export function armOrdinal(text: string, at: number): number | null {
  if (nestsTooDeep(text, MAX_DEPTH)) return null;
  const isJson = /^[\s\uFEFF]*[{[]/.test(text);
  const found = isJson ? armResources(writtenDocuments(text, true)[0]) : bicepResources(text);
  const last = found.findLastIndex(({ start, node }) => start <= at && at < node.end);
  return last === -1 ? null : last;
}

function armResources(document: WrittenNode | undefined): readonly ArmWritten[] {
  const found: ArmWritten[] = [];
  const look = (node: WrittenNode, parent: number | null): void => {
    const own = (textIn(node, 'type') ?? '').toLowerCase();
    const type = parent !== null && !own.includes('/') ? `${found[parent]?.type ?? ''}/${own}` : own;
    const index = found.push({ type, name: textIn(node, 'name'), node, start: node.start, parent }) - 1;
    for (const each of below(node)) look(each, index);
  };
  for (const each of document ? below(document) : []) look(each, null);
  return found;
}

function below(node: WrittenNode): readonly WrittenNode[] {
  const resources = node.members.find(({ key }) => key === 'resources')?.value;
  return [...(resources?.items ?? []), ...(resources?.members ?? []).flatMap(({ value }) => value ?? [])];
}

interface ArmWanted {
  readonly address: string;
  readonly nth: number | null;
  readonly types: readonly string[];
}

/** The resource at fault, or what belongs to it, of one of these types; when that is not known the only one, or the only one of that name. */
function armResource(resources: readonly ArmWritten[], { address, nth, types }: ArmWanted): WrittenNode | null {
  const wanted = new Set(types.map((each) => each.toLowerCase()));
  const own = nth === null ? undefined : resources[nth];
  if (own && (wanted.size === 0 || wanted.has(own.type))) return own.node;
  const found = resources.filter(({ type }) => wanted.has(type));
  const related = found.filter(({ parent }) => nth !== null && parent === nth);
  const named = found.filter(({ name }) => name === address);
  for (const each of [found, related, named]) if (each.length === 1) return each[0]?.node ?? null;
  return null;
}

function templateResource(document: WrittenNode | undefined, address: string): WrittenNode | null {
  const resources = document?.members.find(({ key }) => key === 'Resources')?.value;
  const name = address.slice(address.lastIndexOf('/') + 1);
  return resources?.members.find(({ key }) => key === name)?.value ?? null;
}

/** The only object of a kind and name; of several, that in the namespace. */
function objectOf(documents: readonly WrittenNode[], address: string): WrittenNode | null {
  const parts = address.split('/');
  const [kind, name] = parts.slice(-2);
  const namespace = parts.at(-3);
  const found: WrittenNode[] = [];
  const look = (node: WrittenNode): void => {
    const metadata = node.members.find(({ key }) => key === 'metadata')?.value;
    if (textIn(node, 'kind') === kind && metadata && textIn(metadata, 'name') === name) found.push(node);
    const items = node.members.find(({ key }) => key === 'items')?.value;
    for (const item of items?.items ?? []) look(item);
    for (const item of node.items) look(item);
  };
  for (const document of documents) look(document);
  const here = found.filter((each) => {
    const metadata = each.members.find(({ key }) => key === 'metadata')?.value;
    return ((metadata && textIn(metadata, 'namespace')) ?? 'default') === (namespace ?? 'default');
  });
  const fitting = here.length > 0 ? here : found;
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function textIn(map: WrittenNode, name: string): string | null {
  const value = map.members.find(({ key }) => key === name)?.value;
  return value && value.kind === 'scalar' ? String(value.value) : null;
}
