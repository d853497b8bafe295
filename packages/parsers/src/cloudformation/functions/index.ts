/** The intrinsic functions by name. */
import type { Value } from '@kumomori/model';
import { unknownValue } from '@kumomori/model';
import type { IntrinsicFunction } from './call.ts';
import { transform } from './include.ts';
import { cidr, getAZs, lengthOf, select } from './lists.ts';
import { choose, equals, logical, not } from './logic.ts';
import { findInMap, getAtt, importValue, ref } from './references.ts';
import { join, split, sub, toBase64, toJsonString } from './texts.ts';

export { transform } from './include.ts';
export { evaluateCondition } from './logic.ts';

const functions: ReadonlyMap<string, IntrinsicFunction> = new Map<string, IntrinsicFunction>([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::If', choose],
  ['Fn::Equals', equals],
  ['Fn::And', logical(false)],
  ['Fn::Or', logical(true)],
  ['Fn::Not', not],
  ['Fn::FindInMap', findInMap],
  ['Fn::Base64', toBase64],
  ['Fn::Cidr', cidr],
  ['Fn::GetAZs', getAZs],
  ['Fn::ImportValue', importValue],
  ['Fn::Length', lengthOf],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Transform', transform],
]);

/** The function that a mapping with this only key calls; null when it is a mapping like any other. */
export function functionNamed(name: string, argument: Value): IntrinsicFunction | null {
  if (name === 'Ref') return argument.kind === 'string' || argument.kind === 'map' ? ref : null;
  const known = functions.get(name);
  if (known) return known;
  if (!name.startsWith('Fn::') || name.startsWith('Fn::ForEach')) return null;
  return ({ range }) => unknownValue('unsupported', `the function ${name.slice(0, 60)} is not evaluated`, range);
}
