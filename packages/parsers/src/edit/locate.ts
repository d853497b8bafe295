/** What stands on a line of code: the resource, and the statements of policies in it, with the paths that edits name them by. */
import type { EditedFormat } from '@kumomori/model';
import type { Attribute, Block, Body, Expression } from '../hcl/index.ts';
import { parseHcl } from '../hcl/index.ts';
import { nestsTooDeep } from '../documents/index.ts';
import type { WrittenNode } from './document.ts';
import { writtenDocuments } from './document.ts';
import { lineEndAt } from './edit.ts';
import { jsonOf, keyOf } from './hcl-walk.ts';

/** A list of texts in a statement: actions, or principals of one kind. */
export interface WrittenTexts {
  readonly path: string;
  /** What is written out; computed elements are not among them. */
  readonly values: readonly string[];
  /** Of all elements, also computed ones. */
  readonly count: number;
  /** Written in brackets or with dashes: one of them can be taken out. */
  readonly isList: boolean;
}

export interface WrittenStatement {
  readonly path: string;
  /** A policy has to have one. */
  readonly isOnly: boolean;
  /** It stands on the line that was asked for; several may. */
  readonly isHere: boolean;
  readonly actions: WrittenTexts | null;
  readonly principals: readonly WrittenTexts[];
}

export interface WrittenPlace {
  /** Without modules and keys: `aws_iam_role.app`, `data.aws_iam_policy_document.app`, `JobQueue`, `shop/Deployment/web`. */
  readonly address: string;
  /** `aws_iam_role`, `AWS::SQS::Queue`, `Deployment` */
  readonly type: string;
  /** count or for_each: what is changed is changed for all of them. */
  readonly isRepeated: boolean;
  /** In the order of the text. */
  readonly statements: readonly WrittenStatement[];
}

interface Line {
  readonly start: number;
  readonly end: number;
}

const MAX_DEPTH = 200;

/** Null when no resource stands there, or the text cannot be read. `line` from 1. O(text). */
export function placeAt(file: string, text: string, line: number): (WrittenPlace & { readonly format: EditedFormat }) | null {
  let start = 0;
  for (let at = 1; at < line; at++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return null;
  }
  const here = { start, end: lineEndAt(text, start) };
  if (/\.(?:tf|tofu)$/.test(file)) return inHcl(file, text, here);
  if (nestsTooDeep(text, MAX_DEPTH)) return null;
  const documents = writtenDocuments(text, /^[\s\uFEFF]*[{[]/.test(text));
  return inTemplate(documents, here) ?? inManifests(documents, here);
}

function covers(span: { readonly start: number; readonly end: number }, { start, end }: Line): boolean {
  return span.start <= end && span.end >= start;
}

function marked(statements: readonly (Omit<WrittenStatement, 'isHere'> & Line)[], here: Line): readonly WrittenStatement[] {
  return statements.map(({ start, end, ...statement }) => ({ ...statement, isHere: covers({ start, end }, here) }));
}

function inHcl(file: string, text: string, here: Line): (WrittenPlace & { readonly format: EditedFormat }) | null {
  const { body } = parseHcl({ path: file, text });
  const block = body.blocks.find((each) => (each.type === 'resource' || each.type === 'data') && covers(each, here));
  if (!block) return null;
  const address = [...(block.type === 'data' ? ['data'] : []), ...block.labels].join('.');
  return {
    ...{ format: 'terraform', address, type: block.labels[0] ?? '' },
    isRepeated: block.body.attributes.some(({ name }) => name === 'count' || name === 'for_each'),
    statements: marked([...documentStatements(block.body), ...block.body.attributes.flatMap(encodedStatements)], here),
  };
}

/** Blocks of `aws_iam_policy_document`. */
function documentStatements(body: Body): readonly (Omit<WrittenStatement, 'isHere'> & Line)[] {
  const blocks = body.blocks.filter(({ type }) => type === 'statement');
  return blocks.map((block, index) => {
    const path = `statement[${index}]`;
    const principals = block.body.blocks.filter(({ type }) => type === 'principals');
    return {
      ...{ path, start: block.start, end: block.end, isOnly: blocks.length === 1 },
      actions: textsOf(attribute(block, 'actions'), `${path}.actions`),
      principals: principals.flatMap(
        (each, place) => textsOf(attribute(each, 'identifiers'), `${path}.principals[${place}].identifiers`) ?? [],
      ),
    };
  });
}

function attribute({ body }: Block, name: string): Expression | undefined {
  return body.attributes.find((each) => each.name === name)?.value;
}

/** `policy = jsonencode({ Statement = [{ … }] })` */
function encodedStatements({ name, value }: Attribute): readonly (Omit<WrittenStatement, 'isHere'> & Line)[] {
  const document = jsonOf(value);
  if (document?.kind !== 'object') return [];
  const entry = member(document, 'Statement');
  const statements = entry?.kind === 'list' ? entry.items : entry?.kind === 'object' ? [entry] : [];
  return statements.flatMap((each, index) => {
    if (each.kind !== 'object') return [];
    const path = entry?.kind === 'list' ? `${name}.Statement[${index}]` : `${name}.Statement`;
    const principal = member(each, 'Principal');
    const kinds = principal?.kind === 'object' ? principal.entries : [];
    return [
      {
        ...{ path, start: each.start, end: each.end, isOnly: statements.length === 1 },
        actions: textsOf(member(each, 'Action'), `${path}.Action`),
        principals: kinds.flatMap(({ key, value: names }) => textsOf(names, `${path}.Principal.${keyOf(key) ?? ''}`) ?? []),
      },
    ];
  });
}

function member(map: Extract<Expression, { kind: 'object' }>, name: string): Expression | undefined {
  return map.entries.find(({ key }) => keyOf(key) === name)?.value;
}

function textsOf(value: Expression | undefined, path: string): WrittenTexts | null {
  if (!value) return null;
  const items = value.kind === 'list' ? value.items : [value];
  const values = items.flatMap((each) => (each.kind === 'literal' && typeof each.value === 'string' ? [each.value] : []));
  return { path, values, count: items.length, isList: value.kind === 'list' };
}

function inTemplate(documents: readonly WrittenNode[], here: Line): (WrittenPlace & { readonly format: EditedFormat }) | null {
  const resources = documents[0]?.members.find(({ key }) => key === 'Resources')?.value;
  const found = resources?.members.find(({ keyStart, value }) => value && covers({ start: keyStart, end: value.end - 1 }, here));
  if (!found?.value) return null;
  const properties = found.value.members.find(({ key }) => key === 'Properties')?.value;
  const statements = properties ? statementsIn(properties, '', []) : [];
  const type = textIn(found.value, 'Type') ?? '';
  return { format: 'cloudformation', address: found.key, type, isRepeated: false, statements: marked(statements, here) };
}

/** Maps with an Effect, wherever the properties hold them. */
function statementsIn(
  node: WrittenNode,
  path: string,
  beside: readonly WrittenNode[],
): readonly (Omit<WrittenStatement, 'isHere'> & Line)[] {
  if (node.kind === 'list') return node.items.flatMap((each, index) => statementsIn(each, `${path}[${index}]`, node.items));
  if (textIn(node, 'Effect') === null)
    return node.members.flatMap(({ key, value }) => {
      if (!value || /["[\]{}]/.test(key)) return [];
      const name = /[.:]/.test(key) ? `"${key}"` : key;
      return statementsIn(value, path === '' ? name : `${path}.${name}`, []);
    });
  const principal = node.members.find(({ key }) => key === 'Principal')?.value;
  return [
    {
      ...{ path, start: node.start, end: node.end - 1, isOnly: beside.length <= 1 },
      actions: written(node.members.find(({ key }) => key === 'Action')?.value, `${path}.Action`),
      principals: (principal?.members ?? []).flatMap(({ key, value }) => written(value, `${path}.Principal.${key}`) ?? []),
    },
  ];
}

function written(node: WrittenNode | null | undefined, path: string): WrittenTexts | null {
  if (!node) return null;
  const items = node.kind === 'list' ? node.items : [node];
  const values = items.flatMap((each) =>
    each.kind === 'scalar' && each.tag === null && each.shared === null && typeof each.value === 'string' ? [each.value] : [],
  );
  return { path, values, count: items.length, isList: node.kind === 'list' };
}

function inManifests(documents: readonly WrittenNode[], here: Line): (WrittenPlace & { readonly format: EditedFormat }) | null {
  const found = documents.find((each) => covers({ start: each.start, end: each.end - 1 }, here));
  const metadata = found?.members.find(({ key }) => key === 'metadata')?.value;
  const [kind, name] = [found && textIn(found, 'kind'), metadata && textIn(metadata, 'name')];
  if (!found || !metadata || typeof kind !== 'string' || typeof name !== 'string') return null;
  const address = [textIn(metadata, 'namespace'), kind, name].filter((each) => each !== null).join('/');
  return { format: 'kubernetes', address, type: kind, isRepeated: false, statements: [] };
}

function textIn(map: WrittenNode, name: string): string | null {
  const value = map.members.find(({ key }) => key === name)?.value;
  return value?.kind === 'scalar' ? String(value.value) : null;
}
