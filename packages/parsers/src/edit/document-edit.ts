/** Edits of one resource in a YAML or JSON document. Each step reads the text anew. */
import type { EditValue } from '@kumomori/model';
import { Refused, indentAt, lineEndAt, lineStartAt, spliced } from './edit.ts';
import type { WrittenNode, WrittenPair } from './document.ts';
import { linesOf } from './document-text.ts';
import type { DocumentPlace } from './document-walk.ts';
import {
  appendItems,
  chosen,
  endOf,
  fillIn,
  insertMember,
  isComputedInside,
  made,
  ownNode,
  pairOf,
  plainOf,
  refuseNode,
  replaceNode,
} from './document-walk.ts';
import type { BlockEdit } from './block-edit.ts';
import { makes } from './block-edit.ts';
import type { PathStep } from './path.ts';

export interface DocumentOrder {
  readonly edit: BlockEdit;
  readonly steps: readonly PathStep[];
}

/** The text after the first change that is left to do below a map. */
export function editMap(place: DocumentPlace, map: WrittenNode, { edit, steps }: DocumentOrder): string {
  ownNode(place, map);
  if (map.kind !== 'map') throw refuseNode(place, 'unsupported', map);
  const [step, ...rest] = steps;
  if (!step) return place.text;
  const pair = pairOf(place, map, step.name);
  if (rest.length === 0) refuseClash(place, map, edit);
  const value = 'set' in edit ? edit.value : 'append' in edit ? edit.values : null;
  if (!pair) {
    if (!makes(edit) || steps.some(({ select }) => select?.kind === 'all')) return place.text;
    return insertMember(place, map, steps, value);
  }
  const below = pair.value;
  if (rest.length === 0) return editLast(place, { map, pair }, { edit, steps });
  if (below === null || (below.value === null && below.kind === 'scalar')) {
    if (below !== null) ownNode(place, below);
    if (!makes(edit) || steps.some(({ select }) => select?.kind === 'all')) return place.text;
    const inner = inside(step, made(rest, value));
    return below === null ? fillIn(place, { map, pair }, inner) : replaceScalar(place, below, inner);
  }
  ownNode(place, below);
  if (below.kind === 'list') return editItems(place, below, { edit, steps });
  return editMap(place, below, { edit, steps: rest });
}

function refuseClash(place: DocumentPlace, map: WrittenNode, edit: BlockEdit): void {
  if (!('set' in edit) || !edit.clashes) return;
  for (const [key, value] of Object.entries(edit.clashes)) {
    const pair = pairOf(place, map, key);
    if (pair?.value?.value === value)
      throw new Refused('unsupported', `${key}: ${String(value)}`, { file: place.file, start: pair.keyStart });
  }
}

function replaceScalar(place: DocumentPlace, node: WrittenNode, value: EditValue): string {
  if (place.style.isJson) return spliced(place.text, node, JSON.stringify(value));
  if (place.style.isBicep) return spliced(place.text, node, linesOf(value, indentAt(place.text, node.start), place.style));
  throw refuseNode(place, 'unsupported', node);
}

function inside({ select }: PathStep, value: EditValue): EditValue {
  const isMatch = select?.kind === 'match' && typeof value === 'object' && value !== null && !Array.isArray(value);
  const own = isMatch ? { [select.key]: select.value, ...value } : value;
  return select === null ? own : [own];
}

function editItems(place: DocumentPlace, list: WrittenNode, { edit, steps }: DocumentOrder): string {
  const [step, ...rest] = steps;
  if (!step) return place.text;
  const items = chosen(list, step);
  if (items.length === 0) {
    if (!makes(edit) || steps.some(({ select }) => select?.kind === 'all')) return place.text;
    const shown = inside(step, made(rest, 'set' in edit ? edit.value : edit.values));
    return appendItems(place, list, Array.isArray(shown) ? (shown as readonly EditValue[]) : [shown]);
  }
  for (const item of items) {
    const edited = editMap(place, item, { edit, steps: rest });
    if (edited !== place.text) return edited;
  }
  return place.text;
}

interface Member {
  readonly map: WrittenNode;
  readonly pair: WrittenPair;
}

function editLast(place: DocumentPlace, member: Member, { edit, steps }: DocumentOrder): string {
  const { value } = member.pair;
  if ('remove' in edit) return removeMember(place, member, steps[0]);
  if (value === null) return makes(edit) ? fillIn(place, member, 'set' in edit ? edit.value : edit.values) : place.text;
  if ('set' in edit) return edit.unlessThere === true ? place.text : replaceValue(place, member, value, edit.value);
  ownNode(place, value);
  if (value.kind !== 'list') throw refuseNode(place, 'unsupported', value);
  if ('append' in edit) {
    const held = new Set(value.items.map((each) => JSON.stringify(plainOf(each))));
    const missing = edit.values.filter((each) => !held.has(JSON.stringify(each)));
    return missing.length === 0 ? place.text : appendItems(place, value, missing);
  }
  return dropItem(place, member, value, edit.values);
}

/** What is to be empty stands right behind its key. */
function replaceValue(place: DocumentPlace, member: Member, value: WrittenNode, wanted: EditValue): string {
  const isEmpty = Array.isArray(wanted) && wanted.length === 0;
  if (!isEmpty || value.isFlow || value.kind !== 'list' || value.items.length === 0) return replaceNode(place, value, wanted);
  if (isComputedInside(value)) throw refuseNode(place, value.shared === null ? 'expression' : 'shared', value);
  return emptied(place, member, value);
}

function emptied(place: DocumentPlace, { pair }: Member, list: WrittenNode): string {
  const { text } = place;
  const colon = text.indexOf(':', pair.keyEnd) + 1;
  const end = endOf(place, list);
  if (text.slice(colon, end).includes('#')) throw refuseNode(place, 'unsupported', list);
  return spliced(text, { start: colon, end }, ' []');
}

/** The text without the first element that is unwanted. */
function dropItem(place: DocumentPlace, member: Member, list: WrittenNode, values: readonly EditValue[]): string {
  const { text } = place;
  const unwanted = new Set(values.map((each) => JSON.stringify(each)));
  const at = list.items.findIndex((each) => unwanted.has(JSON.stringify(plainOf(each))));
  const item = list.items[at];
  if (!item) return text;
  ownNode(place, item);
  if (list.items.length === 1) return emptied(place, member, list);
  if (list.isFlow) return withoutInFlow(text, list.items, at);
  const start = lineStartAt(text, item.start);
  return withoutLines(place, item, { start, end: endOf(place, item) });
}

/** One of several elements or members, with the comma that belongs to it. */
function withoutInFlow(text: string, all: readonly { readonly start: number; readonly end: number }[], at: number): string {
  const [before, own, after] = [all[at - 1], all[at], all[at + 1]];
  if (!own) return text;
  if (after) return spliced(text, { start: own.start, end: after.start }, '');
  return before ? spliced(text, { start: before.end, end: own.end }, '') : text;
}

function withoutLines(place: DocumentPlace, node: WrittenNode, { start, end }: { readonly start: number; readonly end: number }): string {
  const { text } = place;
  const lineEnd = lineEndAt(text, end);
  if (text.slice(start, lineEnd).includes('#')) throw refuseNode(place, 'unsupported', node);
  const next = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : Math.min(lineEnd + 1, text.length);
  return spliced(text, { start, end: next }, '');
}

function removeMember(place: DocumentPlace, { map, pair }: Member, step: PathStep | undefined): string {
  const { text } = place;
  const { value } = pair;
  if (value) ownNode(place, value);
  if (value?.kind === 'list' && step?.select) {
    const [item] = chosen(value, step);
    return item ? dropItem(place, { map, pair }, value, [plainOf(item) as EditValue]) : text; // a plain value of a document is one
  }
  const end = value ? endOf(place, value) : text.indexOf(':', pair.keyEnd) + 1;
  if (map.members.length === 1)
    throw new Refused('unsupported', `the only member: ${pair.key}`, { file: place.file, start: pair.keyStart });
  if (map.isFlow) {
    const spans = map.members.map((each) => ({ start: each.keyStart, end: each.value?.end ?? each.keyEnd }));
    return withoutInFlow(text, spans, map.members.indexOf(pair));
  }
  const start = lineStartAt(text, pair.keyStart);
  if (text.slice(start, pair.keyStart).trim() === '') return withoutLines(place, value ?? map, { start, end });
  // `- key: value`: the next member takes its place behind the dash.
  const next = map.members[map.members.indexOf(pair) + 1];
  if (!next || text.slice(pair.keyStart, next.keyStart).includes('#')) throw refuseNode(place, 'unsupported', map);
  return spliced(text, { start: pair.keyStart, end: next.keyStart }, '');
}
