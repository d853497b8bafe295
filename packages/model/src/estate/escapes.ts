/** What makes leaving a container easy, for every orchestrator. */

/** Whoever reaches the runtime's socket starts containers of his own. */
export function isSocket(path: string): boolean {
  return /(?:docker|containerd|crio|podman)\.sock$/.test(path) || /^\/(?:var\/)?run\/?$/.test(path);
}

/** Capabilities that lead to the host. Source: capabilities(7), read 2026-11-22. */
export const DANGEROUS_CAPABILITIES: ReadonlySet<string> = new Set([
  'ALL',
  'SYS_ADMIN',
  'SYS_PTRACE',
  'SYS_MODULE',
  'SYS_RAWIO',
  'DAC_READ_SEARCH',
  'DAC_OVERRIDE',
  'BPF',
]);
