/** HCL: native syntax and Terraform JSON into one tree, tree back into text. No evaluation: that is the engine's. */
export type * from './ast.ts';
export { DEFAULT_MAX_BYTES, MAX_DEPTH, MAX_DIAGNOSTICS, MAX_TREE_HEIGHT } from './limits.ts';
export type { ParsedExpression, ParsedTemplate, ParseOptions } from './parse-hcl.ts';
export { parseHcl, parseHclExpression, parseTemplate } from './parse-hcl.ts';
export { printBody, printExpression } from './print.ts';
export { childExpressions, templateExpressions } from './walk.ts';
export { parseTerraformJson, parseTfvars } from './terraform-json.ts';
