/** The language server: what it says in an editor. */
export const editor = {
  description:
    'Language server for editors: findings while you write, why they matter, quick fixes. Speaks the protocol over stdin and stdout.',
  stdio: 'speak over standard input and output (the only way there is; editors pass it)',
  fix: (summary: string) => `Fix: ${summary}`,
  fixAll: (count: number) => `Fix all ${count} findings in this file that can be fixed (what applying costs stands at each)`,
  fixAllSafe: (count: number) => `Fix ${count} findings in this file whose fixes need no preparation`,
  suppressWith: (checkId: string) => `Suppress ${checkId}: say why and until when`,
  notSuppressed: 'nothing was suppressed: the finding is gone, the format has no comments, or reason or date (YYYY-MM-DD) is missing',
  suppress: (checkId: string) => `Suppress ${checkId} for three months (say why)`,
};
