/**
 * The Serverless Application Model: its resources become what the transform makes of them, as far as it matters to whoever judges the result.
 * The written resource keeps its logical id; what is made beside it has the id that SAM would give it and stands at the same place.
 */
import type { Draft } from '../draft.ts';
import type { Template } from '../template.ts';
import { apiDrafts, httpApiDrafts, implicitApis, methodDrafts } from './api.ts';
import { functionDrafts } from './function.ts';
import { globalMembers, withGlobals } from './globals.ts';
import { layerDrafts, machineDrafts, tableDrafts } from './others.ts';

const expansions: Readonly<Record<string, (draft: Draft) => readonly Draft[]>> = {
  'AWS::Serverless::Function': functionDrafts,
  'AWS::Serverless::Api': apiDrafts,
  'AWS::Serverless::HttpApi': httpApiDrafts,
  'AWS::Serverless::SimpleTable': tableDrafts,
  'AWS::Serverless::StateMachine': machineDrafts,
  'AWS::Serverless::LayerVersion': layerDrafts,
};

/**
 * The resources of a template, those of SAM replaced by what they become; in templates that forgot the transform too, since there is nothing else
 * they could mean. What is declared under an id that SAM would use stays. O(resources + events).
 */
export function expandServerless(drafts: readonly Draft[], template: Template): readonly Draft[] {
  if (!drafts.some(({ type }) => type.startsWith('AWS::Serverless::'))) return drafts;
  const merged = drafts.map((draft) => withGlobals(draft, template));
  const functions = merged.filter(({ type }) => type === 'AWS::Serverless::Function');
  const declared = new Set(drafts.map(({ name }) => name));
  const implicit = implicitApis(functions, (section) => globalMembers(section, template)).filter(({ name }) => !declared.has(name));
  const all = [...merged, ...implicit];
  const apis = new Map(all.flatMap((draft) => (draft.type === 'AWS::Serverless::Api' ? [[draft.name, draft]] : [])));
  return [...all.flatMap((draft) => expanded(draft, declared)), ...methodDrafts(functions, apis)];
}

function expanded(draft: Draft, declared: ReadonlySet<string>): readonly Draft[] {
  const expand = Object.hasOwn(expansions, draft.type) ? expansions[draft.type] : undefined;
  if (!expand) return [draft];
  return expand(draft).filter(({ name }) => name === draft.name || !declared.has(name));
}
