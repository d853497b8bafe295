/** Merging policy documents by statement id, as `source_policy_documents` and `override_policy_documents` do. */
import type { UnknownValue, Value } from '@kumomori/model';
import { unknownValue, withDependencies } from '@kumomori/model';
import { firstUnknownIn, selectChild } from './access.ts';
import { parseJsonWithHoles } from '../values/index.ts';

export interface Statement {
  /** Null when it has none, or an unknown one: such a statement replaces nothing and is never replaced. */
  readonly sid: string | null;
  readonly value: Value;
}

export interface Document {
  readonly version: Value | null;
  readonly id: Value | null;
  readonly statements: readonly Statement[];
  /** There may be more statements. */
  readonly rest: UnknownValue | null;
  /** Texts it was read from, whose dependencies it inherits. */
  readonly inputs: readonly Value[];
}

export const EMPTY_DOCUMENT: Document = { version: null, id: null, statements: [], rest: null, inputs: [] };

/** Later documents win: a statement takes the place of an earlier one with the same id, others are added at the end. */
export function mergeDocuments(documents: readonly Document[]): Document {
  const statements: Statement[] = [];
  const placeOf = new Map<string, number>();
  let merged = EMPTY_DOCUMENT;
  for (const document of documents) {
    for (const statement of document.statements) place(statement, statements, placeOf);
    merged = {
      version: document.version ?? merged.version,
      id: document.id ?? merged.id,
      statements,
      rest: merged.rest ?? document.rest,
      inputs: [...merged.inputs, ...document.inputs],
    };
  }
  return merged;
}

function place(statement: Statement, statements: Statement[], placeOf: Map<string, number>): void {
  const known = statement.sid === null ? undefined : placeOf.get(statement.sid);
  if (known !== undefined) statements[known] = statement;
  else {
    if (statement.sid !== null) placeOf.set(statement.sid, statements.length);
    statements.push(statement);
  }
}

/** A list of JSON texts. */
export function readDocuments(list: Value | null): readonly Document[] {
  if (list === null) return [];
  if (list.kind === 'unknown') return [unknownDocument(list)];
  if (list.kind !== 'list' && list.kind !== 'set') return [readDocument(list)];
  const documents = list.items.map((item) => readDocument(selectChild(list, item)));
  return list.rest ? [...documents, unknownDocument(list.rest)] : documents;
}

/** One JSON text, with holes where it is not known. Null and the empty text are empty documents. */
export function readDocument(text: Value | null): Document {
  if (text === null || text.kind === 'null' || (text.kind === 'string' && text.value === '')) return EMPTY_DOCUMENT;
  if (text.kind !== 'string' && text.kind !== 'template') return unknownDocument(firstUnknownIn(text) ?? notJson(text));
  const pieces = text.kind === 'string' ? [text.value] : text.parts;
  const root = text.structure ?? parseJsonWithHoles(pieces, text.range);
  if (root?.kind !== 'map') return unknownDocument(firstUnknownIn(text) ?? notJson(text));
  return fromStructure(selectChild(text, root), text);
}

function notJson(text: Value): UnknownValue {
  return unknownValue('failed-function', 'the source document is not JSON', text.range);
}

function unknownDocument(reason: UnknownValue): Document {
  return { ...EMPTY_DOCUMENT, rest: reason, inputs: [reason] };
}

function fromStructure(root: Value, text: Value): Document {
  if (root.kind !== 'map') return unknownDocument(notJson(text));
  const statement = root.entries.get('Statement');
  const inputs = [withDependencies(text, [root])];
  const base = { ...EMPTY_DOCUMENT, version: root.entries.get('Version') ?? null, id: root.entries.get('Id') ?? null, inputs };
  if (statement === undefined) return { ...base, rest: root.rest };
  if (statement.kind === 'list' || statement.kind === 'set') {
    const list = selectChild(root, statement);
    return { ...base, statements: statement.items.map((item) => withSid(selectChild(list, item))), rest: statement.rest ?? root.rest };
  }
  if (statement.kind === 'map') return { ...base, statements: [withSid(selectChild(root, statement))], rest: root.rest };
  return { ...base, rest: firstUnknownIn(statement) ?? root.rest };
}

function withSid(value: Value): Statement {
  const sid = value.kind === 'map' ? value.entries.get('Sid') : undefined;
  return { sid: sid?.kind === 'string' && sid.value !== '' ? sid.value : null, value };
}
