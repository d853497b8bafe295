/** Bodies of blocks: arguments evaluated, dynamic blocks written out. */
import type { Provenance, Source, DeclaredAttribute, DeclaredBlock, UnknownValue, Value } from '@kumomori/model';
import { listValue, mapValue, stringValue, unknownValue } from '@kumomori/model';
import type { Block, Expression } from '../hcl/index.ts';
import { firstUnknownIn } from './access.ts';
import type { MergedBody, SourcedAttribute, SourcedBlock } from './declarations.ts';
import { plainBody } from './declarations.ts';
import { iterate } from './iterate.ts';
import type { Frame, Scope } from './scope.ts';
import { rangeOf } from './scope.ts';
import { withStructure } from '../values/index.ts';

/** Arguments that steer the expansion and are no settings of the object. */
const META_ARGUMENTS = new Set(['count', 'for_each', 'provider', 'providers', 'depends_on']);
/** Arguments that hold names of attributes, not values. */
const NAME_LISTS = new Set(['ignore_changes', 'replace_triggered_by']);

export interface BlockMarks {
  readonly uncertain: boolean;
  readonly via: Provenance | null;
}

const WRITTEN_OUT: BlockMarks = { uncertain: false, via: null };

/** Attributes of a top-level body without the meta-arguments. */
export function settingsOf(body: MergedBody): readonly SourcedAttribute[] {
  return [...body.attributes.values()].filter(({ attribute }) => !META_ARGUMENTS.has(attribute.name));
}

export function evaluateAttribute({ attribute, source }: SourcedAttribute, scope: Scope): DeclaredAttribute {
  const here = scope.source === source ? scope : { ...scope, source };
  const value = NAME_LISTS.has(attribute.name) ? nameList(attribute.value, here) : withStructure(scope.run.evaluate(attribute.value, here));
  return { value, range: rangeOf(here, attribute) };
}

/** `ignore_changes = [tags, ingress[0].cidr_blocks]` as the texts written there; `all` as one text. */
function nameList(expression: Expression, scope: Scope): Value {
  if (expression.kind === 'list')
    return listValue(
      expression.items.map((item) => textOf(item, scope)),
      rangeOf(scope, expression),
    );
  return textOf(expression, scope);
}

function textOf(expression: Expression, scope: Scope): Value {
  if (expression.kind === 'literal') return scope.run.evaluate(expression, scope);
  return stringValue(scope.source.text.slice(expression.start, expression.end), rangeOf(scope, expression));
}

/** Nested blocks in the order written, dynamic ones expanded in place. */
export function evaluateBlocks(blocks: readonly SourcedBlock[], scope: Scope): readonly DeclaredBlock[] {
  const result: DeclaredBlock[] = [];
  for (const { block, source } of blocks) {
    const here = scope.source === source ? scope : { ...scope, source };
    if (block.type === 'dynamic' && block.labels.length > 0) result.push(...expandDynamic(block, here));
    else result.push(evaluateBlock(block, here, { type: block.type, marks: WRITTEN_OUT, whole: block }));
  }
  return result;
}

/** Bodies are merged once, however many instances of a module or resource are made of them. */
const bodies = new WeakMap<Block, MergedBody>();

function plainBodyOf(block: Block, source: Source): MergedBody {
  const known = bodies.get(block);
  if (known) return known;
  const body = plainBody(block.body, source);
  bodies.set(block, body);
  return body;
}

interface Shape {
  readonly type: string;
  readonly marks: BlockMarks;
  /** The block that is shown to the reader: for a dynamic block all of it, not only its content. */
  readonly whole: Block;
}

function evaluateBlock(block: Block, scope: Scope, { type, marks, whole }: Shape): DeclaredBlock {
  const body = plainBodyOf(block, scope.source);
  scope.run.spend(2 + body.attributes.size, null);
  const attributes = new Map<string, DeclaredAttribute>();
  for (const [name, attribute] of body.attributes) attributes.set(name, evaluateAttribute(attribute, scope));
  return {
    type,
    range: rangeOf(scope, whole),
    head: rangeOf(scope, whole.head),
    attributes,
    blocks: evaluateBlocks(body.blocks, scope),
    ...marks,
  };
}

function attributeNamed(block: Block, name: string): Expression | null {
  return block.body.attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

function expandDynamic(block: Block, scope: Scope): readonly DeclaredBlock[] {
  const type = block.labels[0] ?? '';
  const forEach = attributeNamed(block, 'for_each');
  const content = block.body.blocks.find((inner) => inner.type === 'content');
  if (content === undefined) return [];
  const collection = forEach === null ? missingForEach(scope, block) : scope.run.evaluate(forEach, scope);
  const range = rangeOf(scope, forEach ?? block.head);
  const via: Provenance = { kind: 'each', name: `dynamic "${type}"`, range, next: collection.via };
  const iterator = iteratorName(attributeNamed(block, 'iterator')) ?? type;
  const elements = iterate(collection, range);
  const make = (key: Value, value: Value, uncertain: boolean): DeclaredBlock =>
    evaluateBlock(content, withIterator(scope, iterator, [key, value]), { type, marks: { uncertain, via }, whole: block });
  const limit = scope.run.limits.instancesPerBlock;
  if (elements.items.length > limit)
    scope.run.report(range, {
      code: 'limit',
      message: `dynamic block "${type}" has more than ${limit} elements; the others were left out`,
    });
  const made: DeclaredBlock[] = [];
  for (const { key, value } of elements.items.slice(0, limit)) {
    if (made.length > 0 && scope.run.isExhausted) break;
    made.push(make(key, value, false));
  }
  // Something that is not a collection is an error in Terraform, so nothing is known about the blocks.
  const rest = elements.rest ?? elements.failed;
  return rest ? [...made, make(rest, rest, true)] : made;
}

function missingForEach(scope: Scope, block: Block): Value {
  return unknownValue('unsupported', 'a dynamic block without for_each', rangeOf(scope, block.head));
}

function withIterator(scope: Scope, name: string, [key, value]: readonly [Value, Value]): Scope {
  const entries = new Map([
    ['key', key],
    ['value', value],
  ]);
  const frame: Frame = { name, value: mapValue(entries), iterator: true, next: scope.frame };
  return { ...scope, frame };
}

function iteratorName(expression: Expression | null): string | null {
  if (expression?.kind === 'name') return expression.name;
  return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : null;
}

/** Blocks as `aws_x.y.versioning[0].enabled` sees them: a list of objects whose unwritten attributes are the provider's. */
export function blocksAsValue(blocks: readonly DeclaredBlock[], rest: UnknownValue): Value {
  const certain = blocks.filter((block) => !block.uncertain);
  const uncertain = blocks.find((block) => block.uncertain);
  const [first] = blocks;
  const open = uncertain ? (firstUnknownIn(blockAsObject(uncertain, rest)) ?? rest) : null;
  return listValue(
    certain.map((block) => blockAsObject(block, rest)),
    first?.range ?? null,
    open,
  );
}

function blockAsObject(block: DeclaredBlock, rest: UnknownValue): Value {
  const entries = new Map<string, Value>();
  for (const inner of new Set(block.blocks.map(({ type }) => type))) {
    entries.set(
      inner,
      blocksAsValue(
        block.blocks.filter(({ type }) => type === inner),
        rest,
      ),
    );
  }
  for (const [name, { value }] of block.attributes) entries.set(name, value);
  return mapValue(entries, block.range, rest);
}
