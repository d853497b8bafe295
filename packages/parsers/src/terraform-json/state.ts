/** Terraform state files (version 4): what was last known of the deployed resources. */
import type { Diagnostic, Source, Value } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import { jsonValue } from '../documents/index.ts';
import type { JsonNode } from '../json/index.ts';
import { walkJson } from '../json/index.ts';
import type { Instance } from './instances.ts';
import { hidden, providerName } from './instances.ts';
import { entries, items, members, text } from './read.ts';

export interface ReadState {
  readonly instances: readonly Instance[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Outputs and everything but resources are passed over. Never throws. O(length). */
export function readState(source: Source): ReadState {
  const instances: Instance[] = [];
  let version: number | null = null;
  let isEncrypted = false;
  const diagnostics = walkJson(source, {
    decide: ([top, item]) =>
      top === undefined || (top === 'resources' && item === undefined)
        ? 'enter'
        : top === 'resources' || top === 'version' || top === 'encrypted_data'
          ? 'read'
          : 'skip',
    value: ([top], node) => {
      if (top === 'version') version = node.kind === 'number' ? node.value : null;
      else if (top === 'encrypted_data') isEncrypted = true;
      else instances.push(...instancesOf(node, source));
    },
  });
  if (version === 4) return { instances, diagnostics };
  // A text that is no JSON says so already.
  if (version === null && diagnostics.some(({ severity }) => severity === 'error')) return { instances: [], diagnostics };
  const message = isEncrypted
    ? 'the state is encrypted and was not read'
    : `a state of version ${version ?? 'unknown'} is not read; Terraform 0.12 and later write version 4`;
  return { instances: [], diagnostics: [...diagnostics, diagnosticAt(source, 0, { code: 'unsupported', message })] };
}

function instancesOf(node: JsonNode, source: Source): readonly Instance[] {
  const resource = members(node);
  const [type, name] = [text(resource.get('type')), text(resource.get('name'))];
  if (type === null || name === null) return [];
  const mode = text(resource.get('mode')) === 'data' ? 'data' : 'managed';
  const moduleAddress = text(resource.get('module')) ?? '';
  return items(resource.get('instances')).flatMap((each): readonly Instance[] => {
    const instance = members(each);
    const attributes = instance.get('attributes');
    const keyNode = instance.get('index_key');
    const key = keyNode?.kind === 'string' || keyNode?.kind === 'number' ? keyNode.value : null;
    if (attributes?.kind !== 'object' || instance.get('deposed')) return [];
    const secret = new Set(items(instance.get('sensitive_attributes')).map(topAttribute));
    const values = new Map<string, Value>();
    for (const [attribute, value] of entries(jsonValue(attributes, source)))
      values.set(attribute, secret.has(attribute) ? hidden(value) : value);
    const bare = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    const address = `${moduleAddress === '' ? '' : `${moduleAddress}.`}${bare}${key === null ? '' : `[${JSON.stringify(key)}]`}`;
    const range = { source, start: each.start, end: each.end };
    return [
      {
        mode,
        type,
        name,
        address,
        moduleAddress,
        key,
        provider: providerName(text(resource.get('provider')) ?? ''),
        values,
        range,
        region: null,
      },
    ];
  });
}

/** A path is `[{ "type": "get_attr", "value": "password" }, …]`: what holds the secret is hidden as a whole. */
function topAttribute(path: JsonNode): string {
  const [first] = items(path);
  return (first && text(members(first).get('value'))) ?? '';
}
