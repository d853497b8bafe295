/** The section Globals: properties that every SAM resource of a kind has unless it says otherwise. */
import type { Value } from '@kumomori/model';
import { listValue } from '@kumomori/model';
import type { WrittenMember } from '../../documents/index.ts';
import { membersOf, writtenMap } from '../../documents/index.ts';
import type { Draft } from '../draft.ts';
import type { Template } from '../template.ts';
import { propertiesOf } from './draft-maker.ts';

const sections: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
  'AWS::Serverless::StateMachine': 'StateMachine',
  'AWS::Serverless::LayerVersion': 'LayerVersion',
};

/** The properties of a SAM resource with the global ones below them. */
export function withGlobals(draft: Draft, { sections: { Globals } }: Template): Draft {
  const section = sections[draft.type];
  const globals = section === undefined ? undefined : Globals.entries.get(section);
  if (globals?.kind !== 'map' || draft.properties.kind !== 'map') return draft;
  return { ...draft, properties: writtenMap(merged(membersOf(globals), propertiesOf(draft)), draft.properties.range ?? draft.head) };
}

/** Properties of an implicit API, which nobody declares: the global ones alone. */
export function globalMembers(section: string, { sections: { Globals } }: Template): readonly WrittenMember[] {
  const globals = Globals.entries.get(section);
  return globals?.kind === 'map' ? membersOf(globals) : [];
}

/** Mappings are merged key by key, lists put behind one another, of anything else the resource's own counts. */
function merged(globals: readonly WrittenMember[], own: readonly WrittenMember[]): readonly WrittenMember[] {
  const result = new Map(globals.map((each) => [each.key, each]));
  for (const each of own) {
    const below = result.get(each.key);
    result.set(each.key, below ? { ...each, value: combined(below.value, each.value) } : each);
  }
  return [...result.values()];
}

function combined(global: Value, own: Value): Value {
  if (global.kind === 'list' && own.kind === 'list') return listValue([...global.items, ...own.items], own.range);
  if (global.kind !== 'map' || own.kind !== 'map' || isFunction(global) || isFunction(own)) return own;
  return writtenMap(merged(membersOf(global), membersOf(own)), own.range);
}

function isFunction(value: Value): boolean {
  const [key] = value.kind === 'map' && value.entries.size === 1 ? value.entries.keys() : [];
  return key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
}
