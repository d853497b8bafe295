/** Edits of Terraform in JSON: blocks and attributes are members there, strings may be templates. */
import type { EditValue } from '@kumomori/model';
import type { WrittenNode } from './document.ts';
import { computedWhere, writtenDocuments } from './document.ts';
import { editMap } from './document-edit.ts';
import type { DocumentPlace } from './document-walk.ts';
import { made, unitOf } from './document-walk.ts';
import { nestsTooDeep } from '../documents/index.ts';
import { Refused, lineEndOf } from './edit.ts';
import type { BlockEdit } from './block-edit.ts';
import { MAX_PLACES, headOf, isOne } from './block-edit.ts';
import type { PathStep } from './path.ts';
import { parseEditPath } from './path.ts';

const MAX_DEPTH = 200;

export function isTerraformJson(file: string): boolean {
  return /\.(?:tf|tofu)\.json$/.test(file);
}

/** The text with one edit of the block with an address. Throws Refused. */
export function editJsonBlock(file: string, text: string, address: string, edit: BlockEdit): string {
  const path = 'set' in edit ? edit.set : 'remove' in edit ? edit.remove : 'append' in edit ? edit.append : edit.drop;
  const steps = parseEditPath(path);
  let edited = text;
  for (let round = 0; round < MAX_PLACES; round++) {
    const place = placeOf(file, edited);
    const node = blockIn(place.root, headOf(address));
    if (!node) throw new Refused('not-found', address);
    refuseGenerated(place, node, steps[0]);
    const next = editMap(place, node, { edit, steps });
    if (next === edited || isOne(edit, steps)) return next;
    edited = next;
  }
  throw new Refused('unsupported', `more than ${MAX_PLACES} places`);
}

/** The text with a new resource beside the others. Throws Refused. */
export function withJsonResource(
  file: string,
  text: string,
  { type, name, values }: { readonly type: string; readonly name: string; readonly values: readonly (readonly [string, EditValue])[] },
): string {
  const body = values.reduce<EditValue>((whole, [path, value]) => merged(whole, made(parseEditPath(path), value)), {});
  const steps = ['resource', type, name].map((each): PathStep => ({ name: each, select: null, isMap: true }));
  const place = placeOf(file, text);
  if (member(place.root, 'resource')?.kind === 'list') throw new Refused('unsupported', 'resources in a list');
  return editMap(place, place.root, { edit: { set: name, value: body }, steps });
}

function merged(a: EditValue, b: EditValue): EditValue {
  return isMap(a) && isMap(b)
    ? Object.fromEntries([...Object.entries(a), ...Object.entries(b)].map(([key, value]) => [key, merged(a[key] ?? {}, b[key] ?? value)]))
    : b;
}

function isMap(value: EditValue): value is { readonly [key: string]: EditValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeOf(file: string, text: string): DocumentPlace & { readonly root: WrittenNode } {
  if (nestsTooDeep(text, MAX_DEPTH)) throw new Refused('unsupported', 'a document that is nested too deep');
  const documents = writtenDocuments(text, true).map((each) => computedWhere(each, /[$%]\{/));
  const [root] = documents;
  if (!root) throw new Refused('not-found', file);
  return { file, text, root, style: { isJson: true, isBicep: false, eol: lineEndOf(text), unit: unitOf(text, documents) } };
}

/** `resource`, `aws_s3_bucket`, `orders`: at each level a list may stand for several objects. */
function blockIn(root: WrittenNode, names: readonly string[]): WrittenNode | null {
  let level: readonly WrittenNode[] = [root];
  for (const name of names) level = level.flatMap((each) => objectsOf(member(each, name)));
  return level.length === 1 ? (level[0] ?? null) : null;
}

function objectsOf(node: WrittenNode | null | undefined): readonly WrittenNode[] {
  return !node ? [] : node.kind === 'list' ? node.items : [node];
}

function member(map: WrittenNode, name: string): WrittenNode | null | undefined {
  return map.members.find(({ key }) => key === name)?.value;
}

/** What a dynamic block makes is not in the text. */
function refuseGenerated({ file }: DocumentPlace, node: WrittenNode, step: PathStep | undefined): void {
  const dynamic = objectsOf(member(node, 'dynamic')).find((each) => each.members.some(({ key }) => key === step?.name));
  if (dynamic) throw new Refused('generated', `dynamic "${step?.name ?? ''}"`, { file, start: dynamic.start });
}
