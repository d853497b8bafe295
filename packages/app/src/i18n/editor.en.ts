/** The language server: what it says in an editor. */
export const editor = {
  description:
    'Language server for editors: findings while you write, why they matter, quick fixes. Speaks the protocol over stdin and stdout.',
  stdio: 'speak over standard input and output (the only way there is; editors pass it)',
  fix: (summary: string) => `Fix: ${summary}`,
  suppress: (checkId: string) => `Suppress ${checkId} for three months (say why)`,
};
