/** Data sources whose result follows from the code alone. */
import type { DeclaredBlock, Value } from '@kumomori/model';
import { stringValue, withDependencies, withStep } from '@kumomori/model';
import { renderPolicyDocument } from './policy-document.ts';
import type { Scope } from './scope.ts';
import { withStructure } from '../values/index.ts';
import { renderTemplateText } from './template-text.ts';

export interface EvaluatedData {
  readonly type: string;
  readonly name: string;
  readonly scope: Scope;
  block(): DeclaredBlock;
}

/** The value of a computed attribute, or null when it is read from the cloud. */
export function dataSourceAttribute(data: EvaluatedData, name: string): Value | null {
  switch (data.type) {
    case 'aws_iam_policy_document':
      return name === 'json' || name === 'minified_json' ? withDocumentStep(data) : null;
    case 'aws_partition':
      return partition(data, name);
    case 'template_file':
      return name === 'rendered' ? renderedTemplate(data) : null;
    default:
      return null;
  }
}

/** The archived template provider: `vars` fill in `template`, which the module has already read from its file. */
function renderedTemplate(data: EvaluatedData): Value | null {
  const block = data.block();
  const template = block.attributes.get('template')?.value;
  const vars = block.attributes.get('vars')?.value;
  if (template?.kind !== 'string' || (vars && vars.kind !== 'map')) return null;
  const source = { path: `data.template_file.${data.name}`, text: template.value };
  const rendered = renderTemplateText({ source, isFile: false, variables: vars?.entries ?? new Map() }, data.scope, block.head);
  return withDependencies(withStructure(rendered), vars ? [template, vars] : [template]);
}

function withDocumentStep(data: EvaluatedData): Value {
  const block = data.block();
  return withStep(renderPolicyDocument(block), { kind: 'document', name: `data.${data.type}.${data.name}`, range: block.head });
}

/**
 * An assumption, made because the partition is part of nearly every ARN and only the text of ARNs depends on it: the commercial
 * partition. Code for GovCloud or China gets ARNs that differ in this one part.
 */
function partition(data: EvaluatedData, name: string): Value | null {
  const texts: Readonly<Record<string, string>> = { partition: 'aws', id: 'aws', dns_suffix: 'amazonaws.com' };
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  return text === undefined ? null : stringValue(text, data.block().head);
}
