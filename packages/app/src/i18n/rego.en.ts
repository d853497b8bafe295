/** Compiled Rego in a scan. */
export const rego = {
  option: 'bundle of OPA (opa build -t wasm) that judges every resource (repeatable): policy.wasm or bundle.tar.gz',
  missing: (file: string) => `there is no bundle ${file}`,
  'too-large': (file: string) => `the bundle ${file} is too large`,
  invalid: (file: string) => `${file} is neither policy.wasm nor a bundle (tar.gz) of OPA`,
  'no-wasm': (file: string) => `the bundle ${file} holds no compiled policy: build it with opa build -t wasm -e main/deny`,
  noRules: (names: string) => `the bundle has no entry point or rule called deny, violation or warn (it has ${names})`,
  builtin: (name: string) => `the policy calls ${name}, which is not there; the bundle judges nothing any more`,
  time: (seconds: string) => `the policy took longer than ${seconds} seconds and was stopped; the resources that were left are not judged`,
  failed: (reason: string) => `the policy failed: ${reason}`,
  title: (rule: string) => `Rego rule ${rule} finds nothing`,
  found: (rule: string, name: string) => `${rule} applies to ${name}`,
  why: 'A policy of your own in Rego.',
  fix: 'See the policy.',
  undecided: (message: string) => `${message} (depends on values that are not known)`,
};
