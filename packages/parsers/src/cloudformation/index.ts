/** CloudFormation and SAM templates, CDK output: files → evaluated resources with provenance. No I/O: files come through a FileTree. */
export type { CloudFormationOptions } from './evaluate-cloudformation.ts';
export { cloudformationFormat } from './format.ts';
export type { CloudFormationLimits } from './limits.ts';
