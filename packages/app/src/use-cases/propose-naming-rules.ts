/** Naming rules that the names in the code follow already, by kind of resource: with them kumomori.yaml begins. */
import type { DeclaredResource, NamingProposal, Resource } from '@kumomori/model';
import { MIN_NAMES, proposeNaming, readerNameOf, resourceReaders } from '@kumomori/model';
import { evaluateCode } from '@kumomori/parsers';
import { productCatalogue } from '../catalogue/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { readResources } from './evaluate-checks.ts';
import type { ScanOptions } from './scan-options.ts';
import { locateTarget, mergeTargets, openTarget } from './targets.ts';

export interface NamingRuleProposal {
  /** The block type, `aws_s3_bucket`, or the types that one check judges. */
  readonly kinds: readonly string[];
  /** The check that can hold it; null: no check judges names of that kind. */
  readonly checkId: string | null;
  /** Names that are known, each once. */
  readonly names: number;
  /** Null: no form that most have. */
  readonly proposal: NamingProposal | null;
}

export interface NamingRuleProposals {
  readonly rules: readonly NamingRuleProposal[];
  /** Lines for kumomori.yaml; empty when no check can hold any of them. */
  readonly yaml: string;
}

interface Kind {
  readonly checkId: string | null;
  readonly types: Set<string>;
  readonly names: Set<string>;
}

type Options = Pick<ScanOptions, 'targets' | 'cwd' | 'language' | 'varFiles' | 'variables' | 'workspace'>;

/** Nothing is judged. Kinds with fewer than five known names are left out. Throws AppErrors for TARGETs that are not there. */
export function proposeNamingRules(options: Options): NamingRuleProposals {
  const messages = messagesIn(options.language);
  const checks = new Map(
    productCatalogue().checks.flatMap(({ id, check }) => (check.params?.['grammar'] ? [[check.on as string, id]] : [])),
  );
  const kinds = new Map<string, Kind>();
  for (const located of mergeTargets(options.targets.map((path) => locateTarget(path, { cwd: options.cwd, messages })))) {
    const target = openTarget(located, { cwd: options.cwd, messages, varFiles: options.varFiles ?? [], onRead: () => {}, alsoWithin: [] });
    const { roots } = evaluateCode(target.disk.tree, {
      terraform: { workspace: options.workspace ?? 'default', variables: options.variables ?? new Map(), varFiles: target.variableFiles },
      cloudformation: { parameters: options.variables ?? new Map(), parameterFiles: [] },
      secrets: false,
      knownKeys: new Map(),
    });
    for (const root of roots) {
      const declared = new Map(root.resources.map((each) => [each.address, each]));
      const reader = readerNameOf(root.kind);
      const named = readResources(root, resourceReaders, () => {}).flatMap((resource) => {
        const block = declared.get(resource.origin.address);
        const types = resourceReaders.find(({ type }) => type === resource.type)?.[reader]?.types ?? [];
        const name = block && types.includes(block.type) ? nameOf(resource, block) : null;
        return name === null || !block ? [] : [{ resource, block, name }];
      });
      // What a check judges counts there only.
      const judged = new Set(named.flatMap(({ resource, block }) => (checks.has(resource.type) ? [block] : [])));
      for (const { resource, block, name } of named) {
        const checkId = checks.get(resource.type) ?? null;
        if (checkId === null && judged.has(block)) continue;
        const key = checkId ?? block.type;
        const kind: Kind = kinds.get(key) ?? { checkId, types: new Set(), names: new Set() };
        kind.types.add(block.type);
        kind.names.add(name);
        kinds.set(key, kind);
      }
    }
  }
  const rules = [...kinds.values()]
    .filter(({ names }) => names.size >= MIN_NAMES)
    .map(({ checkId, types, names }) => ({ kinds: [...types].toSorted(), checkId, names: names.size, proposal: proposeNaming([...names]) }))
    .toSorted((a, b) => Number(a.checkId === null) - Number(b.checkId === null) || (a.kinds.join() < b.kinds.join() ? -1 : 1));
  return { rules, yaml: yamlOf(rules) };
}

/** Its name in the cloud; null when it is not known. The name of a machine of EC2 is a tag. */
function nameOf(resource: Resource, { address, label, mode }: DeclaredResource): string | null {
  if (mode !== 'managed') return null;
  if (resource.type === 'aws.ec2.instance') return resource.tags['Name'] ?? null;
  return resource.name === address || resource.name === label ? null : resource.name;
}

function yamlOf(rules: readonly NamingRuleProposal[]): string {
  const lines = rules.flatMap(({ checkId, proposal }) => {
    if (checkId === null || proposal === null) return [];
    const { grammar, tokens } = proposal;
    const environments = "    environments: ['*']";
    return [`  ${checkId}:`, `    grammar: [${quoted(grammar)}]`, `    tokens: [${tokens.map(quoted).join(', ')}]`, environments];
  });
  return lines.length === 0 ? '' : `${['parameters:', ...lines].join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
