/** Compiled Rego (OPA's wasm) over plain documents: bundles are read, run in a thread of their own and stopped there. What answers mean is the use-case's. */
export { RegoBundleError, readBundle } from './bundle.ts';
export type { RegoBundle } from './bundle.ts';
export { RegoThread } from './thread.ts';
export type { RegoAnswer, RegoFailure } from './protocol.ts';
