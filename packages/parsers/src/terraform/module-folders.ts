/** Which files of a TARGET are Terraform, folder by folder. */
import { basename, dirname } from './paths.ts';

/** The Terraform files of one folder, each list in lexical order. */
export interface ModuleFolder {
  readonly dir: string;
  readonly configuration: readonly string[];
  readonly overrides: readonly string[];
  /** `terraform.tfvars`, `terraform.tfvars.json`, then `*.auto.tfvars` and `*.auto.tfvars.json`. */
  readonly variableFiles: readonly string[];
}

const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
const AUTO_VARIABLES = /\.auto\.tfvars(?:\.json)?$/;

export function isConfigurationFile(path: string): boolean {
  return CONFIGURATION.test(path);
}

/** True when a path is one a Terraform evaluation would start from. */
export function looksLikeTerraform(paths: readonly string[]): boolean {
  return paths.some(isConfigurationFile);
}

/** All folders with configuration files, by path. O(files · log files). */
export function findModuleFolders(paths: readonly string[]): ReadonlyMap<string, ModuleFolder> {
  const byDir = new Map<string, string[]>();
  for (const path of paths) {
    if (!isConfigurationFile(path) && !path.endsWith('.tfvars') && !path.endsWith('.tfvars.json')) continue;
    const dir = dirname(path);
    const files = byDir.get(dir);
    if (files) files.push(path);
    else byDir.set(dir, [path]);
  }
  const folders = new Map<string, ModuleFolder>();
  for (const [dir, files] of [...byDir].sort(([a], [b]) => compareText(a, b))) {
    if (files.some(isConfigurationFile)) folders.set(dir, describeFolder(dir, files.sort(compareText)));
  }
  return folders;
}

function describeFolder(dir: string, files: readonly string[]): ModuleFolder {
  const configuration = files.filter((path) => isConfigurationFile(path) && !isShadowed(path, files));
  return {
    dir,
    configuration: configuration.filter((path) => !isOverride(path)),
    overrides: configuration.filter(isOverride),
    variableFiles: [
      ...files.filter((path) => basename(path) === 'terraform.tfvars'),
      ...files.filter((path) => basename(path) === 'terraform.tfvars.json'),
      ...files.filter((path) => AUTO_VARIABLES.test(path)),
    ],
  };
}

/** OpenTofu reads `main.tofu` instead of `main.tf`, and `main.tofu.json` instead of `main.tf.json`. */
function isShadowed(path: string, files: readonly string[]): boolean {
  const twin = path.replace(/\.tf(\.json)?$/, '.tofu$1');
  return twin !== path && files.includes(twin);
}

function isOverride(path: string): boolean {
  const stem = basename(path).replace(CONFIGURATION, '');
  return stem === 'override' || stem.endsWith('_override');
}

/** By UTF-16 code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
