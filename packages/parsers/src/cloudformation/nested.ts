/** Which template a resource nests, as far as it is on this disk. */
import type { Range, Value } from '@kumomori/model';
import type { Draft } from './draft.ts';
import type { Loader } from './loader.ts';
import { textOf } from './parameters.ts';

/** Where each type names the template it nests, and the parameters it hands over. */
const nesting: Readonly<Record<string, { readonly template: string; readonly parameters: string }>> = {
  'AWS::CloudFormation::Stack': { template: 'TemplateURL', parameters: 'Parameters' },
  'AWS::CloudFormation::StackSet': { template: 'TemplateURL', parameters: 'Parameters' },
  'AWS::Serverless::Application': { template: 'Location', parameters: 'Parameters' },
};

/** The name of the property that holds parameters; null for a type that nests nothing. */
export function parametersProperty(type: string): string | null {
  return nesting[type]?.parameters ?? null;
}

/**
 * The path of the nested template: a relative path before packaging, or where CDK put the asset. `read` gives a property's value. Null when it
 * is somewhere else, or the type nests nothing.
 */
export function nestedPath(draft: Draft, from: string, { loader, read }: { loader: Loader; read: (value: Value) => Value }): string | null {
  const written = writtenPath(draft, read);
  return written === null ? null : loader.resolve(from, written.text);
}

/** The path or address as it is written; null when it is not known, or the type nests nothing. */
export function writtenPath(draft: Draft, read: (value: Value) => Value): { readonly text: string; readonly range: Range | null } | null {
  const names = nesting[draft.type];
  if (!names || draft.properties.kind !== 'map') return null;
  const metadata = draft.settings.entries.get('Metadata');
  const asset = metadata?.kind === 'map' ? metadata.entries.get('aws:asset:path') : undefined;
  const value = textOf(asset) === null ? draft.properties.entries.get(names.template) : asset;
  const text = value ? textOf(asset === value ? value : read(value)) : null;
  return value && text !== null ? { text, range: value.range } : null;
}
