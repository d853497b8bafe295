/** Terraform and OpenTofu: files → evaluated resource instances with provenance. No I/O: files come through a FileTree. */
export { functionNames } from './functions/index.ts';
export { fingerprintText } from './functions/index.ts';
export { terraformFormat } from './format.ts';
export { textFromPieces, textPieces } from '../values/index.ts';
export type { TextPiece } from '../values/index.ts';
export { isConfigurationFile, looksLikeTerraform } from './module-folders.ts';
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
export { TerraformMemory } from './reuse.ts';
