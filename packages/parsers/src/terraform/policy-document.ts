/**
 * `data.aws_iam_policy_document` as the provider renders it. Source: documentation of the data source (AWS provider 6, read 2026-11-22).
 * The document keeps the place of every part; its text is what a policy attribute receives.
 */
import type { Range, DeclaredBlock, TemplateValue, UnknownValue, Value } from '@kumomori/model';
import { flattened, listValue, mapValue, stringValue, unknownValue, withDependencies } from '@kumomori/model';
import { firstUnknownIn, selectChild } from './access.ts';
import { toStringValue, jsonPieces } from '../values/index.ts';
import { textFromPieces } from './functions/index.ts';
import type { Document, Statement } from './policy-merge.ts';
import { EMPTY_DOCUMENT, mergeDocuments, readDocument, readDocuments } from './policy-merge.ts';

const DEFAULT_VERSION = '2012-10-17';
/** Arguments of a statement whose values are lists, and what they are called in the document. */
const LISTS: readonly (readonly [string, string])[] = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
];

/** The `json` attribute of an evaluated data block: a text (with unknown parts) whose `structure` is the document. */
export function renderPolicyDocument(block: DeclaredBlock): Value {
  const document = mergeDocuments([
    readDocument(argument(block, 'source_json')),
    ...readDocuments(argument(block, 'source_policy_documents')),
    ownDocument(block),
    ...readDocuments(argument(block, 'override_policy_documents')),
    readDocument(argument(block, 'override_json')),
  ]);
  const structure = documentValue(document, block);
  const pieces = jsonPieces(shorten(structure));
  if (pieces === null) return unknownValue('limit', 'the policy document is too large', block.head);
  const text = textFromPieces(pieces, block.head, structure);
  return document.inputs.length === 0 ? text : withDependencies(text, document.inputs);
}

function argument(block: DeclaredBlock, name: string): Value | null {
  const value = block.attributes.get(name)?.value;
  return value === undefined || value.kind === 'null' ? null : value;
}

function ownDocument(block: DeclaredBlock): Document {
  const statements: Statement[] = [];
  let rest: UnknownValue | null = null;
  for (const inner of innerBlocks(block, 'statement')) {
    if (inner.uncertain) rest ??= unknownBlock(inner);
    else statements.push(readStatement(inner));
  }
  return { ...EMPTY_DOCUMENT, version: argument(block, 'version'), id: argument(block, 'policy_id'), statements, rest };
}

/** Blocks written out or, as before Terraform 0.12, as objects (`statement = [{ … }]`). */
function innerBlocks(block: DeclaredBlock, type: string): readonly DeclaredBlock[] {
  const written = block.blocks.filter((inner) => inner.type === type);
  const value = argument(block, type);
  return value === null ? written : [...written, ...objectsAsBlocks(value, { type, outer: block })];
}

function objectsAsBlocks(value: Value, of: { readonly type: string; readonly outer: DeclaredBlock }): readonly DeclaredBlock[] {
  if (value.kind === 'list' || value.kind === 'set') {
    const items = value.items.map((item) => selectChild(value, item));
    return [...items, ...(value.rest ? [value.rest] : [])].flatMap((item) => objectsAsBlocks(item, of));
  }
  if (value.kind !== 'map' && value.kind !== 'unknown') return [];
  const range = value.range ?? of.outer.head;
  const entries = value.kind === 'map' ? [...value.entries] : [[of.type, value] as const];
  const attributes = new Map(entries.map(([name, entry]) => [name, { value: entry, range: entry.range ?? range }]));
  return [{ type: of.type, range, head: range, attributes, blocks: [], uncertain: value.kind === 'unknown', via: value.via }];
}

/** A block of which it is not known whether it exists. */
function unknownBlock(block: DeclaredBlock): UnknownValue {
  for (const { value } of block.attributes.values()) {
    const unknown = firstUnknownIn(value);
    if (unknown) return { ...unknown, range: block.range };
  }
  return unknownValue('unsupported', `it is not known whether this ${block.type} exists`, block.range);
}

function readStatement(block: DeclaredBlock): Statement {
  const entries = new Map<string, Value>();
  const sid = argument(block, 'sid');
  if (sid && !(sid.kind === 'string' && sid.value === '')) entries.set('Sid', sid);
  entries.set('Effect', argument(block, 'effect') ?? stringValue('Allow', block.head));
  for (const [from, to] of LISTS) {
    const list = argument(block, from);
    if (list) addNonEmpty(entries, to, texts(list));
  }
  for (const [from, to] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const principals = readPrincipals(innerBlocks(block, from));
    if (principals) entries.set(to, principals);
  }
  const condition = readConditions(innerBlocks(block, 'condition'));
  if (condition) entries.set('Condition', condition);
  return { sid: sid?.kind === 'string' ? sid.value : null, value: mapValue(entries, block.range) };
}

/** An empty list is left out by the provider. */
function addNonEmpty(entries: Map<string, Value>, name: string, list: Value): void {
  if ((list.kind === 'list' || list.kind === 'set') && list.items.length === 0 && list.rest === null) return;
  entries.set(name, list);
}

/** The strings of a list, each with the way of the list; `&{…}` is how policy variables are written in Terraform code. */
function texts(list: Value): Value {
  if (list.kind !== 'list' && list.kind !== 'set')
    return list.kind === 'unknown' ? listValue([], list.range, list) : listValue([policyVariables(list)], list.range);
  const all = flattened(list);
  return { ...all, kind: 'list', items: all.items.map((item) => policyVariables(selectChild(all, item))) };
}

function policyVariables(value: Value): Value {
  const text = toStringValue(value);
  if (text.kind === 'string') return text.value.includes('&{') ? { ...text, value: text.value.replaceAll('&{', '${') } : text;
  if (text.kind !== 'template') return text;
  return { ...text, parts: text.parts.map((part) => (typeof part === 'string' ? part.replaceAll('&{', '${') : part)) };
}

function readPrincipals(blocks: readonly DeclaredBlock[]): Value | null {
  const groups = new Map<string, Value[]>();
  let rest: UnknownValue | null = null;
  for (const block of blocks) {
    const type = argument(block, 'type');
    if (block.uncertain) rest ??= unknownBlock(block);
    else if (type?.kind === 'string') appendTo(groups, type.value, argument(block, 'identifiers'));
    else rest ??= (type && firstUnknownIn(type)) ?? unknownBlock(block);
  }
  const [first] = blocks;
  if (first === undefined) return null;
  const entries = new Map([...groups].map(([type, lists]) => [type, joined(lists, first.range)]));
  const everyone = entries.get('*');
  // Only the type "*" with the identifier "*" is written as the bare star; `AWS: "*"` keeps its type.
  if (entries.size === 1 && rest === null && everyone?.kind === 'list' && everyone.items.length === 1) return everyone.items[0] ?? everyone;
  return mapValue(entries, first.range, rest);
}

function appendTo(groups: Map<string, Value[]>, key: string, list: Value | null): void {
  const group = groups.get(key) ?? [];
  if (list) group.push(texts(list));
  groups.set(key, group);
}

/** One list of all; the place of the first stands for the whole. */
function joined(lists: readonly Value[], range: Range): Value {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  const items: Value[] = [];
  let rest: UnknownValue | null = null;
  for (const list of lists) {
    if (list.kind !== 'list') continue;
    for (const item of list.items) items.push(selectChild(list, item));
    rest ??= list.rest;
  }
  return listValue(items, lists[0]?.range ?? range, rest);
}

function readConditions(blocks: readonly DeclaredBlock[]): Value | null {
  const operators = new Map<string, Map<string, Value[]>>();
  const unnamed = new Map<string, (readonly [TemplateValue, Value])[]>();
  let rest: UnknownValue | null = null;
  for (const block of blocks) {
    const [test, variable] = [argument(block, 'test'), argument(block, 'variable')];
    if (block.uncertain) rest ??= unknownBlock(block);
    else if (test?.kind === 'string' && variable?.kind === 'template') {
      const value = argument(block, 'values');
      if (value) unnamed.set(test.value, [...(unnamed.get(test.value) ?? []), [variable, texts(value)]]);
    } else if (test?.kind !== 'string' || variable?.kind !== 'string') rest ??= unknownBlock(block);
    else {
      const keys = operators.get(test.value) ?? new Map<string, Value[]>();
      appendTo(keys, variable.value, argument(block, 'values'));
      operators.set(test.value, keys);
    }
  }
  const [first] = blocks;
  if (first === undefined) return null;
  const entries = new Map<string, Value>();
  for (const operator of new Set([...operators.keys(), ...unnamed.keys()])) {
    const known = [...(operators.get(operator) ?? [])].map(([key, lists]) => [key, joined(lists, first.range)] as const);
    const open = unnamed.get(operator);
    const tests = mapValue(
      new Map(known),
      first.range,
      open ? unknownValue('unsupported', 'a key of the object is not known', first.range) : null,
    );
    entries.set(operator, open ? { ...tests, unnamed: open } : tests);
  }
  return mapValue(entries, first.range, rest);
}

function documentValue(document: Document, block: DeclaredBlock): Value {
  const entries = new Map<string, Value>();
  entries.set('Version', document.version ?? stringValue(DEFAULT_VERSION, block.head));
  if (document.id) entries.set('Id', document.id);
  entries.set(
    'Statement',
    listValue(
      document.statements.map(({ value }) => value),
      block.range,
      document.rest,
    ),
  );
  return mapValue(entries, block.range);
}

/**
 * For the text only: the provider writes a list of one as the element itself, and everything unknown below a statement is a string,
 * which keeps its quotes.
 */
function shorten(value: Value): Value {
  if (value.kind === 'unknown')
    return {
      kind: 'template',
      parts: [value],
      structure: null,
      range: value.range,
      via: value.via,
      refs: value.refs,
      sensitive: value.sensitive,
    };
  if (value.kind === 'list') return { ...value, items: value.items.map(shorten) };
  if (value.kind !== 'map') return value;
  const entries = new Map<string, Value>();
  for (const [name, entry] of value.entries) {
    const isSingle = entry.kind === 'list' && name !== 'Statement' && entry.items.length === 1 && entry.rest === null;
    entries.set(name, shorten(isSingle ? (entry.items[0] ?? entry) : entry));
  }
  return { ...value, entries };
}
