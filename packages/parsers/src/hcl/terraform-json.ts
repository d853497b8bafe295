/** Terraform's JSON syntax (`*.tf.json`, `*.tfvars.json`), translated into the tree of the native syntax. */
import type { Diagnostic, Source } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { JsonMember, JsonNode, JsonObject } from '../json/index.ts';
import { parseJson } from '../json/index.ts';
import type { Attribute, Block, Body, HclFile } from './ast.ts';
import type { JsonContext, StringMode } from './json-expression.ts';
import { jsonExpression } from './json-expression.ts';
import type { BlockShape, BodyShape } from './json-shape.ts';
import { fileShape } from './json-shape.ts';
import { DEFAULT_MAX_BYTES } from './limits.ts';
import type { ParseOptions } from './parse-hcl.ts';
import { emptyBody, parseHcl } from './parse-hcl.ts';

const variablesShape: BodyShape = { blocks: {}, expressions: [], literals: [] };

/**
 * The tree of a `*.tf.json` text. Strings are templates; references (`depends_on`, `provider`, …) and types are expressions. Members
 * named `//` are comments. Inside resources, objects and lists stay attributes except `dynamic`, `lifecycle`, `provisioner` and
 * `connection`. Never throws; diagnostics as in `parseJson`, and `hcl-syntax` for what is not Terraform's shape.
 */
export function parseTerraformJson(source: Source, { maxBytes = DEFAULT_MAX_BYTES }: ParseOptions = {}): HclFile {
  return parseBodyOf(source, { maxBytes, shape: fileShape, mode: 'template' });
}

/** The attributes of a `.tfvars` or (by the end of the path) `.tfvars.json` text; blocks are dropped with a diagnostic. */
export function parseTfvars(source: Source, options: ParseOptions = {}): HclFile {
  if (source.path.endsWith('.json')) {
    return parseBodyOf(source, { maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES, shape: variablesShape, mode: 'literal' });
  }
  const file = parseHcl(source, options);
  const diagnostics: Diagnostic[] = [...file.diagnostics];
  const [first] = file.body.blocks;
  if (!first) return file;
  const message = `a variables file holds only attributes; block "${first.type}" is ignored`;
  diagnostics.push(diagnosticAt(source, first.start, { code: 'hcl-syntax', message }));
  return { ...file, body: { ...file.body, blocks: [] }, diagnostics };
}

interface BodyOptions {
  readonly maxBytes: number;
  readonly shape: BodyShape;
  readonly mode: StringMode;
}

function parseBodyOf(source: Source, { maxBytes, shape, mode }: BodyOptions): HclFile {
  const { value, diagnostics } = parseJson(source, { maxBytes });
  const context: JsonContext = { source, diagnostics: [...diagnostics] };
  if (!value) return { source, body: emptyBody(source), comments: [], diagnostics: context.diagnostics };
  const bodies = objectsOf(context, value, 'a Terraform file').map((object) => bodyFrom(context, object, { shape, mode }));
  const body: Body = {
    attributes: bodies.flatMap((part) => part.attributes),
    blocks: bodies.flatMap((part) => part.blocks),
    start: 0,
    end: source.text.length,
  };
  return { source, body, comments: [], diagnostics: context.diagnostics };
}

/** The object itself, or the objects of a list; anything else but null is reported. */
function objectsOf(context: JsonContext, node: JsonNode, what: string): readonly JsonObject[] {
  const nodes = node.kind === 'array' ? node.items : [node];
  const objects: JsonObject[] = [];
  for (const candidate of nodes) {
    if (candidate.kind === 'object') objects.push(candidate);
    else if (candidate.kind !== 'null') {
      const message = `${what} is an object or a list of objects in JSON syntax, found ${candidate.kind}`;
      context.diagnostics.push(diagnosticAt(context.source, candidate.start, { code: 'hcl-syntax', message }));
    }
  }
  return objects;
}

interface BodyReading {
  readonly shape: BodyShape;
  /** For attributes that the shape does not name. */
  readonly mode: StringMode;
}

function bodyFrom(context: JsonContext, object: JsonObject, { shape, mode }: BodyReading): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (const member of object.members) {
    const { key, keyStart, keyEnd, value } = member;
    if (key === '//') continue;
    const block = Object.hasOwn(shape.blocks, key) ? shape.blocks[key] : undefined;
    if (block) blocks.push(...blocksFrom(context, member, block));
    else {
      const stringMode = shape.expressions.includes(key) ? 'expression' : shape.literals.includes(key) ? 'literal' : mode;
      const expression = jsonExpression(context, value, stringMode);
      attributes.push({ name: key, nameSpan: { start: keyStart, end: keyEnd }, value: expression, start: keyStart, end: value.end });
    }
  }
  return { attributes, blocks, start: object.start, end: object.end };
}

interface Labeled {
  readonly labels: readonly string[];
  readonly member: JsonMember;
}

/** One block for each innermost object; the levels above it are the labels, and at each level a list may stand for several objects. */
function blocksFrom(context: JsonContext, member: JsonMember, block: BlockShape): readonly Block[] {
  let level: readonly Labeled[] = [{ labels: [], member }];
  for (let remaining = block.labels; remaining > 0; remaining--) {
    level = level.flatMap(({ labels, member: outer }) =>
      objectsOf(context, outer.value, `"${outer.key}"`)
        .flatMap((object) => object.members)
        .filter((inner) => inner.key !== '//')
        .map((inner) => ({ labels: [...labels, inner.key], member: inner })),
    );
  }
  const shape = block.body();
  return level.flatMap(({ labels, member: { key, keyStart, keyEnd, value } }) =>
    objectsOf(context, value, `"${key}"`).map((object) => {
      const body = bodyFrom(context, object, { shape, mode: 'template' });
      return { type: member.key, labels, head: { start: keyStart, end: keyEnd }, body, start: keyStart, end: object.end };
    }),
  );
}
