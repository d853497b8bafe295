/** Which keys of a record its mapping knows, asked of the lists of keys that DuckDB gives for each object inside. */
import type { OcsfField, OcsfMapping } from '@kumomori/model';
import { jsonPath, stepsOf } from './mapping-sql.ts';

interface Node {
  /** All below belongs to a value that is taken as a whole. */
  isWhole: boolean;
  readonly inner: Map<string, Node>;
}

export interface KnownKeys {
  /** JSON paths of the objects whose keys are to be listed, the record itself first. */
  readonly objects: readonly string[];
  /** Names of unknown keys (`userIdentity.newThing`), given the lists of keys in the order of `objects`. */
  readonly unknown: (keys: readonly (readonly string[] | null)[]) => readonly string[];
}

export function knownKeys({ fields, rules, lists = [], known = [] }: OcsfMapping): KnownKeys {
  const root: Node = { isWhole: false, inner: new Map() };
  const paths = [
    ...fields.flatMap(pathsOf),
    ...rules.flatMap(({ when = [] }) => when.map(({ path }) => path)),
    ...lists.map(({ each }) => each),
    ...known,
  ];
  for (const path of paths) if (!path.startsWith('@')) add(root, path);
  const objects: { readonly path: string; readonly name: string; readonly node: Node }[] = [];
  const visit = (node: Node, path: string, name: string): void => {
    objects.push({ path, name, node });
    for (const [key, inner] of node.inner)
      if (!inner.isWhole && inner.inner.size > 0) visit(inner, `${path}."${key}"`, name === '' ? key : `${name}.${key}`);
  };
  visit(root, jsonPath(''), '');
  return {
    objects: objects.map(({ path }) => path),
    unknown: (lists_) =>
      objects.flatMap(({ name, node }, index) =>
        (lists_[index] ?? []).filter((key) => !node.inner.has(key)).map((key) => (name === '' ? key : `${name}.${key}`)),
      ),
  };
}

function pathsOf({ from = [], join, when = [] }: OcsfField): readonly string[] {
  return [...from, ...(join?.paths ?? []), ...when.map(({ path }) => path)];
}

/** Up to the first element of a list: what lies in lists is asked of the interpreter. */
function add(root: Node, path: string): void {
  let node = root;
  for (const step of stepsOf(path)) {
    if (typeof step === 'number') break;
    const inner: Node = node.inner.get(step) ?? { isWhole: false, inner: new Map() };
    node.inner.set(step, inner);
    node = inner;
  }
  node.isWhole = true;
}
