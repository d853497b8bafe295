/** `data.aws_iam_policy_document` blocks → policy nodes, for documents that no other block of the code uses. */
import type { PolicyDocument, PolicyStatement } from '../../policy/index.ts';
import type { BlockReader, Leaf, ListNode, ObjectNode, Place } from '../../code/index.ts';
import { absent, flattened, object, policyNode } from '../../code/index.ts';
import type { MapValue, UnknownValue, Value } from '../../value.ts';
import { listValue, mapValue, unknownValue } from '../../value.ts';

type PolicyNode = ObjectNode<PolicyDocument> | Leaf<never>;

/**
 * The document that a data source renders: its own statements and those of its source documents. Overrides by `sid` are not carried out:
 * their statements are added. Source: hashicorp/aws provider documentation, aws_iam_policy_document, read 2026-11-22.
 */
export function renderedDocument(block: BlockReader): PolicyNode {
  const { readers, rest } = block.blocks('statement');
  const certain = readers.filter((reader) => !reader.uncertain).map(statement);
  const range = block.place.range;
  const open = rest !== null || certain.length < readers.length;
  const statements = listValue(certain, range, open ? unknownValue('computed', 'it is not known which statements there are', range) : null);
  const own = policyNode(mapValue(new Map<string, Value>([['Statement', statements]]), range), block.place);
  const sources = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'];
  return mergedPolicies([own, ...sources.flatMap((attribute) => sourceDocuments(block, attribute))], block.place);
}

/** Several documents that are held together, as one. A document that cannot be read leaves the list of statements open. */
export function mergedPolicies(documents: readonly PolicyNode[], place: Place): PolicyNode {
  const present = documents.filter((node) => node.node === 'object' || node.state !== 'absent');
  const [first] = present;
  if (!first || present.length === 1) return first ?? absent(place);
  const lists = present.flatMap((node) => (node.node === 'object' ? [node.fields.statements] : []));
  const unread = present.find((node): node is Leaf<never> => node.node === 'leaf');
  const version = present.find((node) => node.node === 'object')?.fields.version;
  const statements: ListNode<PolicyStatement> = {
    node: 'list',
    items: lists.flatMap((each) => each.items),
    rest: unread ?? lists.find((each) => each.rest)?.rest ?? null,
    place,
  };
  return version ? object<PolicyDocument>({ version, statements }, place) : first;
}

function sourceDocuments(block: BlockReader, attribute: string): readonly PolicyNode[] {
  const value = block.value(attribute);
  if (!value) return [];
  const values = value.kind === 'list' || value.kind === 'set' ? [...value.items, ...(value.rest ? [value.rest] : [])] : [value];
  return values.filter((item) => item.kind !== 'null').map((item) => policyNode(item, block.placeOf(attribute)));
}

function statement(block: BlockReader): MapValue {
  const entries = new Map<string, Value>();
  const names = { sid: 'Sid', effect: 'Effect', actions: 'Action', not_actions: 'NotAction', resources: 'Resource' } as const;
  for (const [attribute, name] of Object.entries({ ...names, not_resources: 'NotResource' })) {
    const value = block.value(attribute);
    if (value) entries.set(name, value);
  }
  for (const [type, name] of [['principals', 'Principal'] as const, ['not_principals', 'NotPrincipal'] as const]) {
    const { readers, rest } = block.blocks(type);
    if (readers.length > 0 || rest) entries.set(name, principals(block, readers));
  }
  const { readers, rest } = block.blocks('condition');
  if (readers.length > 0 || rest) entries.set('Condition', conditions(block, readers, rest !== null));
  return mapValue(entries, block.place.range);
}

function principals(block: BlockReader, readers: readonly BlockReader[]): MapValue {
  const byType = new Map<string, Value>();
  for (const reader of readers) {
    const written = reader.string('type').value ?? 'AWS';
    const type = written === '*' ? 'AWS' : written;
    const names = itemsOf(reader.value('identifiers'));
    const known = byType.get(type);
    byType.set(type, listValue([...(known?.kind === 'list' ? known.items : []), ...names.items], reader.place.range, names.rest));
  }
  return mapValue(byType, block.place.range);
}

function conditions(block: BlockReader, readers: readonly BlockReader[], isOpen: boolean): MapValue {
  const byTest = new Map<string, Map<string, Value>>();
  let isUnread = isOpen;
  for (const reader of readers) {
    const test = reader.text('test').value;
    const variable = reader.text('variable').value;
    if (test === undefined || variable === undefined || reader.uncertain) {
      isUnread = true;
      continue;
    }
    const values = reader.value('values') ?? listValue([], reader.place.range);
    byTest.set(test, new Map([...(byTest.get(test) ?? []), [variable, { ...values, range: reader.place.range }]]));
  }
  const rest = isUnread ? unknownValue('computed', 'it is not known which conditions there are', block.place.range) : null;
  return mapValue(new Map([...byTest].map(([test, keys]) => [test, mapValue(keys, block.place.range)])), block.place.range, rest);
}

function itemsOf(value: Value | undefined): { readonly items: readonly Value[]; readonly rest: UnknownValue | null } {
  if (!value || value.kind === 'null') return { items: [], rest: null };
  if (value.kind === 'list' || value.kind === 'set') return flattened(value);
  return value.kind === 'unknown' ? { items: [], rest: value } : { items: [value], rest: null };
}
