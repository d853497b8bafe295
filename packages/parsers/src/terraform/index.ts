/** Terraform and OpenTofu: files → evaluated resource instances with provenance. No I/O: files come through a FileTree. */
export type { FileText } from './functions/index.ts';
export { functionNames } from './functions/index.ts';
export type { FileTree } from './file-tree.ts';
export { isConfigurationFile, looksLikeTerraform } from './file-tree.ts';
export type { TerraformLimits } from './limits.ts';
export { DEFAULT_LIMITS } from './limits.ts';
export type { ProviderConfig } from './providers.ts';
export type {
  TerraformEvaluation,
  TerraformModuleCall,
  TerraformModuleRoot,
  TerraformOptions,
  TerraformSetting,
} from './evaluate-terraform.ts';
export { evaluateTerraform } from './evaluate-terraform.ts';
