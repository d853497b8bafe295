/** Expressions of users' checks and admission policies (CEL): the tree and the types. Reading is the parsers', evaluating the engine's. */
export * from './ast.ts';
export * from './types.ts';
export * from './shapes.ts';
