/** Leaves of a table's columns, as a Parquet file holds them. */
import type { Column, Columns } from '../schema.ts';

export type ValueType = 'text' | 'integer' | 'number' | 'boolean';

/** `plain`: a value a row or none; `list`: any number a row, or none. */
export interface Leaf {
  /** Of the attribute: `resources[].uid`, `metadata.profiles`. */
  readonly name: string;
  /** In the file: `resources.list.element.uid`. */
  readonly path: readonly string[];
  readonly type: ValueType;
  readonly shape: 'plain' | 'list';
}

/** A node of the file's schema, depth first. */
export interface SchemaNode {
  readonly name: string;
  readonly repetition: 'required' | 'optional' | 'repeated';
  readonly type: ValueType | null;
  readonly children: number;
  readonly isList: boolean;
}

export interface FileSchema {
  readonly leaves: readonly Leaf[];
  readonly nodes: readonly SchemaNode[];
}

/** Objects are always there, their members may be missing; lists are missing where they are empty. */
export function fileSchema(columns: Columns, more: readonly string[]): FileSchema {
  const leaves: Leaf[] = [];
  const nodes: SchemaNode[] = [];
  const all: Columns = new Map([...columns, ...more.map((name): [string, Column] => [name, { kind: 'leaf', type: 'text' }])]);
  nodes.push({ name: 'lake', repetition: 'required', type: null, children: all.size, isList: false });
  const visit = (name: string, column: Column, above: Pick<Leaf, 'name' | 'path' | 'shape'>): void => {
    const full = above.name === '' ? name : `${above.name}.${name}`;
    const path = [...above.path, name];
    const { shape } = above;
    if (column.kind === 'leaf' && column.type !== 'texts') {
      nodes.push({ name, repetition: 'optional', type: column.type, children: 0, isList: false });
      leaves.push({ name: full, path, type: column.type, shape });
      return;
    }
    if (column.kind === 'struct') {
      nodes.push({ name, repetition: 'required', type: null, children: column.fields.size, isList: false });
      for (const [inner, each] of column.fields) visit(inner, each, { name: full, path, shape });
      return;
    }
    if (shape === 'list') throw new Error(`a list in a list: ${full}`);
    const element = [...path, 'list', 'element'];
    nodes.push(
      { name, repetition: 'optional', type: null, children: 1, isList: true },
      { name: 'list', repetition: 'repeated', type: null, children: 1, isList: false },
    );
    if (column.kind === 'leaf') {
      nodes.push({ name: 'element', repetition: 'optional', type: 'text', children: 0, isList: false });
      leaves.push({ name: full, path: element, type: 'text', shape: 'list' });
      return;
    }
    nodes.push({ name: 'element', repetition: 'required', type: null, children: column.of.size, isList: false });
    for (const [inner, each] of column.of) visit(inner, each, { name: `${full}[]`, path: element, shape: 'list' });
  };
  for (const [name, column] of all) visit(name, column, { name: '', path: [], shape: 'plain' });
  return { leaves, nodes };
}
