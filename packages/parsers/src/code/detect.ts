/** Recognizes which files of a TARGET are infrastructure code, and of which format: by name where names are sure, else by content. */
import type { CodeKind } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import { isDockerfileName } from '../dockerfile/index.ts';
import { isConfigurationFile } from '../terraform/index.ts';
import type { DetectedInput } from '../format.ts';

/** What a rule says of one file; null: not this format. */
type Recognition = Omit<DetectedInput, 'path'> | null;

/** Every file that a format reads, in the order of the tree. Reads YAML and JSON files once. O(files + text of those). */
export function detectInputs(tree: FileTree): readonly DetectedInput[] {
  return tree.paths.flatMap((path) => {
    const found = recognize(tree, path);
    return found ? [{ path, ...found }] : [];
  });
}

function recognize(tree: FileTree, path: string): Recognition {
  const byName = recognizeName(path);
  if (byName) return byName;
  if (!/\.(?:ya?ml|json|template|tftpl)$/i.test(path) || isNeverCode(path)) return null;
  const file = tree.read(path);
  if (file.kind !== 'text') return null;
  return recognizeText(file.text);
}

function recognizeName(path: string): Recognition {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const says = (kind: CodeKind, because: string, role: DetectedInput['role'] = 'code'): Recognition => ({ kind, role, because });
  if (isConfigurationFile(name)) return says('terraform', 'name ends like Terraform code');
  if (/\.tfvars(?:\.json)?$/.test(name)) return says('terraform', 'name ends like Terraform variables', 'companion');
  if (name.endsWith('.tfstate')) return says('terraform-state', 'name ends in .tfstate');
  if (name.endsWith('.bicep')) return says('arm', 'name ends in .bicep');
  if (name.endsWith('.bicepparam')) return says('arm', 'name ends in .bicepparam', 'companion');
  if (isDockerfileName(name)) return says('dockerfile', 'name is that of a Dockerfile');
  if (/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i.test(name)) return says('compose', 'name is that of a compose file');
  if (/^kustomization\.ya?ml$|^Kustomization$/.test(name)) return says('kubernetes', 'name is that of a kustomization');
  if (name === 'Chart.yaml') return says('kubernetes', 'name is that of a Helm chart');
  return null;
}

/** Lock files and the like are large, and no code. */
function isNeverCode(path: string): boolean {
  return /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|composer\.lock|tsconfig[\w.-]*\.json|\.terraform\.lock\.hcl)$/.test(
    path,
  );
}

/** Signs are looked for anywhere in the text: a template may begin with a long comment. */
function recognizeText(text: string): Recognition {
  const says = (kind: CodeKind, because: string, role: DetectedInput['role'] = 'code'): Recognition => ({ kind, role, because });
  const head = text.slice(0, 4096);
  if (/"\$schema"\s*:\s*"[^"]*[dD]eployment[pP]arameters\.json/.test(head))
    return says('arm', '$schema is that of deployment parameters', 'companion');
  if (/"\$schema"\s*:\s*"[^"]*deploymentTemplate\.json/i.test(head)) return says('arm', '$schema is that of a deployment template');
  if (/"planned_values"\s*:|"resource_changes"\s*:/.test(text) && /"(?:format_version|terraform_version)"\s*:/.test(head))
    return says('terraform-plan', 'has planned_values or resource_changes');
  if (/"terraform_version"\s*:/.test(head) && /"lineage"\s*:|"serial"\s*:/.test(head))
    return says('terraform-state', 'has terraform_version and lineage');
  if (/^["']?AWSTemplateFormatVersion["']?\s*:/m.test(text) || /"AWSTemplateFormatVersion"\s*:/.test(text))
    return says('cloudformation', 'has AWSTemplateFormatVersion');
  if (/^["']?Resources["']?\s*:/m.test(text) || /"Resources"\s*:/.test(text)) {
    if (/["']?Type["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/.test(text)) return says('cloudformation', 'has Resources of AWS types');
  }
  if (/^\s*["']?apiVersion["']?\s*:/m.test(text) && /^\s*(?:- )?["']?kind["']?\s*:/m.test(text))
    return says('kubernetes', 'has apiVersion and kind');
  if (/"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text)) return says('kubernetes', 'has apiVersion and kind');
  return null;
}
