/** The only door to the library: typed as far as it is used. */
import * as opa from '@open-policy-agent/opa-wasm';

interface LoadedPolicy {
  readonly entrypoints: Readonly<Record<string, number>>;
  setData(data: unknown): void;
  /** A result set: `[{ result }]`. */
  evaluate(input: unknown, entrypoint: string): unknown;
}

type Load = (wasm: Uint8Array, memory: { readonly initial: number; readonly maximum: number }) => LoadedPolicy;

/** Throws what the library throws: errors, texts, plain objects. */
export const loadPolicySync: Load = (wasm, memory) => {
  // Its types name a function that only the default export has.
  const library = Reflect.get(opa, 'default') as { readonly loadPolicySync: Load };
  return library.loadPolicySync(wasm, memory);
};
