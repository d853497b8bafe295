/** Edits of the structure of JSON and YAML documents: types exchanged, keys twice, parts moved, nesting, anchors. What is written need not be sound. */
import type { Random } from '../../bench/estate/random.ts';

/** A document in which a key may stand twice. */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly members: readonly (readonly [string, Tree])[] };

export function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value === 'object' && value !== null) return { members: Object.entries(value).map(([key, each]) => [key, treeOf(each)]) };
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** What else may stand somewhere; `leaves` are those of the format. */
export function mutateTree(tree: Tree, leaves: readonly string[], random: Random): Tree {
  let result = tree;
  const parts = partsOf(tree);
  for (let changes = random.int(1, 5); changes > 0; changes--) result = change(result, { leaves, parts, random });
  return result;
}

interface Material {
  readonly leaves: readonly string[];
  /** Of the whole document: what is put somewhere else. */
  readonly parts: readonly Tree[];
  readonly random: Random;
}

const ODD: readonly Tree[] = [null, true, false, 0, -1, 1e308, 0.1, 10_000_000, '', [], { members: [] }, [[]], [null], '\0', '\uD800'];
const KEYS = ['', '__proto__', 'constructor', 'a b', 'é😀', '0', '*', '<<', 'copy', 'Fn::If', 'name', 'type'];

function change(tree: Tree, material: Material): Tree {
  const { random } = material;
  if (random.chance(0.12)) return replacement(tree, material);
  if (Array.isArray(tree) && tree.length > 0) return changeItems(tree, material);
  if (typeof tree === 'object' && tree !== null && 'members' in tree && tree.members.length > 0)
    return changeMembers(tree.members, material);
  return replacement(tree, material);
}

function replacement(tree: Tree, { leaves, parts, random }: Material): Tree {
  switch (random.int(0, 6)) {
    case 0:
    case 1:
      return random.pick(leaves);
    case 2:
      return random.pick(ODD);
    case 3:
      return [tree, tree];
    case 4:
      return nested(tree, random);
    case 5:
      return typeof tree === 'string' ? tree.repeat(random.int(2, 200)).slice(0, 100_000) : random.pick(parts);
    default:
      return random.pick(parts);
  }
}

function changeItems(items: readonly Tree[], material: Material): Tree {
  const { random } = material;
  const at = random.int(0, items.length - 1);
  const [before, item, after] = [items.slice(0, at), items[at] ?? null, items.slice(at + 1)];
  if (random.chance(0.05)) return [...before, ...after];
  if (random.chance(0.05)) return [...before, item, change(item, material), ...after];
  return [...before, change(item, material), ...after];
}

function changeMembers(members: readonly (readonly [string, Tree])[], material: Material): Tree {
  const { random } = material;
  const at = random.int(0, members.length - 1);
  const [before, [key, value], after] = [members.slice(0, at), members[at] ?? ['', null], members.slice(at + 1)];
  if (random.chance(0.05)) return { members: [...before, ...after] };
  if (random.chance(0.05)) return { members: [...before, [key, value], [key, change(value, material)], ...after] };
  const named = random.chance(0.05) ? random.pick([...KEYS, random.pick(members)[0]]) : key;
  return { members: [...before, [named, change(value, material)], ...after] };
}

function nested(tree: Tree, random: Random): Tree {
  let result = tree;
  for (let depth = random.pick([3, 30, 300]); depth > 0; depth--) result = random.chance(0.5) ? [result] : { members: [['a', result]] };
  return result;
}

function partsOf(tree: Tree): readonly Tree[] {
  const parts: Tree[] = [];
  const visit = (each: Tree): void => {
    parts.push(each);
    if (Array.isArray(each)) each.forEach(visit);
    else if (typeof each === 'object' && each !== null && 'members' in each) for (const [, value] of each.members) visit(value);
  };
  visit(tree);
  return parts;
}

/** JSON, which is YAML too. O(size). */
export function printJson(tree: Tree): string {
  if (Array.isArray(tree)) return `[${tree.map(printJson).join(',')}]`;
  if (typeof tree === 'object' && tree !== null && 'members' in tree)
    return `{${tree.members.map(([key, value]) => `${JSON.stringify(key)}:${printJson(value)}`).join(',\n')}}`;
  return JSON.stringify(tree);
}

/** YAML in blocks, some of it anchored and referred to, with tags now and then. */
export function printYaml(tree: Tree, random: Random, indent = ''): string {
  const anchor = random.chance(0.03) ? ` &${random.pick(['a', 'b'])}` : '';
  if (random.chance(0.015))
    return ` ${random.pick(['*a', '*b', '*c', '!Ref a', '!!binary aGk=', '!<x> y', '! 1', '|\n   text', '>-\n   text', '?'])}`;
  if (Array.isArray(tree) && tree.length > 0 && indent.length < 60)
    return `${anchor}${tree.map((item) => `\n${indent}-${printYaml(item, random, `${indent}  `)}`).join('')}`;
  if (typeof tree === 'object' && tree !== null && 'members' in tree && tree.members.length > 0 && indent.length < 60) {
    const merge = random.chance(0.02) ? `\n${indent}<<: *a` : '';
    const members = tree.members.map(([key, value]) => `\n${indent}${keyOf(key)}:${printYaml(value, random, `${indent}  `)}`);
    return `${anchor}${members.join('')}${merge}`;
  }
  return `${anchor} ${printJson(tree)}`;
}

function keyOf(key: string): string {
  return /^[A-Za-z][\w.-]*$/.test(key) ? key : JSON.stringify(key);
}
