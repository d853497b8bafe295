/** YAML and JSON as one kind of tree for edits: what is written where, and in which style. */
import type { Document, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';
import type { JsonNode } from '../json/index.ts';
import { parseJson } from '../json/index.ts';
import { meaningOf } from '../documents/index.ts';

export interface WrittenNode {
  readonly kind: 'map' | 'list' | 'scalar';
  readonly start: number;
  readonly end: number;
  /** Braces or brackets; always in JSON. */
  readonly isFlow: boolean;
  /** The name of an anchor that stands elsewhere, too, or of the alias this is. */
  readonly shared: string | null;
  /** `!Ref`, `!Sub`: a function of the format; an empty text: computed some other way. */
  readonly tag: string | null;
  readonly members: readonly WrittenPair[];
  readonly items: readonly WrittenNode[];
  /** Of scalars. */
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'double' | 'single' | 'block';
}

export interface WrittenPair {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Null: nothing stands behind the colon. */
  readonly value: WrittenNode | null;
}

/** What a node has when nothing else is said. */
export const EMPTY = { isFlow: true, shared: null, tag: null, members: [], items: [], value: null, style: 'plain' } as const;

/** The documents of a text; none when it cannot be read. */
export function writtenDocuments(text: string, isJson: boolean): readonly WrittenNode[] {
  if (isJson) {
    const { value } = parseJson({ path: '', text });
    return value ? [fromJson(value)] : [];
  }
  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: readonly Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  if (documents.some(({ errors }) => errors.length > 0)) return [];
  return documents.flatMap((document) => {
    const used = new Set<string>();
    visit(document, { Alias: (_key, { source }) => void used.add(source) });
    const node = fromYaml(document.contents, used);
    return node ? [node] : [];
  });
}

function fromJson(node: JsonNode): WrittenNode {
  const { start, end } = node;
  if (node.kind === 'object') {
    const members = node.members.map(({ key, keyStart, keyEnd, value }) => ({ key, keyStart, keyEnd, value: fromJson(value) }));
    return { ...EMPTY, kind: 'map', start, end, members };
  }
  if (node.kind === 'array') return { ...EMPTY, kind: 'list', start, end, items: node.items.map(fromJson) };
  return { ...EMPTY, kind: 'scalar', start, end, value: node.value, style: node.kind === 'string' ? 'double' : 'plain' };
}

/** Null for nothing; an alias becomes a shared scalar: whatever is asked of it is refused. */
function fromYaml(node: unknown, used: ReadonlySet<string>): WrittenNode | null {
  if (isAlias(node)) {
    const [start = 0, end = 0] = node.range ?? [];
    return { ...EMPTY, kind: 'scalar', start, end, shared: `*${node.source}` };
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  const [start = 0, end = 0] = node.range ?? [];
  const shared = node.anchor !== undefined && used.has(node.anchor) ? `&${node.anchor}` : null;
  const tag = node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:') ? node.tag : null;
  const base = { ...EMPTY, start, end, shared, tag };
  if (isScalar(node)) {
    const isNothing = node.type === 'PLAIN' && node.source === '';
    return isNothing ? null : { ...base, kind: 'scalar', isFlow: false, ...scalarOf(node) };
  }
  const isFlow = node.flow === true;
  if (isSeq(node)) return { ...base, kind: 'list', isFlow, items: node.items.flatMap((each) => fromYaml(each, used) ?? []) };
  const members = node.items.flatMap((pair): WrittenPair[] => {
    if (!isScalar(pair.key)) return [];
    const [keyStart = 0, keyEnd = 0] = pair.key.range ?? [];
    return [{ key: String(pair.key.value), keyStart, keyEnd, value: fromYaml(pair.value, used) }];
  });
  return { ...base, kind: 'map', isFlow, members };
}

function scalarOf(node: Scalar): Pick<WrittenNode, 'value' | 'style'> {
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return { value: text, style: 'double' };
    case 'QUOTE_SINGLE':
      return { value: text, style: 'single' };
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return { value: text, style: 'block' };
    default: {
      const meaning = meaningOf({ text, isPlain: true, isQuoted: false, tag: null });
      return { value: 'plain' in meaning ? meaning.plain : text, style: 'plain' };
    }
  }
}

/** The tree with every text that matches taken as computed: `${var.name}`. */
export function computedWhere(node: WrittenNode, pattern: RegExp): WrittenNode {
  if (typeof node.value === 'string') return pattern.test(node.value) ? { ...node, tag: node.tag ?? '' } : node;
  return {
    ...node,
    items: node.items.map((each) => computedWhere(each, pattern)),
    members: node.members.map((each) => ({ ...each, value: each.value && computedWhere(each.value, pattern) })),
  };
}
