/** Templates for tests: evaluated, with values shown as plain data. */
import type { DeclaredResource, Value } from '@kumomori/model';
import type { CodeEvaluation } from '../format.ts';
import { detectInputs } from '../code/index.ts';
import type { CloudFormationOptions } from './evaluate-cloudformation.ts';
import { evaluateCloudFormation } from './evaluate-cloudformation.ts';

export function evaluated(files: Readonly<Record<string, string>> | string, options: CloudFormationOptions = {}): CodeEvaluation {
  const texts = typeof files === 'string' ? { 'template.yaml': files } : files;
  const tree = {
    root: 'test',
    paths: Object.keys(texts).sort(),
    read: (path: string) => (texts[path] === undefined ? ({ kind: 'missing' } as const) : ({ kind: 'text', text: texts[path] } as const)),
  };
  const paths = detectInputs(tree).flatMap(({ path, kind }) => (kind === 'cloudformation' ? [path] : []));
  return evaluateCloudFormation(tree, paths, options);
}

export function resourcesOf({ roots }: CodeEvaluation): readonly DeclaredResource[] {
  return roots.flatMap(({ resources }) => resources);
}

/** Attributes of a resource, by what references name it by, as plain data; unknown values as `?reason`, with what they refer to. */
export function shownResource(evaluation: CodeEvaluation, address: string): unknown {
  const found = resourcesOf(evaluation).find((resource) => (resource.reference ?? resource.address) === address);
  return found && Object.fromEntries([...found.block.attributes].map(([name, { value }]) => [name, shown(value)]));
}

export function shown(value: Value): unknown {
  switch (value.kind) {
    case 'map': {
      const entries = [...value.entries].map(([key, entry]) => [key, shown(entry)] as const);
      return Object.fromEntries(value.rest ? [...entries, ['…', shown(value.rest)]] : entries);
    }
    case 'list':
    case 'set':
      return [...value.items.map(shown), ...(value.rest ? ['…'] : [])];
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : `<${String(shown(part))}>`)).join('');
    case 'unknown':
      return `?${value.reason.code}${value.refs.map(({ address, attribute }) => ` ${address}${attribute && `.${attribute}`}`).join('')}`;
    case 'null':
      return null;
    default:
      return value.value;
  }
}
