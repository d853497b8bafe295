/** Provider configurations and which one is in force for a resource. */
import type { Range, DeclaredBlock, Value } from '@kumomori/model';
import { unknownValue } from '@kumomori/model';
import { evaluateAttribute, evaluateBlocks, settingsOf } from './blocks.ts';
import type { Declaration, MergedBody } from './declarations.ts';
import type { Expression } from '../hcl/index.ts';
import type { Scope } from './scope.ts';
import { rangeOf } from './scope.ts';

export interface ProviderConfig {
  /** How resources name it: `aws`, `aws.tokyo`; with the module address in front when a child module declares it. */
  readonly key: string;
  readonly name: string;
  readonly alias: string | null;
  /** Unknown when the code does not say. */
  readonly region: Value;
  /** The `tags` of `default_tags`, for Google Cloud `default_labels`; null without. */
  readonly defaultTags: Value | null;
  readonly range: Range;
  readonly moduleAddress: string;
  readonly block: DeclaredBlock;
}

/** `aws` or `aws.tokyo` from a reference or, in old code, a text; null when it is something else. */
export function providerKey(expression: Expression): string | null {
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? expression.value : null;
  if (expression.kind === 'name') return expression.name;
  // OpenTofu picks one of several configurations by key: aws.by_region["eu"].
  if (expression.kind === 'index') return providerKey(expression.target);
  if (expression.kind !== 'attribute') return null;
  const target = providerKey(expression.target);
  return target === null ? null : `${target}.${expression.name}`;
}

/** The `providers` map of a module call: name inside the module → name in the calling module; null when there is none. */
export function providerMap(body: MergedBody): ReadonlyMap<string, string> | null {
  const expression = body.attributes.get('providers')?.attribute.value;
  if (expression?.kind !== 'object') return null;
  const map = new Map<string, string>();
  for (const { key, value } of expression.entries) {
    const [inside, outside] = [providerKey(key), providerKey(value)];
    if (inside !== null && outside !== null) map.set(inside, outside);
  }
  return map;
}

/** The provider a resource asks for: its `provider` argument, or the first word of its type. */
export function requestedProvider(body: MergedBody, type: string): string {
  const written = body.attributes.get('provider');
  return (written && providerKey(written.attribute.value)) ?? type.split('_', 1)[0] ?? type;
}

export function evaluateProvider(declaration: Declaration, scope: Scope, moduleAddress: string): ProviderConfig {
  const here = { ...scope, source: declaration.source };
  const name = declaration.block.labels[0] ?? '';
  const attributes = new Map(settingsOf(declaration.body).map((sourced) => [sourced.attribute.name, evaluateAttribute(sourced, here)]));
  const blocks = evaluateBlocks(declaration.body.blocks, here);
  const head = rangeOf(here, declaration.block.head);
  const range = rangeOf(here, declaration.block);
  const alias = attributes.get('alias')?.value;
  const aliasName = alias?.kind === 'string' ? alias.value : null;
  const local = aliasName === null ? name : `${name}.${aliasName}`;
  const region = attributes.get('region')?.value;
  return {
    key: moduleAddress === '' ? local : `${moduleAddress}.${local}`,
    name,
    alias: aliasName,
    region: region === undefined || region.kind === 'null' ? unwrittenRegion(local, head) : region,
    defaultTags:
      blocks.find((block) => block.type === 'default_tags')?.attributes.get('tags')?.value ??
      attributes.get('default_labels')?.value ??
      null,
    range,
    moduleAddress,
    block: { type: 'provider', range, head, attributes, blocks, uncertain: false, via: null },
  };
}

export function unwrittenRegion(provider: string, range: Range | null): Value {
  return unknownValue('unset-variable', `the region of provider "${provider}" is not written in the code`, range);
}
