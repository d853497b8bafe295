/** Edits of resources in CloudFormation, Kubernetes and ARM files: where the resource is, and what paths mean in it. */
import type { EditedFormat, FixEdit } from '@kumomori/model';
import { nestsTooDeep } from '../documents/index.ts';
import { Refused, lineEndOf } from './edit.ts';
import type { WrittenNode } from './document.ts';
import { writtenDocuments } from './document.ts';
import type { DocumentPlace } from './document-walk.ts';
import { columnOf, ownNode } from './document-walk.ts';
import { editMap } from './document-edit.ts';
import type { BlockEdit } from './hcl.ts';
import { isOne } from './hcl.ts';
import type { PathStep } from './path.ts';
import { parseEditPath } from './path.ts';

type DocumentFormat = Exclude<EditedFormat, 'terraform'>;

/** The resource at fault. */
export interface DocumentResource {
  readonly format: DocumentFormat;
  /** `Stack/Orders`, `shop/Deployment/web` */
  readonly address: string;
}

const MAX_PLACES = 200;
const MAX_DEPTH = 200;

/** The text with the edits carried out. Throws Refused. */
export function editDocument(file: string, text: string, resource: DocumentResource, edits: readonly FixEdit[]): string {
  let edited = text;
  for (const edit of edits) {
    if ('beside' in edit) throw new Refused('unsupported', edit.beside);
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

function find(file: string, text: string, { format, address }: DocumentResource, types: readonly string[] = []): Found {
  if (nestsTooDeep(text, MAX_DEPTH)) throw new Refused('unsupported', 'a document that is nested too deep');
  const isJson = /^[\s\uFEFF]*[{[]/.test(text);
  const documents = writtenDocuments(text, isJson);
  if (format === 'arm' && !isJson) throw new Refused('unsupported', 'Bicep');
  const node =
    format === 'cloudformation'
      ? templateResource(documents[0], address)
      : format === 'arm'
        ? armResource(documents[0], address, types)
        : objectOf(documents, address);
  if (!node) throw new Refused('not-found', address);
  const kind = node.members.find(({ key }) => key === KIND_AT[format])?.value?.value;
  const place: DocumentPlace = { file, text, style: { isJson, eol: lineEndOf(text), unit: unitOf(text, documents) } };
  return { place, node: ownNode(place, node), kind: String(kind) };
}

const KIND_AT: Readonly<Record<DocumentFormat, string>> = { kubernetes: 'kind', cloudformation: 'Type', arm: 'type' };

/** The only resource of these types, or of several the one whose name is written as the address says; names that are computed say nothing. */
function armResource(document: WrittenNode | undefined, address: string, types: readonly string[]): WrittenNode | null {
  const found: WrittenNode[] = [];
  const wanted = new Set(types.map((each) => each.toLowerCase()));
  const look = (node: WrittenNode, parent: string): void => {
    const type = textIn(node, 'type') ?? '';
    const whole = parent !== '' && !type.includes('/') ? `${parent}/${type}` : type;
    if (wanted.has(whole.toLowerCase())) found.push(node);
    const resources = node.members.find(({ key }) => key === 'resources')?.value;
    for (const each of [...(resources?.items ?? []), ...(resources?.members ?? []).flatMap(({ value }) => value ?? [])]) look(each, whole);
  };
  if (document) look(document, '');
  if (found.length === 1) return found[0] ?? null;
  const named = found.filter((each) => textIn(each, 'name') === address);
  return named.length === 1 ? (named[0] ?? null) : null;
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

/** How far the first nested map is indented. */
function unitOf(text: string, documents: readonly WrittenNode[]): string {
  for (const document of documents) {
    for (const { keyStart, value } of document.members) {
      const child = value?.members[0];
      if (!child) continue;
      const width = columnOf(text, child.keyStart) - columnOf(text, keyStart);
      if (width > 0 && width <= 8 && text.slice(keyStart, child.keyStart).includes('\n')) return ' '.repeat(width);
    }
  }
  return '  ';
}
